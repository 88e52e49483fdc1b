"""PRJ003: a project that takes longer than the policy allows."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import figure, standard_of
from yuandi.entry_types import Project
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal


@rule("PRJ003", "too-long", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def too_long(portal: Portal) -> Iterator[Finding]:
    """The span is longer than the months that the policy allows. The day exactly that many months later is still allowed."""
    for entry in weighed(portal, Project) if portal.measure("AL-05") else ():
        span = entry.record.span
        standard = standard_of(portal, "AL-05", entry, span.end.year)
        most = standard.highest if standard else None
        if standard and most is not None and span.end > (last := months_after(span.start, most)):
            yield Finding(
                entry.at("span"),
                Text(
                    f"课题从 {span.start} 到 {span.end}，超过 AL-05 的 {figure(most)} 个月（到 {last} 为止）。",
                    f"From {span.start} to {span.end} is longer than the {figure(most)} months of AL-05, which end on {last}.",
                ),
                Text("缩短课题，或分成前后两个。", "Shorten the project, or split it in two."),
                standard.severity,
            )


def months_after(day: date, months: Decimal) -> date:
    """Return the day `months` whole months later; the last day of the month if the month is too short."""
    index = day.year * 12 + day.month - 1 + int(months.to_integral_value(ROUND_FLOOR))
    year, month = index // 12, index % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
