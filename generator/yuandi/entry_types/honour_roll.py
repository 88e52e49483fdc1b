"""光荣榜: who was honoured, in which category, out of how many."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing, Parts, Printable, YearSection
from yuandi.entry_types.record import Model, Record, field
from yuandi.i18n import message


class Order(v.Choice):
    """名单的排列。"""

    AS_GIVEN = "as-given", "按原序"
    PINYIN = "pinyin", "按音序"
    STROKE = "stroke", "按姓氏笔画"


class Honoured(Model):
    """榜上一名：编号或姓名二者填一。"""

    one_of = ("ref", "name")

    ref: v.ActorRef | None = field("对象", "单位、人员或小组", None)
    name: v.Words | None = field("名称", "名册中没有时直接写名称", None)
    unit: v.UnitRef | None = field("单位", "所在单位", None)
    category: v.Words = field("类别", "county-branch、department、internal-unit、employee 或本单位自定")
    application: v.ApplicationRef | None = field("申报", "对应的申报", None)
    reason: v.Words | None = field("事迹", "一句话事迹", None)

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.ref is None and self.name is None:
            raise PydanticCustomError("one_of_missing", "one_of_missing", {"fields": self.one_of})
        return self


class Step(Model):
    """评选的一步。"""

    name: v.Words = field("名称", "申报、汇总、评审、公示、命名等")
    date: v.Day = field("日期", "日期")


class HonourRoll(Record):
    """光荣榜：称号、年度、名单与评选程序。"""

    award: v.Words = field("称号", "称号或评选活动的名称")
    year: v.Year = field("年度", "评选年度")
    entries: tuple[Honoured, ...] = field("名单", "受表彰的单位和个人", min_length=1)
    populations: dict[v.Words, v.Count] = field("基数", "各类别的总数；缺省由单位名册计算", {})
    steps: tuple[Step, ...] = field("程序", "评选程序", ())
    decided_by: v.HostRef | None = field("决定机构", "作出决定的小组或单位", None)
    order: Order = field("排序", "名单的排列", Order.AS_GIVEN)


TYPE = EntryType(
    name="honour-roll",
    chinese=("光荣榜", "先进名单"),
    folder="honours",
    model=HonourRoll,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=YearSection.HONOURS,
    meetings=None,
    about=("ref",),
    credit=None,
    parts=Parts(
        field="entries", model=Honoured, of_type=None, always_counted=False, telling=("ref", "category"), own=("unit",)
    ),
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.HONOURED, whose=("ref", "unit"), year=("year",), items="entries"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=Printable(label=message("名单"), needs=(), filled_in=None),
    downloads=(),
)
