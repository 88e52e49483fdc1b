"""申报表、推荐表: conditions and opinions."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Application
from yuandi.entry_types.kinds import category
from yuandi.i18n import message
from yuandi.i18n.dates import day
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import WORDS, Grid, Link, Mark
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount


def showing(shown: Shown, entry: Entry[Application]) -> Showing:
    """An application with its conditions and opinions."""
    record = entry.record
    conditions = tuple(
        (
            cell(condition.name),
            cell(None, mark=Mark("done", message("符合")) if condition.met else Mark("overdue", message("不符合"))),
            cell(_evidence(shown, entry, condition.evidence) or condition.note),
        )
        for condition in record.conditions
    )
    opinions = tuple(
        (cell(shown.actor(opinion.by) if opinion.by else None), cell(opinion.text), cell(day(opinion.date)))
        for opinion in record.opinions
    )
    return Showing(
        facts(
            (message("申报称号"), record.award),
            (message("类别"), category(record.category)),
            (message("申报对象"), shown.actor(record.subject)),
            (message("年度"), message("%(year)s 年", year=record.year)),
            (message("报送日期"), record.submitted),
            (message("字数"), message("%(count)s 字", count=WORDS if record.words is None else Amount(record.words))),
        ),
        after=blocks(
            Grid(message("申报条件"), (message("条件"), message("情况"), message("证明")), conditions)
            if conditions
            else None,
            Grid(message("各级意见"), (message("单位"), message("意见"), message("日期")), opinions)
            if opinions
            else None,
        ),
    )


def _evidence(shown: Shown, entry: Entry[Application], word: str | None) -> Link | None:
    target = shown.found(word, entry)
    return shown.entry(target) if target else None
