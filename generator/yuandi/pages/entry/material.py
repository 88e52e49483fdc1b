"""学习资料: reading material."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Material
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Material]) -> Showing:  # noqa: ARG001  # all types are shown by one signature
    """Reading material; its file is among the attachments."""
    return Showing(facts((message("种类"), entry.record.kind), (message("主题"), entry.record.topic)))
