"""FRS002: a column with nothing in it."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.columns import holdings, is_waiting
from yuandi.portal.portal import Portal


@rule("FRS002", "empty-column", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def empty_column(portal: Portal) -> Iterator[Finding]:
    """A column without an entry; drafts and what is not due yet are not in it."""
    held = holdings(portal)
    for item in portal.columns.items:
        column = item.record
        holding = held[column.id]
        if holding.newest is None and not holding.others_see and not is_waiting(portal, column):
            yield Finding(
                item.at("id"),
                Text(f"栏目“{column.title}”里没有内容。", f"The column `{column.id}` has no entries."),
                Text(
                    "发布这一栏目的内容，或从 columns.yml 删去它。",
                    "Publish an entry in it, or remove it from columns.yml.",
                ),
            )
