"""DAT008: a publicity period that is too short."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import Notice
from yuandi.entry_types.notice import Publicity
from yuandi.portal.portal import Portal


@rule("DAT008", "short-publicity", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def short_publicity(portal: Portal) -> Iterator[Finding]:
    """A publicity period has fewer working days than the policy asks for; its first and last day count."""
    if not portal.policy_readable:
        return
    needed = portal.policy.in_force.publicity_workdays
    for entry in portal.of(Notice):
        period = entry.record.publicity
        if period is None or period.start > period.end:
            continue
        days = portal.workdays.count(period.start, period.end)
        if days < needed:
            yield Finding(
                entry.at("publicity"),
                Text(
                    f"公示期 {period.start} 至 {period.end} 只有 {days} 个工作日，应不少于 {needed} 个。",
                    f"The period from {period.start} to {period.end} is too short ({days} working days); the policy asks for at least {needed}.",
                ),
                _hint(portal, period),
            )


def _hint(portal: Portal, period: Publicity) -> Text:
    years = sorted({day.year for day in (period.start, period.end) if not portal.workdays.knows(day)})
    longer = Text("延长公示期。", "Extend the period.")
    if not years:
        return longer
    listed = "、".join(map(str, years))
    return Text(
        f"{longer.zh}calendar.yml 没有 {listed} 年，这里只除去周末。",
        f"{longer.en} calendar.yml does not have {' and '.join(map(str, years))}, so only weekends are left out.",
    )
