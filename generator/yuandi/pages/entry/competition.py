"""竞赛: a contest and its winners."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Competition
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Competition]) -> Showing:
    """A contest and its winners."""
    record = entry.record
    rows = tuple((cell(result.rank), cell(shown.actor(result.ref, entry))) for result in record.results)
    return Showing(
        facts((message("种类"), record.kind)),
        after=blocks(Grid(message("名次"), (message("名次"), message("获奖者")), rows) if rows else None),
    )
