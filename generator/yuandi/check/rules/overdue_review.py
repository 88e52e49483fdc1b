"""FRS003: an entry whose review is overdue."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.facts.standing import Purpose, counts_for
from yuandi.portal.portal import Portal


@rule("FRS003", "overdue-review", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def overdue_review(portal: Portal) -> Iterator[Finding]:
    """`review_by` has passed, and the entry is still in use: published and not expired."""
    for entry in portal.entries:
        record, day = entry.record, entry.record.review_by
        if day is None or day >= portal.as_of or not counts_for(entry, Purpose.NUMBERS):
            continue
        if record.expires is not None and record.expires < portal.as_of:
            continue
        key = entry.origin.key("review_by")
        yield Finding(
            entry.at("review_by"),
            Text(
                f"`{key}: {day}` 已过，内容还没有复核。",
                f"`{key}: {day}` has passed, and the entry has not been reviewed.",
            ),
            Text(
                "复核内容，写上下一次的日期；不再适用就改 `status`。",
                "Review the entry and set the next date. If it no longer applies, change `status`.",
            ),
        )
