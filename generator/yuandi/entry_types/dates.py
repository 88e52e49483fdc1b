"""Days, times and periods: in the forms of content-model §1, or in the Chinese of documents (GB/T 15835-2011)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from pydantic_core import PydanticCustomError

from yuandi.i18n import message
from yuandi.i18n.dates import day as of_day
from yuandi.i18n.dates import month_of
from yuandi.i18n.dates import year as of_year


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole days, as it was written: a year, half, quarter, month, ISO week or day."""

    first: date
    last: date
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """The period in Chinese: `2026年第1季度`."""
        return _period_label(self.text)


def fail(kind: str) -> PydanticCustomError:
    """An error by its kind; rules put it into words."""
    return PydanticCustomError(kind, kind)


_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
_CHINESE_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\Z", re.ASCII)
_TIME = re.compile(r"(.+?)(?:[T ]|日\s*)(\d{1,2})[:：时](\d\d)分?\Z", re.ASCII)


def to_date(value: Any) -> date:
    """`2026-03-05` or `2026年3月5日`. A day that no calendar has is `impossible_date`."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return _day(value.year, value.month, value.day)
    if not isinstance(value, str):
        raise fail("date_wanted")
    found = _DATE.match(value) or _CHINESE_DATE.match(value.replace(" ", ""))
    if not found:
        raise fail("date_wanted")
    return _day(*map(int, found.groups()))


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Other years are typing errors; and Python has no day after the year 9999."""


def _day(year: int, month: int, day: int) -> date:
    try:
        expect_year(year)
        return date(year, month, day)
    except ValueError:
        raise fail("impossible_date") from None


def expect_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise fail("impossible_date")


def to_time(value: Any) -> datetime:
    """`2026-03-05T14:30`, a blank for the T, `2026年3月5日14:30`, or a whole day."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise fail("time_wanted")
    found = _TIME.match(value)
    if not found:
        return datetime.combine(to_date(value), datetime.min.time())
    day_text = found[1] + ("日" if "年" in found[1] else "")
    try:
        day = to_date(day_text)
    except PydanticCustomError as error:
        raise fail("impossible_date" if error.type == "impossible_date" else "time_wanted") from None
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise fail("impossible_date")
    return datetime(day.year, day.month, day.day, hour, minute)


YEAR = re.compile(r"(\d{4})(?:年度?)?\Z", re.ASCII)
_HALF = re.compile(r"(\d{4})-H([12])\Z|(\d{4})年([上下])半年\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z|(\d{4})年第?([1-4一二三四])季度\Z", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z|(\d{4})年(\d{1,2})月(?:份)?\Z", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z|(\d{4})年第(\d{1,2})周\Z", re.ASCII)
_NUMERALS = {"上": 1, "下": 2, "一": 1, "二": 2, "三": 3, "四": 4}


def to_period(value: Any) -> Period:
    """A day, ISO week, month, quarter, half or year; as in content-model §1, or in Chinese words."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise fail("period_wanted")
    text = value.replace(" ", "")
    if found := YEAR.match(text):
        return _months(int(found[1]), 1, 12, found[1])
    if found := _HALF.match(text):
        year, half = _pair(found)
        return _months(year, half * 6 - 5, half * 6, f"{year}-H{half}")
    if found := _QUARTER.match(text):
        year, quarter = _pair(found)
        return _months(year, quarter * 3 - 2, quarter * 3, f"{year}-Q{quarter}")
    if found := _MONTH.match(text):
        year, month = _pair(found)
        return _months(year, month, month, f"{year}-{month:02}")
    if found := _WEEK.match(text):
        return _week(*_pair(found))
    return _one_day(text)


def _pair(found: re.Match[str]) -> tuple[int, int]:
    year, number = (group for group in found.groups() if group is not None)
    return int(year), _NUMERALS.get(number) or int(number)


def _months(year: int, first: int, last: int, text: str) -> Period:
    start = _day(year, first, 1)
    return Period(start, date(year, last, monthrange(year, last)[1]), text)


def _week(year: int, week: int) -> Period:
    try:
        expect_year(year)
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise fail("impossible_date") from None
    return Period(monday, monday + timedelta(days=6), f"{year}-W{week:02}")


def _one_day(text: str) -> Period:
    try:
        day = to_date(text)
    except PydanticCustomError as error:
        raise fail("impossible_date" if error.type == "impossible_date" else "period_wanted") from None
    return Period(day, day, day.isoformat())


_PARTS_OF_YEARS = {
    "H1": message("%(year)s年上半年"),
    "H2": message("%(year)s年下半年"),
    "Q1": message("%(year)s年第一季度"),
    "Q2": message("%(year)s年第二季度"),
    "Q3": message("%(year)s年第三季度"),
    "Q4": message("%(year)s年第四季度"),
}


@lru_cache(20_000)
def _period_label(text: str) -> str:
    year, _, rest = text.partition("-")
    if not rest:
        return of_year(int(year))
    if rest in _PARTS_OF_YEARS:
        return _PARTS_OF_YEARS[rest].fill(year=year)
    if rest[0] == "W":
        return message("%(year)s年第%(week)s周", year=year, week=int(rest[1:]))
    month, _, day = rest.partition("-")
    return of_day(date.fromisoformat(text)) if day else month_of(int(year), int(month))
