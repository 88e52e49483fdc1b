"""检查: the inspector, the scope, and the findings."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing
from yuandi.entry_types.notice import Verdict
from yuandi.entry_types.record import Record, field
from yuandi.i18n import message


class Inspection(Record):
    """检查：检查人、范围、结果与通报。"""

    inspector: v.ActorRef = field("检查人", "检查的人员、单位或小组")
    scope: v.Words = field("范围", "检查的范围")
    findings: tuple[Verdict, ...] = field("结果", "各对象的检查结果", ())
    circular: v.NoticeRef | None = field("通报", "通报检查结果的通知", None)


TYPE = EntryType(
    name="inspection",
    chinese=("检查",),
    folder="inspections",
    model=Inspection,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("inspector",),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.CIRCULARS, whose=("inspector",), year=("date",), role=message("检查人")),
        Filing(chapter=Chapter.CIRCULARS, whose=("ref",), year=("date",), items="findings"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
