"""撤销、整改: a title suspended or revoked, and why."""

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourChange
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[HonourChange]) -> Showing:
    """A title suspended or revoked."""
    record = entry.record
    roll, decision = shown.found(record.honour, entry), shown.found(record.decision, entry)
    return Showing(
        facts(
            (message("对象"), shown.actor(record.ref)),
            (message("处理"), record.action.message),
            (message("理由"), record.reason),
            (message("光荣榜"), shown.entry(roll) if roll else None),
            (message("决定"), shown.entry(decision) if decision else None),
        )
    )
