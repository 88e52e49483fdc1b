"""经费: money set aside and spent."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Fund
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Bar, Bars
from yuandi.pages.shown import Shown
from yuandi.pages.words import number


def showing(shown: Shown, entry: Entry[Fund]) -> Showing:
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
