"""光荣榜: the wall by category, and the steps to it."""

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll
from yuandi.pages.entry.honours import standing, wall
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Steps
from yuandi.pages.printable import lists
from yuandi.pages.shown import Shown

sheet = lists.roll


def showing(shown: Shown, entry: Entry[HonourRoll]) -> Showing:
    """An honour roll."""
    record = entry.record
    steps = tuple((step.name, step.date) for step in record.steps)
    names, revoked = standing(shown, entry)
    return Showing(
        facts(
            ("称号", record.award),
            ("年度", f"{record.year} 年"),
            ("决定机构", shown.actor(record.decided_by) if record.decided_by else None),
            ("人数", f"共 {names} 名" + (f"（其中已撤销 {revoked} 名）" if revoked else "")),
        ),
        before=(wall(shown, entry),),
        after=blocks(Steps("评选程序", steps) if steps else None),
    )
