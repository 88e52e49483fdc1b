"""信息、动态: news that a unit submitted, and the brief that published it."""

from yuandi.content.entry import Entry
from yuandi.entry_types import News
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[News]) -> Showing:
    """News that a unit submitted, and the brief that published it."""
    adopted = shown.found(entry.record.adopted_in, entry)
    link: Link | None = shown.entry(adopted) if adopted else None
    return Showing(facts((message("报送日期"), entry.record.submitted), (message("采用"), link)))
