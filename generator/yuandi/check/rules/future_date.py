"""DAT006: a date in the future."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.facts.standing import is_unpublished
from yuandi.portal.portal import Portal


@rule("DAT006", "future-date", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def future_date(portal: Portal) -> Iterator[Finding]:
    """`date` is after the day of the check, and no `publish_on` holds the entry back."""
    for entry in portal.entries:
        day = entry.record.date
        if day is None or day <= portal.as_of or entry.record.publish_on or is_unpublished(entry):
            continue
        key = entry.origin.key("date")
        yield Finding(
            entry.at("date"),
            Text(f"`{key}: {day}` 还没有到。", f"`{key}: {day}` is in the future."),
            Text(
                f"改正日期；要到那天才发布，就写 `publish_on: {day}`。",
                f"Correct the date. To publish on that day, write `publish_on: {day}`.",
            ),
        )
