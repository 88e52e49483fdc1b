"""DAT005: a document that was signed after it was published."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal


@rule("DAT005", "signed-after-published", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def signed_after_published(portal: Portal) -> Iterator[Finding]:
    """`signed_date` is after `date`."""
    for entry in portal.entries:
        signed, published = entry.record.signed_date, entry.record.date
        if signed is not None and published is not None and signed > published:
            key = entry.origin.key("signed_date")
            yield Finding(
                entry.at("signed_date"),
                Text(
                    f"`{key}: {signed}` 晚于发布日期 {published}。",
                    f"`{key}: {signed}` is after the date of publication, {published}.",
                ),
                Text("核对成文日期与发布日期。", "Check both dates."),
            )
