"""REF004: a superseded entry that is still published."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.entry_types.record import Status
from yuandi.facts.standing import is_unpublished
from yuandi.portal.portal import Portal


@rule("REF004", "superseded-still-published", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def superseded_still_published(portal: Portal) -> Iterator[Finding]:
    """An entry that another supersedes still has status `published`."""
    for path, newer in _superseded(portal).items():
        entry = portal.by_path[path]
        if entry.record.status is Status.PUBLISHED:
            yield Finding(
                entry.at("status"),
                Text(
                    f"已被 {newer.path} 取代，状态仍是“已发布”。", f"Superseded by {newer.path}, but still published."
                ),
                Text("写上 `status: superseded`（状态: 已被取代）。", "Write `status: superseded`."),
            )


def _superseded(portal: Portal) -> dict[str, Entry[Any]]:
    """Return superseded entries by path, with the first entry that supersedes them. Two that supersede each other are a cycle."""
    older = {entry.path: target for entry in portal.entries if (target := _target(portal, entry)) is not None}
    found: dict[str, Entry[Any]] = {}
    for entry in portal.entries:
        target = older.get(entry.path)
        if target is not None and target is not entry and older.get(target.path) is not entry:
            found.setdefault(target.path, entry)
    return found


def _target(portal: Portal, entry: Entry[Any]) -> Entry[Any] | None:
    """Return the entry that this one supersedes, once this one is published and in force."""
    record = entry.record
    if not record.supersedes or is_unpublished(entry):
        return None
    if any(day is not None and day > portal.as_of for day in (record.publish_on, record.effective)):
        return None
    return portal.named_by(entry, record.supersedes)
