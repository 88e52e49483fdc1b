"""Which entries have a form for printing beside their page, and what it is called. A portal needs to know where pages are."""

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
    """The sessions inside a series that have a form: the session, the form's name in its address, what it is called.

    The name is the day, and of several on one day a number.
    """
    days: Counter[str] = Counter()
    for session in () if is_meeting(series) else meetings_of(series):
        day = session.start.date().isoformat()
        days[day] += 1
        if SESSION.printable and (form := _of_session(SESSION.printable, series, session, dossiers)):
            yield session, day if days[day] == 1 else f"{day}-{days[day]}", form


def form_of(entry: Entry[Any], dossiers: Dossiers) -> str | None:
    """What the form of an entry is called; None where there would be nothing on it, or nothing to fill in any more."""
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
    """Whether it is known by name who was at a session."""
    return any(
        seat.status is AttendanceStatus.PRESENT for seat in seats(dossiers.lookups, entry, session, dossiers.as_of)
    )
