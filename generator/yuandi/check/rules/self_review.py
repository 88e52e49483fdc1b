"""REV002: an entry that was reviewed by its author."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal


@rule("REV002", "self-review", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def self_review(portal: Portal) -> Iterator[Finding]:
    """A reviewer is the author, or one of them."""
    for entry in portal.entries:
        record, who = entry.record, portal.belonging.who
        if not record.review:
            continue
        authors = {who(word) for word in (record.author, *record.authors) if word}
        for index, review in enumerate(record.review):
            if who(review.person) in authors:
                yield Finding(
                    entry.at("review", index, "person"),
                    Text(
                        f"“{review.role}”的审核人 `{review.person}` 就是作者。",
                        f"The reviewer `{review.person}` ({review.role}) is an author.",
                    ),
                    Text("由别人审核。", "Let somebody else review it."),
                )
