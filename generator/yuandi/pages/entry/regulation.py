"""制度: its kind, its effective date, the measures that it brings into force."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Regulation
from yuandi.i18n import message
from yuandi.pages.entry.plan import measures
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Regulation]) -> Showing:
    """A regulation."""
    record = entry.record
    return Showing(
        facts((message("种类"), record.kind), (message("施行日期"), record.effective)),
        after=blocks(measures(shown, record.measures)),
    )
