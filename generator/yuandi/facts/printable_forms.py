"""The entries with a printable form beside their page, and its name. A portal depends on the addresses of pages."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.entry_type import Printable
from yuandi.entry_types.paths import values_at
from yuandi.entry_types.session import TYPE as SESSION
from yuandi.entry_types.session import AttendanceStatus, SessionFields
from yuandi.facts.attendance import seats
from yuandi.facts.dossiers import Dossiers
from yuandi.facts.meetings import is_meeting, meetings_of


def inline_forms(series: Entry[Any], dossiers: Dossiers) -> Iterator[tuple[SessionFields, str, str]]:
    """The sessions inside a series that have a form: the session, the form's name in its address, its title.

    The name is the day, with a number if there are several on one day.
    """
    days: Counter[str] = Counter()
    for session in () if is_meeting(series) else meetings_of(series):
        day = session.start.date().isoformat()
        days[day] += 1
        if SESSION.printable and (form := _of_session(SESSION.printable, series, session, dossiers)):
            yield session, day if days[day] == 1 else f"{day}-{days[day]}", form


def form_of(entry: Entry[Any], dossiers: Dossiers) -> str | None:
    """The title of the form of an entry; None if it would be empty, or has nothing left to fill in."""
    printable = entry.type.printable
    if printable is None or not _has_what_it_needs(entry, printable):
        return None
    return _of_session(printable, entry, entry.record, dossiers) if is_meeting(entry) else printable.label


def _has_what_it_needs(entry: Entry[Any], printable: Printable) -> bool:
    return all(any(True for path in group for _ in values_at(entry.record, path)) for group in printable.needs)


def _of_session(printable: Printable, entry: Entry[Any], session: SessionFields, dossiers: Dossiers) -> str | None:
    if is_recorded(entry, session, dossiers):
        return printable.filled_in
    return printable.label if session.start.date() >= dossiers.as_of else None


def is_recorded(entry: Entry[Any], session: SessionFields, dossiers: Dossiers) -> bool:
    """Whether the attendance of a session is recorded by name."""
    return any(
        seat.status is AttendanceStatus.PRESENT for seat in seats(dossiers.lookups, entry, session, dossiers.as_of)
    )
