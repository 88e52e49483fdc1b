"""申报表、推荐表: conditions and opinions."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Application
from yuandi.entry_types.kinds import category
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import WORDS, Grid, Link, Mark
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, number


def showing(shown: Shown, entry: Entry[Application]) -> Showing:
    """An application with its conditions and opinions."""
    record = entry.record
    conditions = tuple(
        (
            cell(one.name),
            cell(None, mark=Mark("done", "符合") if one.met else Mark("overdue", "不符合")),
            cell(_evidence(shown, entry, one.evidence) or one.note),
        )
        for one in record.conditions
    )
    opinions = tuple(
        (cell(shown.actor(one.by) if one.by else None), cell(one.text), cell(day(one.date))) for one in record.opinions
    )
    return Showing(
        facts(
            ("申报称号", record.award),
            ("类别", category(record.category)),
            ("申报对象", shown.actor(record.subject)),
            ("年度", f"{record.year} 年"),
            ("报送日期", record.submitted),
            ("字数", f"{WORDS if record.words is None else number(record.words)} 字"),
        ),
        after=blocks(
            Grid("申报条件", ("条件", "情况", "证明"), conditions) if conditions else None,
            Grid("各级意见", ("单位", "意见", "日期"), opinions) if opinions else None,
        ),
    )


def _evidence(shown: Shown, entry: Entry[Application], word: str | None) -> Link | None:
    target = shown.found(word, entry)
    return shown.entry(target) if target else None
