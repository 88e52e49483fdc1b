"""考核: scores by item, totals and grades of one subject or of many."""

from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing, Parts
from yuandi.entry_types.record import Model, Record, field


class Score(Model):
    """一项得分。"""

    name: v.Words = field("项目", "考核项目")
    max: v.Number | None = field("满分", "满分", None)
    score: v.Number | None = field("得分", "得分", None)


class ItemScore(Model):
    """一个对象的一项得分；可以只写一个数。"""

    name: v.Words | None = field("项目", "考核项目；缺省按项目的次序", None)
    max: v.Number | None = field("满分", "满分", None)
    score: v.Number | None = field("得分", "得分", None)


class Result(Model):
    """一个对象的考核结果。"""

    ref: v.ActorRef = field("对象", "单位、人员或小组")
    total: v.Number | None = field("总分", "总分", None)
    grade: v.Words | None = field("等次", "等次", None)
    items: tuple[Annotated[ItemScore, v.or_text("score")], ...] = field("得分项", "各项得分", ())


class Assessment(Record):
    """考核：时期、项目、得分、总分与等次。"""

    one_of = ("subject", "results")

    period: v.Span = field("时期", "考核的时期")
    subject: v.ActorRef | None = field("对象", "只考核一个对象时填写", None)
    results: tuple[Result, ...] = field("结果", "考核多个对象时，各对象的结果", ())
    items: tuple[Score, ...] = field("得分项", "考核项目、满分与得分", ())
    total: v.Number | None = field("总分", "总分（单个对象）", None)
    grade: v.Words | None = field("等次", "等次（单个对象）", None)
    methods: tuple[v.Words, ...] = field("方式", "自评、群众评议、上级考核等", ())

    @model_validator(mode="after")
    def _has_a_subject(self) -> Self:
        if self.subject is None and not self.results:
            raise PydanticCustomError("one_of_missing", "one_of_missing", {"fields": self.one_of})
        return self


TYPE = EntryType(
    name="assessment",
    chinese=("考核",),
    folder="assessments",
    model=Assessment,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("ref", "subject"),
    credit=None,
    parts=Parts(
        field="results", model=Result, of_type=None, always_counted=False, telling=("ref", "total", "grade"), own=()
    ),
    days=("period",),
    runs=("period",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.ASSESSED, whose=("subject",), year=("period",)),
        Filing(chapter=Chapter.ASSESSED, whose=("ref",), year=("period",), items="results"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
