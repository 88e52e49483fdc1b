"""SES005: one lecturer or one room in two sessions at the same time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.sessions import HeldSession, sessions_of, taken_time
from yuandi.chinese.names import plain_name
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

_MANY = re.compile(r"线上|网络|网上|视频|腾讯会议|钉钉|各")
"""Places that can hold several sessions at once."""


@dataclass(frozen=True, slots=True)
class _Booking:
    """A session that takes up a lecturer or a place; `path` and `word` are the field that gives it."""

    held: HeldSession
    path: Path
    word: str
    start: datetime
    end: datetime


@rule("SES005", "double-booking", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def double_booking(portal: Portal) -> Iterator[Finding]:
    """One lecturer or one place twice at overlapping times. A session may begin when another ends."""
    for bookings in _bookings(portal).values():
        bookings.sort(key=lambda booking: (booking.start, booking.held.order))
        longest = bookings[0]
        for booking in bookings[1:]:
            if booking.start < longest.end:
                yield _finding(booking, longest)
            longest = booking if booking.end > longest.end else longest


def _bookings(portal: Portal) -> dict[str, list[_Booking]]:
    """Return all bookings, by lecturer or place."""
    found: dict[str, list[_Booking]] = {}
    hours_per_day = portal.policy.in_force.hours_per_day
    for held in sessions_of(portal):
        times = None if held.is_called_off else taken_time(held.session, hours_per_day)
        if times is None:
            continue
        for key, (path, word) in _taken(portal, held).items():
            found.setdefault(key, []).append(_Booking(held, path, word, *times))
    return found


def _taken(portal: Portal, held: HeldSession) -> dict[str, tuple[Path, str]]:
    """Return the lecturers and the place of a session, each once, with the field that gives it."""
    taken: dict[str, tuple[Path, str]] = {}
    for index, word in enumerate(held.session.lecturers):
        taken.setdefault(f"lecturer {portal.belonging.who(word)}", (("lecturers", index), word))
    place = held.session.place
    if place and not _MANY.match(place.strip()):
        taken[f"place {plain_name(place)}"] = (("place",), place)
    return taken


def _finding(booking: _Booking, other: _Booking) -> Finding:
    key, when = booking.held.key(str(booking.path[0])), f"{other.start:%Y-%m-%d %H:%M}"
    return Finding(
        booking.held.at(*booking.path),
        Text(
            f"`{key}: {booking.word}` 在同一时间另有安排：“{other.held.session.topic}”，{when} 起，见 {other.held.entry.path}。",
            f"`{key}: {booking.word}` is also booked for `{other.held.session.topic}`, "
            f"which begins at {when}; see {other.held.entry.path}.",
        ),
        Text(
            "改时间、地点或主讲人；没有写结束时间的按学时推算。",
            "Change the time, the place or the lecturer. Without `end`, it is calculated from the hours.",
        ),
    )
