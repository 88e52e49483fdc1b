"""个人学习计划: what one person plans to learn in a year."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing
from yuandi.entry_types.record import Model, Record, field


class PlanSection(Model):
    """计划的一个方面，如学历、专业、计算机。"""

    kind: v.Words = field("方面", "学历、专业、计算机、外语、普通话等")
    content: v.Words | None = field("内容", "打算做什么", None)


class PersonalPlan(Record):
    """个人学习计划：方面、书目与目标数。"""

    person: v.PersonRef = field("人员", "计划人")
    year: v.Year = field("年度", "计划年度")
    sections: tuple[PlanSection, ...] = field("方面", "各方面的计划", ())
    books: tuple[v.Words, ...] = field("书目", "打算读的书", ())
    targets: dict[v.Words, v.Words] = field("目标", "目标数，如 笔记字数: 15000", {})


TYPE = EntryType(
    name="personal-plan",
    chinese=("个人学习计划",),
    folder="plans/personal",
    model=PersonalPlan,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("person",),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.PLANS, whose=("person",), year=("year",)),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
