"""通知、公告、公示、决定、通报: what the organisation makes known."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, RECIPIENTS, SELF, Chapter, Due, EntryType, Filing, Printable
from yuandi.entry_types.record import Model, Record, field
from yuandi.i18n import message


class NoticeKind(v.Choice):
    """通知的种类。"""

    NOTICE = "notice", "通知"
    ANNOUNCEMENT = "announcement", "公告"
    PUBLICITY = "publicity", "公示"
    DECISION = "decision", "决定"
    CIRCULAR = "circular", "通报"
    CRITICISM = "criticism", "通报批评"


class Publicity(Model):
    """公示期：首尾两天都包括在内。"""

    start: v.Day = field("起", "公示开始日期", alias="from")
    end: v.Day = field("止", "公示结束日期", alias="to")
    contact: v.Words | None = field("联系方式", "受理意见的处室和电话", None)


class Verdict(Model):
    """对一个对象的结论。"""

    ref: v.SubjectRef = field("对象", "单位、人员、小组或条目")
    result: v.Words | None = field("结果", "结论", None)


class Notice(Record):
    """通知：截止日期、公示期、依据与所涉对象。"""

    kind: NoticeKind = field("种类", "通知的种类")
    deadline: v.Day | None = field("截止日期", "要求办结或报送的日期", None)
    publicity: Publicity | None = field("公示期", "公示的起止与联系方式", None)
    basis: tuple[v.EntryRef, ...] = field("根据", "作出本件所依据的条目", ())
    subjects: tuple[Verdict, ...] = field("对象", "所涉单位和人员及其结果", ())


TYPE = EntryType(
    name="notice",
    chinese=("通知", "公告", "公示", "决定", "通报"),
    folder="notices",
    model=Notice,
    is_plain=False,
    is_document=True,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("unit", "subjects.ref"),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(
        ISSUED,
        Filing(chapter=Chapter.CIRCULARS, whose=("ref",), year=("date",), items="subjects"),
    ),
    dues=(Due(items=SELF, day="deadline", text="title", done=None, owner=("unit",), owed_by=(RECIPIENTS,)),),
    printable=Printable(label=message("报送登记表"), needs=(("deadline",), (RECIPIENTS,)), filled_in=None),
    downloads=(),
)
