"""总结、汇报: what was done in a period, with figures and problems."""

from typing import Annotated

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, ISSUER, Chapter, EntryType, Filing, YearSection
from yuandi.entry_types.record import Model, Record, field


class Figure(Model):
    """一个数。"""

    name: v.Words = field("名称", "指标名称")
    value: v.Words | None = field("数值", "数值", None)
    unit: v.Words | None = field("计量单位", "次、人、万字等", None)


class Summary(Record):
    """总结：数据、问题与打算。"""

    period: v.Span = field("时期", "总结的时期")
    figures: tuple[Annotated[Figure, v.or_text("name")], ...] = field("数据", "主要数据", ())
    problems: tuple[v.Words, ...] = field("问题", "存在的问题", ())
    next: v.TextOrList = field("打算", "下一步打算", ())


TYPE = EntryType(
    name="summary",
    chinese=("总结", "汇报"),
    folder="summaries",
    model=Summary,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=YearSection.SUMMARIES,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("period",),
    runs=("period",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.ISSUED, whose=("unit",), year=("period",)),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
