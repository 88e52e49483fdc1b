"""Which entries have a form for printing beside their page, and which form. A portal needs to know where pages are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll, LectureSeries, Notice, Plan, Session
from yuandi.entry_types.session import AttendanceStatus, InlineSession, SessionFields
from yuandi.entry_types.values import Choice
from yuandi.facts.attendance import seats
from yuandi.facts.dossiers import Dossiers


class Form(Choice):
    """Forms that people print, fill in by hand, pin up or file."""

    SIGN_IN = "sign-in", "签到表"
    ATTENDANCE = "attendance", "考勤表"
    SCHEDULE = "schedule", "学习安排表"
    BREAKDOWN = "breakdown", "任务分解表"
    ROLL = "roll", "名单"
    SUBMISSIONS = "submissions", "报送登记表"


def inline_forms(series: Entry[LectureSeries], dossiers: Dossiers) -> Iterator[tuple[InlineSession, str, Form]]:
    """The sessions that stand in a series and have a form, each with the form's name: its day, and of several on one
    day a number."""
    days: Counter[str] = Counter()
    for one in series.record.sessions:
        day = one.start.date().isoformat()
        days[day] += 1
        if form := _of_session(series, one, dossiers):
            yield one, day if days[day] == 1 else f"{day}-{days[day]}", form


def _of_session(entry: Entry[Any], one: SessionFields, dossiers: Dossiers) -> Form | None:
    if any(seat.status is AttendanceStatus.PRESENT for seat in seats(dossiers.lookups, entry, one, dossiers.as_of)):
        return Form.ATTENDANCE
    return Form.SIGN_IN if one.start.date() >= dossiers.as_of else None


def form_of(entry: Entry[Any], dossiers: Dossiers) -> Form | None:
    """The form of an entry; None where there would be nothing on it, or nothing to fill in any more."""
    record = entry.record
    if isinstance(record, Session):
        return _of_session(entry, record, dossiers)
    if isinstance(record, LectureSeries):
        return Form.SCHEDULE
    if isinstance(record, Plan):
        return Form.BREAKDOWN if record.phases or record.tasks else None
    if isinstance(record, HonourRoll):
        return Form.ROLL
    return Form.SUBMISSIONS if isinstance(record, Notice) and record.deadline and record.to else None
