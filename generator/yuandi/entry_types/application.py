"""申报表、推荐表: an application or nomination for a title."""

from typing import Annotated

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing
from yuandi.entry_types.record import Model, Record, field


class Condition(Model):
    """一项条件及其证明。"""

    name: v.Words = field("条件", "条件内容")
    met: v.YesNo = field("符合", "是否符合", True)
    evidence: v.EntryRef | None = field("证明", "作为证明的条目", None)
    note: v.Words | None = field("说明", "怎样符合", None)


class Opinion(Model):
    """一级意见。"""

    by: v.ActorOrName | None = field("意见人", "签署意见的单位、小组或人员", None)
    text: v.Words = field("意见", "意见内容")
    date: v.Day | None = field("日期", "签署日期", None)


class Application(Record):
    """申报：称号、类别、申报对象、条件与各级意见。"""

    award: v.Words = field("称号", "申报的称号")
    category: v.Words = field("类别", "county-branch、department、internal-unit、employee 或本单位自定")
    subject: v.ActorRef = field("对象", "申报的单位、人员或小组")
    year: v.Year = field("年度", "申报年度")
    submitted: v.Day = field("报送日期", "报送的日期")
    words: v.Count | None = field("字数", "事迹材料字数；缺省由正文计算", None)
    conditions: tuple[Annotated[Condition, v.or_text("name")], ...] = field("条件", "逐项条件", ())
    opinions: tuple[Annotated[Opinion, v.or_text("text")], ...] = field("意见", "各级意见", ())


TYPE = EntryType(
    name="application",
    chinese=("申报表", "推荐表"),
    folder="applications",
    model=Application,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("subject",),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in="submitted",
    dossier=(
        Filing(chapter=Chapter.APPLIED, whose=("subject",), year=("year",)),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
