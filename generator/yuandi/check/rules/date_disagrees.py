"""DAT009: a path with another date than the entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.entry_types.dates import FIRST_YEAR, LAST_YEAR
from yuandi.portal.portal import Portal

_DAY = re.compile(r"(?<!\d)(\d{4})(?:([-_.]?)(\d\d)\2(\d\d)(?!\d)|年(\d{1,2})月(\d{1,2})日)", re.ASCII)
_MONTH = re.compile(r"(\d{4})(?:[-_.]?(\d\d)|年(\d{1,2})月(?:份)?)", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:年度?)?", re.ASCII)
_PART = re.compile(r"(\d{1,2})[月日]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _PathDate:
    """A date in a path: a year, a month or a day (`parts`), and the words that give it."""

    parts: tuple[int, ...]
    words: str

    def is_of(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.parts == _parts(day)[: len(self.parts)]


@rule("DAT009", "date-disagrees", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def date_disagrees(portal: Portal) -> Iterator[Finding]:
    """The date in the file name or a folder differs from `date`, and from the time that the entry is about."""
    for entry in portal.entries:
        day = entry.record.date
        path_date = (
            next((path_date for path_date in _dates(entry.path) if not path_date.is_of(day)), None) if day else None
        )
        if path_date is None or _is_about(entry, path_date):
            continue
        key = entry.origin.key("date")
        yield Finding(
            entry.at("date"),
            Text(
                f"`{key}: {day}` 与路径中的 `{path_date.words}` 不一致。",
                f"`{key}: {day}` differs from `{path_date.words}` in the path.",
            ),
            Text("改正日期，或移动、改名这个文件。", "Correct the date, or move or rename the file."),
        )


def _dates(path: str) -> Iterator[_PathDate]:
    """Yield the dates in a path: days anywhere, months and years as names of folders, also nested."""
    folder, _, file = path.removesuffix(".md").rpartition("/")
    yield from _above(folder)
    if path_date := _day(file):
        yield path_date


@lru_cache(maxsize=64)
def _above(path: str) -> tuple[_PathDate, ...]:
    """Return the dates in the path of a folder; cached, since many files share a folder."""
    found: list[_PathDate] = []
    above: _PathDate | None = None
    for folder in path.split("/"):
        above = _day(folder) or _folder(folder, above)
        found += [above] if above else []
    return tuple(found)


def _day(word: str) -> _PathDate | None:
    for found in _DAY.finditer(word):
        parts = tuple(int(found[index] or found[index + 2]) for index in (3, 4))
        if path_date := _path_date((int(found[1]), *parts), found[0]):
            return path_date
    return None


def _folder(word: str, above: _PathDate | None) -> _PathDate | None:
    """Return a year or month, or the month or day within the date of the folder above."""
    if found := _MONTH.fullmatch(word):
        return _path_date((int(found[1]), int(found[2] or found[3])), word)
    if found := _YEAR.fullmatch(word):
        return _path_date((int(found[1]),), word)
    found = _PART.fullmatch(word)
    if found is None or above is None or len(above.parts) == 3:
        return None
    return _path_date((*above.parts, int(found[1])), f"{above.words}/{word}")


def _path_date(parts: tuple[int, ...], words: str) -> _PathDate | None:
    """Return a date; None if it does not exist or is out of range."""
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return _PathDate(parts, words) if FIRST_YEAR <= parts[0] <= LAST_YEAR else None


def _is_about(entry: Entry[Any], path_date: _PathDate) -> bool:
    """Whether a path gives the time that an entry is about: a plan for 2026 may be published in 2025."""
    record, depth = entry.record, len(path_date.parts)
    period, span, start = (getattr(record, name, None) for name in ("period", "span", "start"))
    if start is not None and path_date.is_of(start):
        return True
    if depth == 3:
        return False
    spans = [(period.first, period.last)] if period else []
    spans += [(span.start, span.end)] if span else []
    return (depth == 1 and getattr(record, "year", None) == path_date.parts[0]) or any(
        _parts(first)[:depth] <= path_date.parts <= _parts(last)[:depth] for first, last in spans
    )


def _parts(day: date) -> tuple[int, ...]:
    return (day.year, day.month, day.day)
