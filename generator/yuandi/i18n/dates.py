"""Days, times and stretches of them as messages: `2026年3月5日`, in English `5 March 2026`."""

from datetime import date, datetime
from functools import lru_cache

from yuandi.i18n.message import in_context, message

_MOST_KEPT = 20_000
MONTHS = (
    message("1月"),
    message("2月"),
    message("3月"),
    message("4月"),
    message("5月"),
    message("6月"),
    message("7月"),
    message("8月"),
    message("9月"),
    message("10月"),
    message("11月"),
    message("12月"),
)
SHORT_MONTHS = (
    in_context("short", "1月"),
    in_context("short", "2月"),
    in_context("short", "3月"),
    in_context("short", "4月"),
    in_context("short", "5月"),
    in_context("short", "6月"),
    in_context("short", "7月"),
    in_context("short", "8月"),
    in_context("short", "9月"),
    in_context("short", "10月"),
    in_context("short", "11月"),
    in_context("short", "12月"),
)
WEEKDAYS = (
    message("星期一"),
    message("星期二"),
    message("星期三"),
    message("星期四"),
    message("星期五"),
    message("星期六"),
    message("星期日"),
)


@lru_cache(_MOST_KEPT)
def day(value: date | None) -> str:
    """`2026年3月5日`; empty if there is none."""
    if value is None:
        return ""
    return message("%(year)s年%(month)s%(day)s日", year=value.year, month=MONTHS[value.month - 1], day=value.day)


@lru_cache(_MOST_KEPT)
def month(value: date) -> str:
    """`2026年3月`."""
    return month_of(value.year, value.month)


def month_of(year: int, number: int) -> str:
    """`2026年3月`, by its number."""
    return message("%(year)s年%(month)s", year=year, month=MONTHS[number - 1])


@lru_cache(_MOST_KEPT)
def year(number: int) -> str:
    """`2026年`."""
    return message("%(year)s年", year=number)


def short_month(number: int) -> str:
    """`3月`, for places with little room."""
    return SHORT_MONTHS[number - 1]


def weekday(value: date) -> str:
    """`星期四`."""
    return WEEKDAYS[value.weekday()]


def between(first: date, last: date) -> str:
    """`2026年3月1日至2026年6月30日`."""
    return message("%(first)s至%(last)s", first=day(first), last=day(last))


def day_or_time(value: datetime) -> str:
    """`2026年3月5日（星期四）14:30`; a whole day without its hour."""
    told, week, time = day(value.date()), weekday(value), hour(value)
    if not time:
        return message("%(day)s（%(weekday)s）", day=told, weekday=week)
    return message("%(day)s（%(weekday)s）%(time)s", day=told, weekday=week, time=time)


def hour(value: datetime) -> str:
    """`14:30`; empty for a whole day."""
    return f"{value:%H:%M}" if value.hour or value.minute else ""


def clock(start: datetime, end: datetime | None) -> str:
    """`14:30—16:00`, `14:30`, `至11月18日`; empty for a whole day."""
    begins = hour(start)
    if end and end.date() != start.date():
        until = message("%(month)s%(day)s日", month=MONTHS[end.month - 1], day=end.day)
        return message("%(start)s至%(end)s", start=begins, end=until) if begins else message("至%(end)s", end=until)
    if not (begins and end and hour(end)):
        return begins
    return message("%(start)s—%(end)s", start=begins, end=hour(end))


@lru_cache(_MOST_KEPT)
def when(start: datetime, end: datetime | None) -> str:
    """`2026年3月5日（星期四）14:30—16:00`; the day alone for a whole day."""
    told = day_or_time(start)
    if end and end.date() != start.date():
        return message("%(start)s至%(end)s", start=told, end=day_or_time(end))
    if end is None or not hour(end):
        return told
    if hour(start):
        return message("%(start)s—%(end)s", start=told, end=hour(end))
    return message("%(start)s至%(end)s", start=told, end=hour(end))
