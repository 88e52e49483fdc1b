"""REV001: an entry that was published without the reviews that the policy asks for."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types.record import Status
from yuandi.portal.portal import Portal


@rule("REV001", "unreviewed", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def unreviewed(portal: Portal) -> Iterator[Finding]:
    """Published with fewer reviews than the policy's `reviews`; plain pages need none."""
    needed = portal.policy.in_force.reviews
    for entry in portal.entries if needed else ():
        record = entry.record
        if record.status is not Status.PUBLISHED or entry.type.is_plain or len(record.review) >= needed:
            continue
        yield Finding(
            entry.at("review"),
            Text(
                f"已发布，审核 {len(record.review)} 次，应不少于 {needed} 次。",
                f"Published with too few reviews ({len(record.review)}); the policy asks for at least {needed}.",
            ),
            Text(
                "补上 `review`，或在审完之前写 `status: draft`。",
                "Add the reviews to `review`, or write `status: draft` until then.",
            ),
        )
