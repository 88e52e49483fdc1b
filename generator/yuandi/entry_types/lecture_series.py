"""讲座系列: lectures that belong together, inline or as entries with `part_of`."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, EntryType, Filing, Parts, Printable, YearSection
from yuandi.entry_types.record import Record, field
from yuandi.entry_types.session import InlineSession
from yuandi.i18n import message


class Cadence(v.Choice):
    """举办的频次。"""

    WEEKLY = "weekly", "每周"
    MONTHLY = "monthly", "每月"
    QUARTERLY = "quarterly", "每季"
    HALF_YEARLY = "half-yearly", "每半年"
    YEARLY = "yearly", "每年"


class LectureSeries(Record):
    """讲座系列：主办、时期、频次与各场讲座。"""

    host: v.HostRef = field("主办", "主办的单位或小组")
    period: v.Span = field("时期", "系列的时期")
    cadence: Cadence | None = field("频次", "多久一场", None)
    sessions: tuple[InlineSession, ...] = field("场次", "直接写在这里的各场讲座", ())


TYPE = EntryType(
    name="lecture-series",
    chinese=("讲座系列",),
    folder="lectures",
    model=LectureSeries,
    is_plain=False,
    is_document=False,
    is_led=True,
    year_section=YearSection.LEARNING,
    meetings="sessions",
    about=("host",),
    credit=None,
    parts=Parts(field="sessions", model=InlineSession, of_type="session", always_counted=True, telling=(), own=()),
    days=("start", "period"),
    runs=("period",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.PLANS, whose=("host",), year=("period",)),
        ISSUED_BY_AUTHORS,
    ),
    dues=(),
    printable=Printable(label=message("学习安排表"), needs=(), filled_in=None),
    downloads=(),
)
