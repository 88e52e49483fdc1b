"""检查: the inspector, the scope, and the findings."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Inspection
from yuandi.i18n import message
from yuandi.pages.entry.notice import verdicts
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Inspection]) -> Showing:
    """An inspection."""
    record = entry.record
    circular = shown.found(record.circular, entry)
    return Showing(
        facts(
            (message("检查人"), shown.actor(record.inspector)),
            (message("检查范围"), record.scope),
            (message("通报"), shown.entry(circular) if circular else None),
        ),
        after=blocks(verdicts(shown, entry, message("检查结果"), record.findings)),
    )
