"""Which entries have a form for printing beside their page, and which form. A portal needs to know where pages are."""

from typing import Any

from yuandi.dossiers import Dossiers
from yuandi.entry import Entry
from yuandi.models import HonourRoll, LectureSeries, Notice, Plan, Session
from yuandi.models.session import AttendanceStatus
from yuandi.models.values import Choice


class Form(Choice):
    """Forms that people print, fill in by hand, pin up or file."""

    SIGN_IN = "sign-in", "签到表"
    ATTENDANCE = "attendance", "考勤表"
    SCHEDULE = "schedule", "学习安排表"
    BREAKDOWN = "breakdown", "任务分解表"
    ROLL = "roll", "名单"
    SUBMISSIONS = "submissions", "报送登记表"


def form_of(entry: Entry[Any], dossiers: Dossiers) -> Form | None:
    """The form of an entry; None where there would be nothing on it, or nothing to fill in any more."""
    record = entry.record
    if isinstance(record, Session):
        if any(seat.status is AttendanceStatus.PRESENT for seat in dossiers.seats(entry, record)):
            return Form.ATTENDANCE
        return Form.SIGN_IN if record.start.date() >= dossiers.as_of else None
    if isinstance(record, LectureSeries):
        return Form.SCHEDULE
    if isinstance(record, Plan):
        return Form.BREAKDOWN if record.phases or record.tasks else None
    if isinstance(record, HonourRoll):
        return Form.ROLL
    return Form.SUBMISSIONS if isinstance(record, Notice) and record.deadline and record.to else None
