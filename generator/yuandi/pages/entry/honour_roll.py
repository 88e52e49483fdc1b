"""光荣榜: the wall by category, and the steps of the selection."""

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll
from yuandi.i18n import message
from yuandi.pages.entry.honours import standing, wall
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Steps
from yuandi.pages.printable import lists
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed

sheet = lists.roll


def showing(shown: Shown, entry: Entry[HonourRoll]) -> Showing:
    """An honour roll."""
    record = entry.record
    steps = tuple((step.name, step.date) for step in record.steps)
    names, revoked = standing(shown, entry)
    return Showing(
        facts(
            (message("称号"), record.award),
            (message("年度"), message("%(year)s 年", year=record.year)),
            (message("决定机构"), shown.actor(record.decided_by) if record.decided_by else None),
            (message("人数"), _how_many(names, revoked)),
        ),
        before=(wall(shown, entry),),
        after=blocks(Steps(message("评选程序"), steps) if steps else None),
    )


def _how_many(names: int, revoked: int) -> str:
    """The number of names on a roll, and of those revoked, in words."""
    told = message("共 %(count)s 名", count=names)
    return bracketed(told, message("其中已撤销 %(count)s 名", count=revoked)) if revoked else told
