"""The attendance of a session for measures: names and numbers at `attendance`, in whatever form the entry gives it."""

from typing import Any

from yuandi.entry_types.session import AttendanceStatus, SessionFields
from yuandi.facts.attendance import seats, turnout
from yuandi.measures.record import Found
from yuandi.portal.portal import Portal

ATTENDANCE = "attendance"
_AWAY = {"leave": AttendanceStatus.LEAVE, "absent": AttendanceStatus.ABSENT}


def session_of(found: Found) -> SessionFields | None:
    """The session of a record: an entry, or a session inside a series."""
    held = found.record if found.inner is None else found.inner
    return held if isinstance(held, SessionFields) else None


def at_attendance(portal: Portal, found: Found, what: str) -> list[Any]:
    """The values at `attendance.…`: the people on leave or absent, else a number."""
    held = session_of(found)
    if held and what in _AWAY:
        away = seats(portal, found.entry, held, portal.as_of)
        return [seat.person for seat in away if seat.status is _AWAY[what]]
    return list(attendance_numbers(portal, found, what))


def attendance_numbers(portal: Portal, found: Found, what: str) -> list[float]:
    """The number expected, present, on leave or absent; empty if there is no count."""
    held = session_of(found)
    counts = turnout(portal, found.entry, held) if held else None
    number = counts._asdict().get(what) if counts else None
    return [] if number is None else [float(number)]


def those_present(portal: Portal, found: Found) -> list[str]:
    """The people known to be present, by id if the directory has them, else by name."""
    held = session_of(found)
    if held is None:
        return []
    who = portal.belonging.who
    there = seats(portal, found.entry, held, portal.as_of)
    return [who(seat.person) for seat in there if seat.was_there(portal.as_of)]
