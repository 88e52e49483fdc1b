"""竞赛、征文: contests and their winners."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing
from yuandi.entry_types.record import Model, Record, field


class Rank(Model):
    """一个名次。"""

    rank: v.Words = field("名次", "如 一等奖、第1名")
    ref: v.SubjectRef = field("对象", "获奖的人员、单位、小组或文章")


class Competition(Record):
    """竞赛：种类与名次。"""

    kind: v.Words = field("种类", "知识竞赛、演讲、征文、技能比武等")
    results: tuple[Rank, ...] = field("结果", "名次", ())


TYPE = EntryType(
    name="competition",
    chinese=("竞赛", "征文"),
    folder="competitions",
    model=Competition,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("results.ref", "unit"),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.COMPETED, whose=("ref",), year=("date",), items="results"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
