"""TXT010: a body that is the same, or nearly the same, as that of another entry, or that repeats a large part of itself.

Linear: bodies meet only where they share one of their longest clauses, and each is compared with few.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.portal.portal import Portal

_WORD = re.compile(r"\w+")
_LEAST, _NEARLY_LEAST = 50, 100
"""The least number of characters of a body that is compared for equality, and for likeness."""
_ALIKE = 0.8
"""Two bodies are nearly the same if they share at least this part of their runs of four characters."""
_CLAUSES, _COMPARED = 8, 4
"""The number of clauses that stand for a body, and of bodies that it is compared with at most."""
_BLOCK, _LINE = 500, 12
"""The least number of characters of a repeated part, and of its longest line."""


def traits(entry: Entry[Any]) -> Iterator[str]:
    """Yield the traits of a body: all of it, and its longest clauses."""
    body = entry.body.strip()
    if _is_comparable(body):
        yield body
        yield from _clauses(body)


@rule("TXT010", "duplicate-body", Severity.WARNING, Scope.PORTAL, AtOnce.NEVER, traits=traits)
def duplicate_body(portal: Portal) -> Iterator[Finding]:
    """A body that is (nearly) that of another entry."""
    seen = _Seen()
    for entry in sorted(portal.entries, key=lambda known: (known.record.date or date.min, known.path)):
        if other := seen.like(entry):
            yield _finding(entry, other)
        if block := _block(entry.body):
            yield _within(entry, *block)


@dataclass(slots=True)
class _Seen:
    """The bodies seen so far, by the hashes of their text and clauses, which take less memory than the text."""

    exact: dict[int, Entry[Any]] = field(default_factory=dict)
    by_clause: dict[int, tuple[Entry[Any], ...]] = field(default_factory=dict)

    def like(self, entry: Entry[Any]) -> Entry[Any] | None:
        """Return the first entry with the same or nearly the same body, and remember this entry."""
        body = entry.body.strip()
        if not _is_comparable(body):
            return None
        same = self.exact.setdefault(hash(body), entry)
        if same is not entry and same.body.strip() == body:
            return None if _is_successor(entry, same) else same
        clauses = [hash(clause) for clause in _clauses(body)]
        met = [known for clause in clauses for known in self.by_clause.get(clause, ())]
        if other := self._nearest(entry, body, len(clauses), met):
            return other
        for clause in clauses:
            known = self.by_clause.get(clause, ())
            if len(known) < _COMPARED:
                self.by_clause[clause] = (*known, entry)
        return None

    def _nearest(self, entry: Entry[Any], body: str, clauses: int, met: list[Entry[Any]]) -> Entry[Any] | None:
        """Return the first entry with nearly the same body among those that share a clause."""
        if not met:
            return None
        near = {known.path: known for known in met}
        for path, shared in Counter(known.path for known in met).most_common(_COMPARED):
            other = near[path]
            if 2 * shared >= clauses - 2 and _is_alike(body, other.body) and not _is_successor(entry, other):
                return other
        return None


def _is_comparable(body: str) -> bool:
    """Whether a body is long enough to compare."""
    return len(body) >= _LEAST and (len(body) >= 4 * _LEAST or len("".join(_WORD.findall(body))) >= _LEAST)


def _clauses(body: str) -> list[str]:
    """Return the longest clauses of a body, which stand for it."""
    if len(body) < _NEARLY_LEAST:
        return []
    pieces = body.split("，")
    if len(pieces) < 2 * _CLAUSES:
        pieces = _WORD.findall(body)
    longest = sorted(pieces, key=len, reverse=True)
    found = longest[:_CLAUSES]
    return found if len(set(found)) == len(found) else list(dict.fromkeys(longest))[:_CLAUSES]


def _is_alike(body: str, other: str) -> bool:
    first, second = _runs(body), _runs(other)
    smaller, larger = sorted((len(first), len(second)))
    return smaller >= _ALIKE * larger and len(first & second) >= _ALIKE * len(first | second)


def _runs(body: str) -> set[str]:
    """Return all runs of four characters of a body, without punctuation and blanks."""
    words = "".join(_WORD.findall(body))
    return {words[place : place + 4] for place in range(len(words) - 3)}


def _is_successor(entry: Entry[Any], other: Entry[Any]) -> bool:
    """Whether one of two entries supersedes the other: a new edition may read like the old one."""
    first, second = entry.record.supersedes, other.record.supersedes
    return bool((first and _names(first, other)) or (second and _names(second, entry)))


def _names(word: str, entry: Entry[Any]) -> bool:
    return word == entry.id or (word.endswith(".md") and entry.path.endswith(word.lstrip("./")))


@dataclass(frozen=True, slots=True)
class _BodyLine:
    """A line of a body that is not blank."""

    start: int
    line: int
    words: str


def _body_lines(body: str) -> Iterator[_BodyLine]:
    start = 0
    for line, text in enumerate(body.split("\n")):
        if text.strip():
            yield _BodyLine(start, line, text.strip())
        start += len(text) + 1


def _block(body: str) -> tuple[_BodyLine, _BodyLine, _BodyLine] | None:
    """Return the first and the last line of a part of a body that repeats an earlier part, and the first line of that part."""
    lines = [line for line in body.split("\n") if len(line) > _LINE] if len(body) >= 2 * _BLOCK else []
    if len(set(lines)) == len(lines):
        return None
    rows = list(_body_lines(body))
    first: dict[str, int] = {}
    start, model, length = 0, -1, 0
    for index, row in enumerate((*rows, _BodyLine(0, 0, ""))):
        if 0 <= model < start - 1 and rows[model + 1].words == row.words:
            model += 1
        elif length >= _BLOCK:
            return rows[start], rows[index - 1], rows[model - (index - 1 - start)]
        else:
            start, model, length = index, first.get(row.words, -1), 0
        length += len(row.words) if model >= 0 else 0
        first.setdefault(row.words, index)
    return None


def _finding(entry: Entry[Any], other: Entry[Any]) -> Finding:
    body = entry.body
    start = len(body) - len(body.lstrip())
    end = body.find("\n", start)
    return Finding(
        entry.at_body(start, end if end > 0 else len(body)),
        Text(
            f"正文与 {other.path} 相同或几乎相同。",
            f"The body is the same as that of {other.path}, or nearly the same.",
        ),
        Text(
            "改为引用那一篇，或写出不同之处；修订本用 `supersedes`。",
            "Refer to that entry, or say what differs. If this is a new edition, name the old one in `supersedes`.",
        ),
    )


def _within(entry: Entry[Any], first: _BodyLine, last: _BodyLine, model: _BodyLine) -> Finding:
    count = last.start + len(last.words) - first.start
    line = entry.at_body(model.start, model.start).line
    return Finding(
        entry.at_body(first.start, first.start + len(first.words)),
        Text(
            f"从这里起的 {count} 个字与第 {line} 行起的相同。",
            f"{count} characters from here on repeat the text from line {line} on.",
        ),
        Text("删去重复的部分。", "Remove the repeated part."),
    )
