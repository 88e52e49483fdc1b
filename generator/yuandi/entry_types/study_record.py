"""自学、笔记、读书、调研日志: individual study, one record or a table of several."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing, Parts
from yuandi.entry_types.record import Model, Record, field


class StudyKind(v.Choice):
    """学习记录的种类。"""

    SELF_STUDY = "self-study", "自学"
    NOTES = "notes", "笔记"
    READING = "reading", "读书"
    FIELD_DAYS = "field-days", "调研"


class NoteCheck(Model):
    """检查：谁在何时看过。"""

    by: v.PersonRef = field("检查人", "检查人")
    date: v.Day = field("日期", "检查日期")
    result: v.Words | None = field("结果", "检查结果", None)


class StudyRow(Model):
    """学习记录 CSV 的一行。"""

    person: v.PersonOrName = field("人员", "编号或姓名")
    period: v.Span | None = field("时期", "记录的时期", None)
    hours: v.Number | None = field("学时", "自学学时", None)
    words: v.Count | None = field("字数", "笔记字数", None)
    days: v.Number | None = field("天数", "调研天数", None)


class StudyRecord(Record):
    """学习记录：一人一期，或用 CSV 列出多人多期。"""

    one_of = ("person", "csv")

    kind: StudyKind = field("种类", "学习记录的种类")
    person: v.PersonRef | None = field("人员", "记录人；多人时改用 csv", None)
    csv: v.File | None = field("表格", "多人多期的 CSV：人员,时期,学时,字数,天数", None)
    period: v.Span = field("时期", "记录的时期")
    hours: v.Number | None = field("学时", "自学学时", None)
    words: v.Count | None = field("字数", "笔记字数", None)
    days: v.Number | None = field("天数", "调研天数", None)
    books: tuple[v.Words, ...] = field("书目", "读过的书", ())
    checks: tuple[NoteCheck, ...] = field("检查", "笔记检查记录", ())

    @model_validator(mode="after")
    def _is_of_somebody(self) -> Self:
        if self.person is None and self.csv is None:
            raise PydanticCustomError("one_of_missing", "one_of_missing", {"fields": self.one_of})
        return self


TYPE = EntryType(
    name="study-record",
    chinese=("学习记录", "自学", "笔记", "读书", "调研日志"),
    folder="records",
    model=StudyRecord,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("person",),
    credit=None,
    parts=Parts(field="csv", model=StudyRow, of_type=None, always_counted=True, telling=(), own=()),
    days=("period",),
    runs=("period",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.STUDIED, whose=("person",), year=("period",)),
        Filing(chapter=Chapter.STUDIED, whose=("person",), year=("period",), items="csv"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=None,
    downloads=(),
)
