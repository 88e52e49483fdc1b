"""经费: what was set aside for learning, and what it was spent on. Amounts are in yuan."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, ISSUER, Chapter, EntryType, Filing
from yuandi.entry_types.record import Model, Record, field


class Spending(Model):
    """一笔支出。"""

    purpose: v.Words = field("用途", "用途")
    amount: v.Number = field("金额", "金额，元")


class Fund(Record):
    """经费：提取与使用，单位为元。"""

    year: v.Year = field("年度", "经费年度")
    unit: v.UnitRef = field("单位", "经费所属单位")
    payroll: v.Number | None = field("工资总额", "职工工资总额，元", None)
    population: v.Count | None = field("人口", "常住人口，人", None)
    amount: v.Number = field("金额", "提取的经费，元")
    spent: tuple[Spending, ...] = field("支出", "支出明细", ())


TYPE = EntryType(
    name="fund",
    chinese=("经费",),
    folder="funds",
    model=Fund,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.FUNDED, whose=("unit",), year=("year",)),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
