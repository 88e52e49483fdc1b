"""竞赛、征文: contests and who won."""

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, Record, field


class Rank(Model):
    """一个名次。"""

    rank: v.Words = field("名次", "如 一等奖、第1名")
    ref: v.SubjectRef = field("对象", "获奖的人员、单位、小组或文章")


class Competition(Record):
    """竞赛：种类与名次。"""

    kind: v.Words = field("种类", "知识竞赛、演讲、征文、技能比武等")
    results: tuple[Rank, ...] = field("结果", "名次", ())
