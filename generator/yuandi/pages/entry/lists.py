"""竞赛、经费、总结: ranks, money, figures."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Competition, Fund, Summary
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Bar, Bars, Grid, Items
from yuandi.pages.shown import Shown
from yuandi.pages.words import number


def competition(shown: Shown, entry: Entry[Competition]) -> Showing:
    """A contest and who won."""
    record = entry.record
    rows = tuple((cell(one.rank), cell(shown.actor(one.ref, entry))) for one in record.results)
    return Showing(facts(("种类", record.kind)), after=blocks(Grid("名次", ("名次", "获奖者"), rows) if rows else None))


def fund(shown: Shown, entry: Entry[Fund]) -> Showing:
    """Money set aside and spent, in yuan."""
    record = entry.record
    share = f"{record.amount / record.payroll:.2%}" if record.payroll else None
    head = f"{record.amount / record.population:.2f} 元" if record.population else None
    whole = max(record.amount, sum(one.amount for one in record.spent), 0.01)
    total = sum(one.amount for one in record.spent)
    share_spent = f"（占提取金额的 {total / record.amount:.0%}）" if record.amount else ""
    bars = tuple(
        Bar(one.purpose, f"{number(one.amount)} 元（{one.amount / whole:.0%}）", round(100 * one.amount / whole, 1))
        for one in record.spent
    )
    return Showing(
        facts(
            ("单位", shown.actor(record.unit)),
            ("年度", f"{record.year} 年"),
            ("提取金额", f"{number(record.amount)} 元"),
            ("工资总额", f"{number(record.payroll)} 元" if record.payroll else None),
            ("占工资总额", share),
            ("人均", head),
            ("支出合计", f"{number(total)} 元{share_spent}" if record.spent else None),
        ),
        before=blocks(Bars("支出", bars) if bars else None),
    )


def summary(shown: Shown, entry: Entry[Summary]) -> Showing:  # noqa: ARG001  # all types are shown by one signature
    """What was done, in figures; what is wrong; what is next."""
    record = entry.record
    rows = tuple(
        (cell(one.name), cell(f"{one.value or ''}{' ' + one.unit if one.unit else ''}".strip(), is_number=True))
        for one in record.figures
    )
    return Showing(
        facts(("时期", record.period.label)),
        before=blocks(Grid("主要数据", ("指标", "数值"), rows) if rows else None),
        after=blocks(
            Items("存在的问题", record.problems) if record.problems else None,
            Items("下一步打算", record.next) if record.next else None,
        ),
    )
