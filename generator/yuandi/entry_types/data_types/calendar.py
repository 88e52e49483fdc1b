"""calendar.yml: holidays and make-up workdays of the years in use. A missing year is unknown, not empty."""

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Holiday(Model):
    """一段假期，首尾两天都包括在内。"""

    name: v.Words | None = field("名称", "假期名称", None)
    start: v.Day = field("起", "第一天", alias="from")
    end: v.Day = field("止", "最后一天", alias="to")


class CalendarYear(Model):
    """一年的假期与调休。"""

    holidays: tuple[Holiday, ...] = field("假期", "放假的日子", ())
    workdays: tuple[v.Day, ...] = field("调休上班", "周末上班的日子", ())
