"""How dates, numbers and names are written in the interface."""

from datetime import date, datetime
from functools import lru_cache

_SIZES = ((1 << 20, "MB"), (1 << 10, "KB"))
WEEKDAYS = "一二三四五六日"


def number(value: float | None) -> str:
    """A number without needless decimals: `2`, `1.5`, `12,000`."""
    if value is None:
        return ""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def length(hours: float | None, days: float | None) -> str:
    """How long a session was: `2 学时`, `1 天`."""
    said = [f"{number(hours)} 学时"] if hours is not None else []
    return "，".join(said + ([f"{number(days)} 天"] if days is not None else []))


def size(count: int) -> str:
    """A file's size: `12 KB`."""
    for unit, name in _SIZES:
        if count >= unit:
            return f"{count / unit:.1f} {name}" if count < 10 * unit else f"{count // unit} {name}"
    return f"{count} B"


def day(value: date | None) -> str:
    """`2026年3月5日`."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def day_or_time(value: datetime) -> str:
    """`2026年3月5日（星期四）14:30`; a whole day without its hour."""
    return f"{day(value)}（星期{WEEKDAYS[value.weekday()]}）{hour(value)}"


def hour(value: datetime) -> str:
    """`14:30`; empty for a whole day."""
    return f"{value:%H:%M}" if value.hour or value.minute else ""


def clock(start: datetime, end: datetime | None) -> str:
    """`14:30—16:00`, `14:30`, `至11月18日`; empty for a whole day."""
    begins = hour(start)
    if end and end.date() != start.date():
        return f"{begins}至{end.month}月{end.day}日"
    return f"{begins}—{hour(end)}" if begins and end and hour(end) else begins


@lru_cache(maxsize=20_000)
def when(start: datetime, end: datetime | None) -> str:
    """`2026年3月5日（星期四）14:30—16:00`; the day alone for a whole day."""
    said = day_or_time(start)
    if end and end.date() != start.date():
        return f"{said}至{day_or_time(end)}"
    if end is None or not hour(end):
        return said
    return f"{said}{'—' if hour(start) else '至'}{hour(end)}"


def month(value: date) -> str:
    """`2026年3月`."""
    return f"{value.year}年{value.month}月"
