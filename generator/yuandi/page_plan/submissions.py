"""Submissions, and what is still owed: the lines of the register. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.facts.meetings import is_meeting
from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.page_plan.published import Published

_OPEN = {State.VIOLATED, State.WARNING, State.PENDING, State.NO_DATA}


@dataclass(frozen=True, slots=True)
class Sent:
    """An entry that was handed in on a day, and the verdict with its deadline, if any."""

    entry: Entry[Any]
    day: date
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A submission that a measure requires by a day and that is missing."""

    verdict: Verdict
    due: date


def submissions(published: Published) -> tuple[Sent | Owed, ...]:
    """What was sent, newest first, then what is owed, in the order of the policy."""
    dated = [row for row in published.measured if row.limit.due]
    return (*_sent(published, dated), *_owed(dated))


def _sent(published: Published, dated: Iterable[Verdict]) -> Iterator[Sent]:
    asked = _asked(dated)
    for entry in published.counted:
        row = asked.get(entry.path)
        handed_in = entry.type.handed_in
        day = (getattr(entry.record, handed_in) if handed_in else None) or (entry.record.date if row else None)
        if day is not None:
            yield Sent(entry, day, row)


def _asked(dated: Iterable[Verdict]) -> Mapping[str, Verdict]:
    """The verdict with the deadline of an entry, by its path: of several, the one with the earliest deadline."""
    found: dict[str, Verdict] = {}
    for row in sorted(dated, key=lambda row: row.limit.due or date.max):
        for entry in (*row.evidence, *row.late):
            if not is_meeting(entry):
                found.setdefault(entry.path, row)
    return found


def _owed(dated: Iterable[Verdict]) -> Iterator[Owed]:
    for row in dated:
        due, came = row.limit.due, (row.value or 0) + len(row.late)
        if due is not None and row.state in _OPEN and came < (row.limit.low or 1) and not _is_held(row):
            yield Owed(row, due)


def _is_held(row: Verdict) -> bool:
    """Whether a measure counts sessions, which are held, not handed in."""
    of = row.measure.record.measure
    return of is not None and "session" in (of.count, of.presence, of.of)
