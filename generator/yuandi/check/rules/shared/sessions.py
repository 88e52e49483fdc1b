"""Every session of a portal, as an entry or as an item of a lecture series: shared by the rules about sessions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Any

from yuandi.base.source import Location
from yuandi.content.addresses import named
from yuandi.content.entry import Entry, Table
from yuandi.entry_types import LectureSeries
from yuandi.entry_types.session import SessionFields
from yuandi.facts.meetings import meetings_of
from yuandi.facts.standing import Purpose, counts_for, is_unpublished
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

_LONGEST = 400
"""Days. A longer session is taken as one of this length: the number is a mistake."""


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session with its entry, and its path within the entry."""

    entry: Entry[Any]
    session: SessionFields
    base: Path = ()

    def at(self, *path: str | int) -> Location:
        """Return the place of one of its fields."""
        return self.entry.at(*self.base, *path)

    def key(self, name: str, *path: str | int) -> str:
        """Return the name of a field as the file has it."""
        return self.entry.origin.key(name, *self.base, *path)

    @property
    def order(self) -> tuple[datetime, str, Path]:
        """The sort key: time, then path."""
        return (self.session.start, self.entry.path, self.base)

    @property
    def is_called_off(self) -> bool:
        """Whether it was withdrawn or superseded."""
        return not counts_for(self.entry, Purpose.NUMBERS) and not is_unpublished(self.entry)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        if self.session.end:
            return self.session.end.date()
        return self.session.start.date() + timedelta(days=_whole_days(self.session) - 1)


def sessions_of(portal: Portal) -> Iterator[HeldSession]:
    """Yield all sessions, by path."""
    for entry in portal.entries:
        field = entry.type.meetings
        for index, session in enumerate(meetings_of(entry)):
            yield HeldSession(entry, session, (field, index) if field else ())


def by_series(portal: Portal) -> dict[str, list[HeldSession]]:
    """Return the sessions of each lecture series by its path, in order of time: its items, and the entries that are part of it."""
    found: dict[str, list[HeldSession]] = {series.path: [] for series in portal.of(LectureSeries)}
    for held in sessions_of(portal):
        series = held.entry if held.base else _series(portal, held.entry)
        if series is not None and series.path in found:
            found[series.path].append(held)
    return {path: sorted(sessions, key=lambda held: held.order) for path, sessions in found.items()}


def _series(portal: Portal, entry: Entry[Any]) -> Entry[Any] | None:
    return portal.named_by(entry, entry.record.part_of) if entry.record.part_of else None


def attendance_table(portal: Portal, held: HeldSession) -> Table | None:
    """Return the attendance table of a session; None if there is none or it could not be read."""
    word = held.session.attendance
    return portal.tables.get(named(held.entry.path, word)) if isinstance(word, str) else None


def taken_time(session: SessionFields, hours_per_day: float) -> tuple[datetime, datetime] | None:
    """Return from when until when a session takes up people and rooms; None if the hour is not known.

    A start or end without an hour means the whole day, if the session takes a day or more. A session does not run past
    midnight unless it gives a later end or several days.
    """
    start = session.start
    end = _end(session, hours_per_day)
    return (start, end) if end is not None and end > start else None


def _end(session: SessionFields, hours_per_day: float) -> datetime | None:
    start, end = session.start, session.end
    if end is not None and end.time() != time.min:
        return end
    midnight = _midnight_after(start)
    if end is not None and end.date() > start.date():
        return _midnight_after(end)
    if end is not None and start.time() != time.min:
        return midnight
    if session.days is not None and session.days >= 1 and not (session.hours and session.days == 1):
        return midnight + timedelta(days=_whole_days(session) - 1)
    hours = session.hours if session.hours is not None else (session.days or 0) * hours_per_day
    if start.time() == time.min:
        return midnight if hours >= hours_per_day else None
    return min(start + timedelta(hours=min(hours, 24)), midnight)


def _midnight_after(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time.min) + timedelta(days=1)


def _whole_days(session: SessionFields) -> int:
    return max(1, ceil(min(session.days or 0, _LONGEST)))
