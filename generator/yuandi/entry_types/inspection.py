"""检查: who looked at whose study, and what was found."""

from yuandi.entry_types import values as v
from yuandi.entry_types.notice import Verdict
from yuandi.entry_types.record import Record, field


class Inspection(Record):
    """检查：检查人、范围、结果与通报。"""

    inspector: v.ActorRef = field("检查人", "检查的人员、单位或小组")
    scope: v.Words = field("范围", "检查的范围")
    findings: tuple[Verdict, ...] = field("结果", "各对象的检查结果", ())
    circular: v.NoticeRef | None = field("通报", "通报检查结果的通知", None)
