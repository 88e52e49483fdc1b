"""DAT007: a session on a day off."""

from collections.abc import Iterator
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.sessions import sessions_of
from yuandi.portal.portal import Portal

_DAYS = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)


@rule("DAT007", "not-a-workday", Severity.INFO, Scope.HEADS, AtOnce.NEVER)
def not_a_workday(portal: Portal) -> Iterator[Finding]:
    """A session on a holiday or weekend by calendar.yml; in a year that is not in it, on a weekend."""
    for held in sessions_of(portal):
        day = held.session.start.date()
        if not held.is_called_off and not portal.workdays.is_workday(day):
            yield Finding(held.at("start"), _message(day), _hint(portal, day))


def _message(day: date) -> Text:
    if day.weekday() < 5:
        return Text(f"{day} 是假日。", f"{day} is a holiday.")
    name = _DAYS[day.weekday()]
    return Text(f"{day} 是{name.zh}，不上班。", f"{day} is a {name.en}, not a working day.")


def _hint(portal: Portal, day: date) -> Text:
    if portal.workdays.knows(day):
        return Text("如确在这一天，不必改动。", "If the session is on that day, leave it as it is.")
    return Text(
        f"calendar.yml 没有 {day.year} 年，不知道是否调休上班。",
        f"calendar.yml does not have {day.year}, so it is not known whether this day is worked in place of another.",
    )
