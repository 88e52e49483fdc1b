"""The dossiers (学习档案) of all people, units and groups by year, from one pass over all entries.

Content and days in, values out. A portal depends on the list of dossiers, so this module is below it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types.dates import FIRST_YEAR, LAST_YEAR, Period, to_period
from yuandi.entry_types.entry_type import Chapter, Filing
from yuandi.entry_types.paths import has_field, values_at
from yuandi.entry_types.record import Range
from yuandi.facts.attendance import Seat, host_of, seats
from yuandi.facts.meetings import meetings_of
from yuandi.facts.standing import counted, is_revoked
from yuandi.i18n import message
from yuandi.lookups.content_lookups import Lookups

Whose = tuple[str, str]
"""A kind of subject, `person`, `unit` or `group`, and its id."""

LEAST = 3
"""The minimum number of items in a dossier; fewer are already on the subject's own page."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One item of a dossier: the entry, the part of it, the role or the seat of the subject in it."""

    chapter: Chapter
    entry: Entry[Any]
    part: Any = None
    role: str = ""
    seat: Seat | None = None

    @property
    def record(self) -> Any:
        """The record of the item: the part, or the entry as a whole."""
        return self.entry.record if self.part is None else self.part


Dossier = tuple[Filed, ...]
_Filing = tuple[str, int, Filed]


@dataclass(frozen=True)
class Dossiers:
    """All dossiers of some entries on a day."""

    lookups: Lookups
    entries: tuple[Entry[Any], ...]
    as_of: date

    @cached_property
    def by_subject(self) -> Mapping[Whose, Mapping[int, Dossier]]:
        """The dossiers with enough items, by subject and by year, the newest year first."""
        kept = {
            whose: {year: tuple(filed) for year, filed in sorted(years.items(), reverse=True) if _tells(filed)}
            for whose, years in self.everything.items()
        }
        return {whose: years for whose, years in kept.items() if years}

    def of(self, kind: str, identifier: str) -> Mapping[int, Dossier]:
        """The dossiers of one subject by year, the newest first."""
        return self.by_subject.get((kind, identifier), {})

    def filed(self, kind: str, identifier: str, *chapters: Chapter) -> Iterator[Filed]:
        """The items of a subject in some chapters, of all years, the newest year first."""
        years = self.everything.get((kind, identifier), {})
        for year in sorted(years, reverse=True):
            yield from (item for item in years[year] if item.chapter in chapters)

    @cached_property
    def everything(self) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        """All filed items, even if too few for a dossier."""
        return self._filed_of(counted(self.lookups, self.entries, self.as_of))

    @cached_property
    def revoked(self) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        """The items of revoked entries: they are shown struck through and never count."""
        return self._filed_of(entry for entry in self.entries if is_revoked(entry))

    def _filed_of(self, entries: Iterable[Entry[Any]]) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        found: dict[Whose, dict[int, list[Filed]]] = {}
        for entry in entries:
            seen: set[tuple[Whose, int, Chapter, str, int]] = set()
            for word, year, filed in self._filings(entry):
                for whose in self._whose(word):
                    key = (whose, year, filed.chapter, filed.role, id(filed.part))
                    if key not in seen:
                        seen.add(key)
                        found.setdefault(whose, {}).setdefault(year, []).append(filed)
        return found

    def _whose(self, word: str) -> Iterator[Whose]:
        """The subjects that a word names; a group includes its unit."""
        if person := self.lookups.people.find(word):
            yield "person", person.id
        elif unit := self.lookups.units.find(word):
            yield "unit", unit.id
        elif group := self.lookups.groups.find(word):
            yield "group", group.id
            if group.unit and (above := self.lookups.units.find(group.unit)):
                yield "unit", above.id

    def _filings(self, entry: Entry[Any]) -> Iterator[_Filing]:
        """The filings of an entry: the word that names the subject, the year, the item."""
        for filing in entry.type.dossier:
            yield from self._filed(entry, filing)
        for meeting in meetings_of(entry):
            yield from self.held(entry, meeting)

    def _filed(self, entry: Entry[Any], filing: Filing) -> Iterator[_Filing]:
        """The filings of one line of a type's `dossier`."""
        for item in self._items(entry, filing.items):
            part = item if filing.items and filing.as_part else None
            said = next(values_at(item, filing.role_from), None) if filing.role_from else None
            words = tuple(dict.fromkeys(_words(entry, item, filing.whose)))
            for year in self._years(entry, item, filing.year):
                yield from ((word, year, Filed(filing.chapter, entry, part, said or filing.role)) for word in words)

    def _items(self, entry: Entry[Any], path: str) -> Iterator[Any]:
        """The items of a field, or the rows of the table that it names; without a path the entry as a whole."""
        for item in values_at(entry.record, path):
            if not isinstance(item, str):
                yield item
            elif table := self.lookups.tables.get(named(entry.path, item)):
                yield from (row for _, row in table.rows)

    def _years(self, entry: Entry[Any], item: Any, paths: Iterable[str]) -> Iterable[int]:
        """The years at the first path that has any, looked up in the item before the entry."""
        for path in paths:
            for holder in (item, entry.record):
                if years := _years_in(next(values_at(holder, path), None), self.as_of):
                    return years
        return ()

    def held(self, entry: Entry[Any], session: Any) -> Iterator[_Filing]:
        """The filings of a session, of its own entry or inside a series; upcoming ones are not filed."""
        if session.start.date() > self.as_of:
            return
        year = session.start.year
        part = None if session is entry.record else session
        if host := host_of(entry, session):
            yield host, year, Filed(Chapter.HOSTED, entry, part)
        for lecturer in session.lecturers:
            yield lecturer, year, Filed(Chapter.GIVEN, entry, part, message("主讲"))
        if session.chair:
            yield session.chair, year, Filed(Chapter.GIVEN, entry, part, message("主持"))
        for seat in seats(self.lookups, entry, session, self.as_of):
            yield seat.person, year, Filed(Chapter.ATTENDED, entry, part, seat=seat)


def _tells(filed: list[Filed]) -> bool:
    """Whether there are enough items; two roles in one item count once."""
    return len({(item.entry.path, id(item.part)) for item in filed}) >= LEAST


def _words(entry: Entry[Any], item: Any, paths: Iterable[str]) -> Iterator[str]:
    """The words at some paths, of the item if it has such a field, else of the entry."""
    for path in paths:
        yield from values_at(item if has_field(item, path) else entry.record, path)


def _years_in(value: Any, as_of: date) -> Iterable[int]:
    """The years of a value: for a span those that have begun, else the year in which it begins."""
    if isinstance(value, Range):
        return years_of(value, as_of)
    if isinstance(value, date | datetime):
        return (value.year,)
    if isinstance(value, int):
        return (value,)
    if isinstance(value, str):
        value = _period(value)
    return (value.first.year,) if isinstance(value, Period) else ()


def _period(word: str) -> Period | None:
    try:
        return to_period(word)
    except ValueError:
        return None


def years_of(span: Range, as_of: date) -> range:
    """The years of a span that have begun, and its first."""
    first, last = max(span.start.year, FIRST_YEAR), min(span.end.year, LAST_YEAR)
    return range(first, max(first, min(last, as_of.year)) + 1)
