"""经费: funds set aside and spent."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Fund
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Bar, Bars
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed, money


def showing(shown: Shown, entry: Entry[Fund]) -> Showing:
    """Funds set aside and spent, in yuan."""
    record = entry.record
    share = f"{record.amount / record.payroll:.2%}" if record.payroll else None
    head = message("%(amount)s 元", amount=f"{record.amount / record.population:.2f}") if record.population else None
    whole = max(record.amount, sum(spending.amount for spending in record.spent), 0.01)
    total = sum(spending.amount for spending in record.spent)
    bars = tuple(
        Bar(spending.purpose, money(spending.amount, spending.amount / whole), round(100 * spending.amount / whole, 1))
        for spending in record.spent
    )
    return Showing(
        facts(
            (message("单位"), shown.actor(record.unit)),
            (message("年度"), message("%(year)s 年", year=record.year)),
            (message("提取金额"), money(record.amount)),
            (message("工资总额"), money(record.payroll) if record.payroll else None),
            (message("占工资总额"), share),
            (message("人均"), head),
            (message("支出合计"), _spent(total, record.amount) if record.spent else None),
        ),
        before=blocks(Bars(message("支出"), bars) if bars else None),
    )


def _spent(total: float, amount: float) -> str:
    """The amount spent, with its share of the amount set aside."""
    told = money(total)
    return bracketed(told, message("占提取金额的 %(share)s", share=f"{total / amount:.0%}")) if amount else told
