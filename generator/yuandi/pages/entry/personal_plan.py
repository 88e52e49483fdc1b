"""个人学习计划: what one person means to learn."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import PersonalPlan
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid, Items
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[PersonalPlan]) -> Showing:
    """A personal plan."""
    record = entry.record
    sections = tuple((cell(one.kind), cell(one.content)) for one in record.sections)
    targets = tuple((cell(name), cell(value, is_number=True)) for name, value in record.targets.items())
    return Showing(
        facts(("计划人", shown.actor(record.person)), ("年度", f"{record.year} 年")),
        before=blocks(
            Grid("学习内容", ("方面", "打算"), sections) if sections else None,
            Grid("目标", ("项目", "数量"), targets) if targets else None,
            Items("拟读书目", tuple(f"《{bare(book)}》" for book in record.books)) if record.books else None,
        ),
    )
