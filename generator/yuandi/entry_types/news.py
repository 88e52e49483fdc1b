"""信息、动态: what units send in."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, ISSUER, EntryType
from yuandi.entry_types.record import Record, field


class NewsKind(v.Choice):
    """信息的种类。"""

    DYNAMIC = "dynamic", "动态"
    REFERENCE = "reference", "参考"


class News(Record):
    """信息：报送日期与采用它的简报。"""

    kind: NewsKind = field("种类", "动态类或参考调研类", NewsKind.DYNAMIC)
    submitted: v.Day | None = field("报送日期", "报送的日期", None)
    adopted_in: v.BriefRef | None = field("采用", "采用它的简报", None)


TYPE = EntryType(
    name="news",
    chinese=("信息", "动态"),
    folder="news",
    model=News,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in="submitted",
    dossier=(ISSUED,),
    dues=(),
    printable=None,
    downloads=(),
)
