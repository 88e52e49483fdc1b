"""Who was at a session, and how many: by the table beside its entry, else by what the entry says.

An entry names those on leave and absent, and counts the others. The members of the group that met are credited by name
only where the numbers bear it out; otherwise counts count and nobody is named.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types.dates import to_date
from yuandi.entry_types.session import Attendance, AttendanceStatus, SessionFields
from yuandi.facts.membership import people_on
from yuandi.lookups.content_lookups import Lookups

_STATUSES = {word: status for status in AttendanceStatus for word in (status.value, status.label)}


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who was expected at a session: an id or a name, how it went, why, and when it was made up."""

    person: str
    status: AttendanceStatus
    reason: str = ""
    makeup: date | None = None

    def is_made_up(self, as_of: date) -> bool:
        """Whether what was missed has been made up by a day."""
        return self.makeup is not None and self.makeup <= as_of

    def was_there(self, as_of: date) -> bool:
        """Whether the hours count on a day: who has made a leave up was there."""
        return self.status is AttendanceStatus.PRESENT or self.is_made_up(as_of)


class Turnout(NamedTuple):
    """How many were expected, came, were on leave and were absent."""

    expected: int
    present: int
    leave: int
    absent: int


def turnout(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> Turnout | None:
    """How many came to a session; None where nobody was counted."""
    given = session.attendance
    if isinstance(given, Attendance):
        return _counted(given)
    rows = attendance_rows(lookups, entry, session)
    if not rows:
        return None
    states = Counter(status_of(row) for row in rows)
    return Turnout(len(rows), *(states[status] for status in AttendanceStatus))


def _counted(given: Attendance) -> Turnout | None:
    """The numbers that an entry gives; the one that is left out follows from the others."""
    if given.expected is None and given.present is None:
        return None
    leave, absent = len(given.leave), len(given.absent)
    present = given.present if given.present is not None else (given.expected or 0) - leave - absent
    expected = given.expected if given.expected is not None else present + leave + absent
    return Turnout(expected, present, leave, absent)


def seats(lookups: Lookups, entry: Entry[Any], session: SessionFields, as_of: date) -> tuple[Seat, ...]:
    """Who was expected at a session and how it went, where that is recorded by name; of one to come nobody."""
    if session.start.date() > as_of:
        return ()
    given = session.attendance
    if isinstance(given, Attendance):
        named_away = away(lookups, entry, session)
        return (*_present(lookups, entry, session, given, named_away), *named_away)
    return tuple(_rows_seats(lookups, entry, session))


def away(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> tuple[Seat, ...]:
    """Who is named as on leave or absent, also from a session to come."""
    given = session.attendance
    if not isinstance(given, Attendance):
        found = _rows_seats(lookups, entry, session)
        return tuple(seat for seat in found if seat.status is not AttendanceStatus.PRESENT)
    leave = (
        Seat(absence.person, AttendanceStatus.LEAVE, absence.reason or "", absence.makeup) for absence in given.leave
    )
    return (*leave, *(Seat(person, AttendanceStatus.ABSENT) for person in given.absent))


def _rows_seats(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> Iterator[Seat]:
    return (seat for row in attendance_rows(lookups, entry, session) if (seat := _seat(row)))


def _present(
    lookups: Lookups, entry: Entry[Any], session: SessionFields, given: Attendance, named_away: tuple[Seat, ...]
) -> Iterator[Seat]:
    """The members of the group that met without those who are named as away.

    As many must have been expected as the group had members on that day, and those who came and those who are named as
    away must be all of them; where one who is named as away is not a member, it is not known which member was missing.
    """
    group = lookups.groups.find(host_of(entry, session) or "")
    if group is None or given.expected is None or given.present is None:
        return
    who = lookups.belonging.who
    missing = {who(seat.person) for seat in named_away}
    members = people_on(lookups.belonging, group, session.start.date())
    there = [person for person in members if who(person) not in missing]
    if given.expected == len(members) == given.present + len(named_away) and given.present == len(there):
        yield from (Seat(person, AttendanceStatus.PRESENT) for person in there)


def host_of(entry: Entry[Any], session: SessionFields) -> str | None:
    """Who holds a session: its own host, else that of the series in which it stands."""
    return session.host or getattr(entry.record, "host", None)


def attendance_rows(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> tuple[Mapping[str, str], ...]:
    """The rows of the table beside an entry; none where there is no table or it could not be read."""
    given = session.attendance
    table = lookups.tables.get(named(entry.path, given)) if isinstance(given, str) else None
    return tuple(row for _, row in table.rows) if table else ()


def status_of(row: Mapping[str, str]) -> AttendanceStatus | None:
    """How somebody in a table stands; None for a word that the check reports."""
    return _STATUSES.get(row.get("status", ""))


def _seat(row: Mapping[str, str]) -> Seat | None:
    """A row of a table; None where nobody is named or the word for the status means nothing."""
    status, person = status_of(row), row.get("person", "")
    return Seat(person, status, row.get("reason", ""), _day(row.get("makeup", ""))) if status and person else None


def _day(text: str) -> date | None:
    """A day in a table; what is not one is reported by the rules about values."""
    try:
        return to_date(text) if text else None
    except ValueError:
        return None
