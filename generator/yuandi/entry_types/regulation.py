"""制度: standing rules of the organisation."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, ISSUER, EntryType, YearSection
from yuandi.entry_types.record import Record, field


class Regulation(Record):
    """制度：学习、考勤、检查、考核、奖惩、档案、经费等管理办法。"""

    kind: v.Words = field("种类", "如 学习制度、考勤制度、考核办法")
    effective: v.Day = field("施行日期", "开始施行的日期")
    measures: tuple[v.MeasureRef, ...] = field("指标", "本制度所确立的考核指标编号", ())


TYPE = EntryType(
    name="regulation",
    chinese=("制度",),
    folder="regulations",
    model=Regulation,
    is_plain=False,
    is_document=True,
    is_led=False,
    year_section=YearSection.DOCUMENTS,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(ISSUED,),
    dues=(),
    printable=None,
    downloads=(),
)
