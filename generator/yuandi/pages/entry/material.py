"""学习资料: what there is to read."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Material
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Material]) -> Showing:  # noqa: ARG001  # all types are shown by one signature
    """Something to read; its file stands among the attachments."""
    return Showing(facts((message("种类"), entry.record.kind), (message("主题"), entry.record.topic)))
