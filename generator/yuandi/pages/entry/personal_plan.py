"""个人学习计划: what one person plans to learn."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import PersonalPlan
from yuandi.i18n import in_context, message
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid, Items
from yuandi.pages.shown import Shown
from yuandi.pages.words import book_title


def showing(shown: Shown, entry: Entry[PersonalPlan]) -> Showing:
    """A personal plan."""
    record = entry.record
    sections = tuple((cell(section.kind), cell(section.content)) for section in record.sections)
    targets = tuple((cell(name), cell(value, is_number=True)) for name, value in record.targets.items())
    return Showing(
        facts(
            (message("计划人"), shown.actor(record.person)), (message("年度"), message("%(year)s 年", year=record.year))
        ),
        before=blocks(
            Grid(message("学习内容"), (message("方面"), message("打算")), sections) if sections else None,
            Grid(in_context("many", "目标"), (message("项目"), message("数量")), targets) if targets else None,
            Items(message("拟读书目"), tuple(book_title(bare(book)) for book in record.books))
            if record.books
            else None,
        ),
    )
