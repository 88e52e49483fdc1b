"""FRS001: a column without new entries for too long."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.columns import holdings, is_waiting
from yuandi.portal.portal import Portal


@rule("FRS001", "stale-column", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def stale_column(portal: Portal) -> Iterator[Finding]:
    """A column has no new entry that readers see within its `fresh_within` days."""
    held = holdings(portal)
    for item in portal.columns.items:
        column = item.record
        newest, within = held[column.id].newest, column.fresh_within
        if within is None or newest is None or (portal.as_of - newest).days <= within:
            continue
        if is_waiting(portal, column):
            continue
        days = (portal.as_of - newest).days
        yield Finding(
            item.at("fresh_within"),
            Text(
                f"栏目“{column.title}”上次更新是 {newest}，已过 {days} 天，应在 {within} 天内有新内容。",
                f"The column `{column.id}` was last updated on {newest}, {days} days ago; `fresh_within` is {within} days.",
            ),
            Text(
                "发布新内容；栏目不再更新，就删去 `fresh_within`。",
                "Publish an entry. If the column is no longer updated, remove `fresh_within`.",
            ),
        )
