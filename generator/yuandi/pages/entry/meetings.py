"""Lists of sessions, of entries and inside series: upcoming and past ones, hours, attendance."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries, Session
from yuandi.entry_types.session import AttendanceStatus, SessionFields
from yuandi.facts.attendance import away, turnout
from yuandi.facts.meetings import is_meeting
from yuandi.facts.standing import is_revoked
from yuandi.i18n import clauses, message
from yuandi.i18n.dates import clock
from yuandi.page_plan.printable_forms import session_forms
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Meeting, Meetings
from yuandi.pages.words import length, number

_MISSING = {
    AttendanceStatus.LEAVE: message("请假 %(count)s 人"),
    AttendanceStatus.ABSENT: message("缺席 %(count)s 人"),
}


def sessions_of(shown: Shown, series: Entry[LectureSeries]) -> Iterator[tuple[Entry[Any], Any, str]]:
    """The sessions of a series, inline and as entries: the entry, the session's fields, its title."""
    for session in series.record.sessions:
        yield series, session, session.topic or series.record.title
    for source in parts_of(shown, series):
        if not is_revoked(source):
            yield source, source.record, source.record.title


def parts_of(shown: Shown, series: Entry[LectureSeries]) -> tuple[Entry[Session], ...]:
    """The current session entries of a series, revoked ones included: they are shown struck through."""
    return tuple(
        source
        for source in shown.portal.backlinks.get(series.id, ())
        if isinstance(source.record, Session)
        and source.id in shown.portal.listed
        and shown.found(source.record.part_of, source) is series
    )


def series_meetings(shown: Shown, entry: Entry[LectureSeries]) -> list[Meeting]:
    """The sessions of a series, inline and as entries, by time."""
    forms = {id(page.session): Link(page.form, page.address) for page in session_forms(shown.published, entry)}
    own = [
        replace(inline(shown, entry, session, None), form=forms.get(id(session))) for session in entry.record.sessions
    ]
    others = [of_entry(shown, source) for source in parts_of(shown, entry)]
    return sorted([*own, *others], key=lambda held: (held.start, held.title))


def inline(shown: Shown, series: Entry[Any], session: SessionFields, address: str | None) -> Meeting:
    """A session inside its series; it has no page, so the list shows its materials."""
    title = session.topic or series.record.title
    return replace(
        meeting(shown, session, title, address, attendance(shown, series, session)), materials=session.materials
    )


def listed(shown: Shown, entry: Entry[Any], session: SessionFields) -> Meeting:
    """A session in a list that links to its entry."""
    return of_entry(shown, entry) if is_meeting(entry) else inline(shown, entry, session, entry.address)


def of_entry(shown: Shown, entry: Entry[Session]) -> Meeting:
    """A session with its own page."""
    held = meeting(shown, entry.record, entry.record.title, entry.address, attendance(shown, entry, entry.record))
    return replace(held, is_revoked=True) if is_revoked(entry) else held


def meeting(
    shown: Shown,
    record: SessionFields,
    title: str,
    address: str | None,
    present: str = "",
) -> Meeting:
    """A session in a list."""
    return Meeting(
        title=title,
        address=address,
        number=record.no,
        start=record.start,
        end=record.end,
        clock=clock(record.start, record.end),
        label=record.kind.message,
        host=shown.actor(record.host) if record.host else None,
        place=record.place or "",
        lecturers=shown.actors(record.lecturers),
        hours=length(record.hours, record.days),
        attendance=present,
        chair=shown.actor(record.chair) if record.chair else None,
    )


def meetings(title: str, shown: Shown, given: Iterable[Meeting]) -> Meetings:
    """Sessions split at the day of the build: upcoming ones by time, past ones newest first."""
    ordered = list(given)
    coming = tuple(held for held in ordered if held.start.date() >= shown.as_of)
    past = tuple(held for held in reversed(ordered) if held.start.date() < shown.as_of)
    count = sum(not held.is_revoked for held in ordered)
    return Meetings(title, coming, past, message("共 %(count)s 场", count=count))


def attendance(shown: Shown, entry: Entry[Any], record: SessionFields) -> str:
    """`应到 38 人，实到 36 人`; if there is no count, the number of absentees: `请假 2 人`."""
    if counts := turnout(shown.portal, entry, record):
        expected, present = counts.expected, counts.present
        return clauses((message("应到 %(count)s 人", count=expected), message("实到 %(count)s 人", count=present)))
    missing = Counter(seat.status for seat in away(shown.portal, entry, record))
    return clauses(words.fill(count=missing[status]) for status, words in _MISSING.items() if missing[status])


def total_hours(shown: Shown, sessions: Iterable[SessionFields]) -> str:
    """The hours of sessions together; days by the policy's hours a day."""
    a_day = shown.portal.policy.in_force.hours_per_day
    return number(sum(held.hours if held.hours is not None else (held.days or 0) * a_day for held in sessions))
