"""The periods of a measure, and deadlines within them. Weeks are those of ISO 8601."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from yuandi.base.text import Text
from yuandi.entry_types.data_types.policy import PeriodKind
from yuandi.entry_types.dates import FIRST_YEAR, LAST_YEAR, Period, to_period
from yuandi.i18n import message
from yuandi.i18n.dates import between as days
from yuandi.i18n.dates import day as in_words

LONGEST = timedelta(days=366 * 30)
"""Periods that ended longer ago are not evaluated."""


@lru_cache(maxsize=20_000)
def containing(kind: PeriodKind, day: date) -> Period:
    """The week, month, quarter, half or year of a day."""
    if kind is PeriodKind.WEEK:
        year, week, _ = day.isocalendar()
        return to_period(f"{year}-W{week:02}")
    names = {
        PeriodKind.MONTH: f"{day.year}-{day.month:02}",
        PeriodKind.QUARTER: f"{day.year}-Q{(day.month + 2) // 3}",
        PeriodKind.HALF: f"{day.year}-H{1 if day.month < 7 else 2}",
    }
    return to_period(names.get(kind, f"{day.year}"))


def between(kind: PeriodKind, first: date, last: date) -> Iterator[Period]:
    """The periods from that of one day to that of another."""
    period = containing(kind, max(first, last - LONGEST) if first <= last else first)
    while period.first <= last:
        yield period
        period = containing(kind, period.last + timedelta(days=1))


def span(first: date, last: date | None) -> Period:
    """A stretch of days; without a last day, all time from its first day."""
    if last is None:
        return Period(first, date(LAST_YEAR, 12, 31), "once")
    return Period(first, last, f"{first}/{last}")


def label(period: Period) -> str:
    """A period on a page: `2026年第一季度`, `2026年3月1日至2026年6月30日`."""
    if _has_no_bounds(period):
        return message("至今")
    if period.text == "once":
        return message("%(day)s以来", day=in_words(period.first))
    return days(period.first, period.last) if "/" in period.text else period.label


def said(period: Period) -> Text:
    """A period in a report: in Chinese as on a page, in English by its days."""
    if _has_no_bounds(period):
        return Text(label(period), "to date")
    if period.text == "once":
        return Text(label(period), f"since {period.first}")
    return Text(label(period), f"{period.first} to {period.last}" if "/" in period.text else period.text)


def _has_no_bounds(period: Period) -> bool:
    return period.text == "once" and period.first == date(FIRST_YEAR, 1, 1)


@lru_cache(maxsize=20_000)
def place(kind: PeriodKind, first: date, last: date, as_of: date) -> Period:
    """The period in which a record of these days counts: that of its middle day (a week is of the year of its Thursday);
    if the record is longer than the period, the one in which it ends."""
    if first == last:
        return containing(kind, first)
    found = containing(kind, first + (last - first) // 2)
    if last - first > found.last - found.first:
        return containing(kind, max(first, min(last, as_of)))
    return found


@dataclass(frozen=True, slots=True)
class DueWindow:
    """The days within which something counts for a period."""

    first: date
    last: date


_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAY = re.compile(r"(\+?)(?:(\d{1,2})[-月])?(\d{1,2})日?")
_AFTER = re.compile(r"\+(\d{1,3})[d天]")


def is_due(text: str) -> bool:
    """Whether a word means a day, or two days separated by `..`."""
    days = text.split("..")
    return len(days) < 3 and all(_due_day(day, containing(PeriodKind.YEAR, date(2024, 6, 1))) for day in days)


@lru_cache(maxsize=20_000)
def due(text: str, period: Period) -> DueWindow:
    """The days that `01-15`, `25`, `+01-15`, `+7d`, `07-01..07-31` or a full date mean for a period; for a period of
    several years, the last ones in it."""
    days = [_due_day(day, period) or period.last for day in text.split("..")]
    window = DueWindow(days[0], days[-1])
    while "/" in period.text and not _FULL.match(text) and (later := _a_year_on(window)).last <= period.last:
        window = later
    return window if len(days) == 2 else DueWindow(date.min, window.last)


def _a_year_on(window: DueWindow) -> DueWindow:
    first, last = (_clamped(day.year + 1, day.month, day.day) for day in (window.first, window.last))
    return DueWindow(first, last)


def _due_day(text: str, period: Period) -> date | None:
    if found := _FULL.fullmatch(text):
        return _day(*map(int, found.groups()))
    if found := _AFTER.fullmatch(text):
        return period.last + timedelta(days=int(found[1]))
    if not (found := _DAY.fullmatch(text)):
        return None
    month, day = int(found[2] or 0), int(found[3])
    if not 1 <= day <= 31 or month > 12 or (found[2] and not month):
        return None
    start = period.last + timedelta(days=1) if found[1] else period.first
    if month:
        this_year = _clamped(start.year, month, day)
        return this_year if this_year >= start else _clamped(start.year + 1, month, day)
    return _day_of_month(start if found[1] else period.last, day)


def _day_of_month(day: date, number: int) -> date:
    return _clamped(day.year, day.month, number)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
