"""Who was at a session, and how many: by the table beside its entry, else by the entry itself.

An entry names those on leave and absent, and counts the others. Members of the group that met are credited by name
only if the numbers agree; otherwise only the counts are used.
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
    """A person expected at a session: an id or a name, the status, the reason, and the make-up day."""

    person: str
    status: AttendanceStatus
    reason: str = ""
    makeup: date | None = None

    def is_made_up(self, as_of: date) -> bool:
        """Whether a leave has been made up by a day; an absence is not a leave."""
        return self.status is AttendanceStatus.LEAVE and self.makeup is not None and self.makeup <= as_of

    def was_there(self, as_of: date) -> bool:
        """Whether the hours count on a day: for those present, and for a leave that was made up."""
        return self.status is AttendanceStatus.PRESENT or self.is_made_up(as_of)


class Turnout(NamedTuple):
    """The number expected, present, on leave and absent."""

    expected: int
    present: int
    leave: int
    absent: int


def turnout(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> Turnout | None:
    """The turnout of a session; None if there is no count."""
    given = session.attendance
    if isinstance(given, Attendance):
        return _counted(given)
    rows = attendance_rows(lookups, entry, session)
    if not rows:
        return None
    states = Counter(status_of(row) for row in rows)
    return Turnout(len(rows), *(states[status] for status in AttendanceStatus))


def _counted(given: Attendance) -> Turnout | None:
    """The numbers that an entry gives; a missing one is computed from the others."""
    if given.expected is None and given.present is None:
        return None
    leave, absent = len(given.leave), len(given.absent)
    present = given.present if given.present is not None else (given.expected or 0) - leave - absent
    expected = given.expected if given.expected is not None else present + leave + absent
    return Turnout(expected, present, leave, absent)


def seats(lookups: Lookups, entry: Entry[Any], session: SessionFields, as_of: date) -> tuple[Seat, ...]:
    """The people expected at a session, as far as recorded by name; empty for an upcoming session."""
    if session.start.date() > as_of:
        return ()
    given = session.attendance
    if isinstance(given, Attendance):
        named_away = away(lookups, entry, session)
        return (*_present(lookups, entry, session, given, named_away), *named_away)
    return tuple(_rows_seats(lookups, entry, session))


def away(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> tuple[Seat, ...]:
    """The people named as on leave or absent, also for an upcoming session."""
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
    """The members of the group that met, without those named as away.

    The number expected must equal the number of members on that day, and those present and those named as away must
    add up to it; if a person named as away is not a member, it is unknown which member was missing.
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
    """The host of a session: its own, else that of its series."""
    return session.host or getattr(entry.record, "host", None)


def attendance_rows(lookups: Lookups, entry: Entry[Any], session: SessionFields) -> tuple[Mapping[str, str], ...]:
    """The rows of the table beside an entry; empty if there is no table or it could not be read."""
    given = session.attendance
    table = lookups.tables.get(named(entry.path, given)) if isinstance(given, str) else None
    return tuple(row for _, row in table.rows) if table else ()


def status_of(row: Mapping[str, str]) -> AttendanceStatus | None:
    """The status in a row of a table; None for an unknown word, which the check reports."""
    return _STATUSES.get(row.get("status", ""))


def _seat(row: Mapping[str, str]) -> Seat | None:
    """The seat of a row; None if it has no person or an unknown status."""
    status, person = status_of(row), row.get("person", "")
    return Seat(person, status, row.get("reason", ""), _day(row.get("makeup", ""))) if status and person else None


def _day(text: str) -> date | None:
    """A day in a table; None for other text, which the rules about values report."""
    try:
        return to_date(text) if text else None
    except ValueError:
        return None
