"""SES002: leave that was asked for after the session."""

from collections.abc import Iterator
from datetime import date

from pydantic_core import PydanticCustomError

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.sessions import HeldSession, attendance_table, sessions_of
from yuandi.entry_types.dates import to_date
from yuandi.entry_types.session import Attendance, AttendanceStatus
from yuandi.portal.portal import Portal

_LEAVE = {AttendanceStatus.LEAVE.value, AttendanceStatus.LEAVE.label}


@rule("SES002", "late-leave-request", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def late_leave_request(portal: Portal) -> Iterator[Finding]:
    """Leave was asked for on a day after the session."""
    for held in sessions_of(portal):
        for at, person, asked in _requests(portal, held):
            if asked > held.last_day:
                yield Finding(
                    at,
                    Text(
                        f"`{person}` 于 {asked} 请假，学习在 {held.last_day} 已经结束。",
                        f"`{person}` asked for leave on {asked}, after the session, which ended on {held.last_day}.",
                    ),
                    Text(
                        "请假应在事前提出；核对日期，或改记为缺席。",
                        "Leave must be asked for in advance. Check the date, or record an absence.",
                    ),
                )


def _requests(portal: Portal, held: HeldSession) -> Iterator[tuple[Location, str, date]]:
    """Yield the place, the person and the day of each request, from the entry or its CSV."""
    given = held.session.attendance
    if isinstance(given, Attendance):
        for index, leave in enumerate(given.leave):
            if leave.asked is not None:
                yield held.at("attendance", "leave", index), leave.person, leave.asked
    elif table := attendance_table(portal, held):
        for line, row in table.rows:
            asked = _day(row["asked"]) if "asked" in row and row.get("status") in _LEAVE else None
            if asked is not None:
                yield table.document.cell(line, row["asked"]), row.get("person", ""), asked


def _day(text: str) -> date | None:
    """Return a day; None for text that is not a date, which has its own finding."""
    try:
        return to_date(text)
    except PydanticCustomError:
        return None
