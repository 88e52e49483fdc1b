"""集中学习、讲座、党课、研讨、培训、会议: people meeting to learn, with hours and attendance."""

from typing import Annotated, Any, Self

from pydantic import Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, SELF, Credit, Download, EntryType, Printable, YearSection
from yuandi.entry_types.record import Model, Record, field
from yuandi.i18n import message


class SessionKind(v.Choice):
    """学习活动的种类。"""

    CENTRE_STUDY = "centre-study", "中心组学习"
    COLLECTIVE_STUDY = "collective-study", "集中学习"
    LECTURE = "lecture", "讲座"
    PARTY_CLASS = "party-class", "党课"
    SEMINAR = "seminar", "研讨"
    TRAINING = "training", "培训"
    MEETING = "meeting", "会议"
    CEREMONY = "ceremony", "仪式"


class Leave(Model):
    """请假：何时提出，是否补课。"""

    person: v.PersonOrName = field("人员", "请假人")
    reason: v.Words | None = field("事由", "请假事由", None)
    asked: v.Day | None = field("请假日期", "提出请假的日期", None)
    makeup: v.Day | None = field("补课日期", "补课的日期", None)


Absence = Annotated[Leave, v.or_text("person")]


class Attendance(Model):
    """到会情况：应到 = 实到 + 请假 + 缺席。"""

    expected: v.Count | None = field("应到", "应到人数", None)
    present: v.Count | None = field("实到", "实到人数", None)
    leave: tuple[Absence, ...] = field("请假", "请假人员", ())
    absent: tuple[v.PersonOrName, ...] = field("缺席", "无故缺席人员", ())


class AttendanceStatus(v.Choice):
    """到会情况。"""

    PRESENT = "present", "出席"
    LEAVE = "leave", "请假"
    ABSENT = "absent", "缺席"


class AttendanceRow(Model):
    """考勤 CSV 的一行。"""

    person: v.PersonOrName = field("人员", "编号或姓名")
    status: AttendanceStatus = field("情况", "出席、请假或缺席")
    reason: v.Words | None = field("事由", "请假事由", None)
    asked: v.Day | None = field("请假日期", "提出请假的日期", None)
    makeup: v.Day | None = field("补课日期", "补课的日期", None)


ATTENDANCE_WORDS = {
    "状态": "status",
    "姓名": "person",
    "病假": "leave",
    "事假": "leave",
    "公假": "leave",
    "缺勤": "absent",
    "旷课": "absent",
    "出勤": "present",
    "到会": "present",
}
"""Further words for columns and statuses that attendance sheets have."""


def _form(value: Any) -> str:
    return "#file" if isinstance(value, str) else "#table"


AttendanceOrFile = Annotated[
    Annotated[Attendance, Tag("#table")] | Annotated[v.File, Tag("#file")], Discriminator(_form)
]


class SessionFields(Model):
    """The fields of a session, as an entry or inside a lecture series."""

    one_of = ("hours", "days")

    kind: SessionKind = field("种类", "学习活动的种类")
    host: v.HostRef = field("主办", "主办的单位或小组")
    start: v.Moment = field("开始", "开始时间，如 2026-03-05T14:30")
    end: v.Moment | None = field("结束", "结束时间", None)
    hours: v.Number | None = field("学时", "学时数；学时与天数至少填一项", None)
    days: v.Number | None = field("天数", "天数；学时与天数至少填一项", None)
    topic: v.Words = field("主题", "学习主题")
    lecturers: tuple[v.PersonOrName, ...] = field("主讲", "主讲人", ())
    chair: v.PersonRef | None = field("主持", "主持人", None)
    place: v.Words | None = field("地点", "地点", None)
    audience: v.Words | None = field("参加范围", "哪些人参加", None)
    attendance: AttendanceOrFile | None = field(
        "到会情况", "人数与名单，或考勤 CSV（人员,情况,事由,请假日期,补课日期）的文件名", None
    )
    materials: tuple[v.Words, ...] = field("学习材料", "所学的文件、书籍", ())
    no: v.Ordinal | None = field("场次", "系列中的第几场", None)

    @model_validator(mode="after")
    def _has_a_length(self) -> Self:
        if self.hours is None and self.days is None:
            raise PydanticCustomError("one_of_missing", "one_of_missing", {"fields": self.one_of})
        return self


class Session(SessionFields, Record):
    """学习活动：时间、地点、主讲、学时、到会情况。"""


class InlineSession(SessionFields):
    """讲座系列中直接写出的一场。"""

    kind: SessionKind = field("种类", "学习活动的种类", SessionKind.LECTURE)
    host: v.HostRef | None = field("主办", "主办的单位或小组；缺省为系列的主办", None)  # type: ignore[assignment]  # the series may say it


TYPE = EntryType(
    name="session",
    chinese=("学习活动", "集中学习", "讲座", "党课", "研讨", "培训", "会议"),
    folder="sessions",
    model=Session,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=YearSection.LEARNING,
    meetings=SELF,
    about=("host",),
    credit=Credit(kinds=(SessionKind.LECTURE, SessionKind.PARTY_CLASS), by_kind="lecturers", otherwise="attendance"),
    parts=None,
    days=("start",),
    runs=("start", "end"),
    handed_in=None,
    dossier=(ISSUED_BY_AUTHORS,),
    dues=(),
    printable=Printable(label=message("签到表"), needs=(), filled_in=message("考勤表")),
    downloads=(Download(field="attendance", title=message("考勤表")),),
)
