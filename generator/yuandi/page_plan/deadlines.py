"""Deadlines, as `EntryType.dues` defines them. One list, for the home page, boards and calendars; and the subjects that
owe them. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Unit
from yuandi.entry_types.entry_type import RECIPIENTS, Due
from yuandi.entry_types.kinds import category
from yuandi.entry_types.paths import has_field, values_at
from yuandi.facts.population import existed
from yuandi.page_plan.published import Published
from yuandi.portal.portal import Portal

_SEPARATORS = re.compile("[、，,；;]")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due on a day: its text, its entry, its owner (an id or a name), the day it was done, and all who owe it.

    `lapses` is True if it is unknown whether it was done.
    """

    day: date
    text: str
    entry: Entry[Any]
    owner: str | None
    done: date | None = None
    owed_by: tuple[str, ...] = ()
    lapses: bool = False

    def is_done(self, as_of: date) -> bool:
        """Whether it was done by a day."""
        return self.done is not None and self.done <= as_of


def deadlines(published: Published) -> tuple[Deadline, ...]:
    """All deadlines by day, past ones included."""
    return tuple(sorted(_deadlines(published), key=lambda deadline: (deadline.day, deadline.text, deadline.entry.path)))


def _deadlines(published: Published) -> Iterator[Deadline]:
    for entry in published.counted:
        for due in entry.type.dues:
            if due.done is not None or not published.is_expired(entry):
                yield from _of_type(published, entry, due)


def _of_type(published: Published, entry: Entry[Any], due: Due) -> Iterator[Deadline]:
    """The deadlines of one line of a type's `dues`: of the entry, or of each of its items."""
    for item in values_at(entry.record, due.items):
        for day in values_at(item, due.day):
            yield Deadline(
                day,
                getattr(item, due.text),
                entry,
                owner=next(_words(entry, item, due.owner), None),
                done=next(values_at(item, due.done), None) if due.done else None,
                owed_by=tuple(dict.fromkeys(_owing(published, entry, item, due.owed_by))),
                lapses=due.done is None,
            )


def _words(entry: Entry[Any], item: Any, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield from values_at(item if has_field(item, path) else entry.record, path)


def _owing(published: Published, entry: Entry[Any], item: Any, paths: Iterable[str]) -> Iterator[str]:
    """The subjects that owe it; the line of recipients may mean several units."""
    for path in paths:
        words = tuple(_words(entry, item, (path,)))
        yield from (unit.id for unit in addressed_units(published.portal, words)) if path == RECIPIENTS else words


def owed(published: Published) -> Mapping[tuple[str, str], Sequence[Deadline]]:
    """Open deadlines by the kind and id of the subject that owes them, by day. It is unknown whether the answer to a
    notice came in, so it is owed until its day only."""
    found: dict[tuple[str, str], list[Deadline]] = {}
    for deadline in deadlines(published):
        if deadline.is_done(published.as_of) or (deadline.lapses and deadline.day < published.as_of):
            continue
        for word in deadline.owed_by:
            for kind in ("person", "unit", "group"):
                if known := published.portal.directory(kind).find(word):
                    found.setdefault((kind, known.id), []).append(deadline)
                    break
    return found


def addressed_units(portal: Portal, words: Iterable[str]) -> tuple[Unit, ...]:
    """The units that a line of recipients means: by name, or all of a kind (`机关各部门、各县市支行`)."""
    found: dict[str, Unit] = {}
    for part in (part for word in words for part in _SEPARATORS.split(word)):
        known = _of_name(portal, part)
        kind = part.partition("各")[2]
        there = (unit for unit in portal.units if kind and _is_in(category(unit.kind), kind))
        found |= {unit.id: unit for unit in ((known,) if known else there) if existed(unit, portal.as_of.year)}
    return tuple(found.values())


def _of_name(portal: Portal, word: str) -> Unit | None:
    return portal.units.find(word) or next((unit for unit in portal.units if unit.short == word), None)


def _is_in(label: str, phrase: str) -> bool:
    """Whether a phrase has the characters of a label in their order: `县支行` is in `县市支行`."""
    rest = iter(phrase)
    return bool(label) and all(character in rest for character in label)
