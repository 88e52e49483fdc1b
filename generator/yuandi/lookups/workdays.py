"""Workdays: by calendar.yml for the years that it has, else Monday to Friday. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yuandi.entry_types import CalendarYear


@dataclass(frozen=True, slots=True)
class Workdays:
    """Days as proleptic ordinals, sorted: `free` are weekdays off, `worked` are workdays on weekends."""

    years: frozenset[int]
    free: tuple[int, ...]
    worked: tuple[int, ...]

    def knows(self, day: date) -> bool:
        """Whether the calendar has the year of a day; for other years the holidays are unknown."""
        return day.year in self.years

    def is_workday(self, day: date) -> bool:
        """Whether a day is a workday."""
        return self.count(day, day) == 1

    def count(self, first: date, last: date) -> int:
        """The number of workdays from `first` to `last`, both included."""
        start, end = first.toordinal(), last.toordinal()
        weekdays = _weekdays_until(end) - _weekdays_until(start - 1)
        return weekdays - _between(self.free, start, end) + _between(self.worked, start, end)


def workdays_of(calendar: Mapping[int, CalendarYear]) -> Workdays:
    """The workdays by the calendar. A holiday may span two years; a make-up workday overrides a holiday."""
    given = {day.toordinal() for year in calendar.values() for day in year.workdays}
    spans = (
        (holiday.start.toordinal(), holiday.end.toordinal()) for year in calendar.values() for holiday in year.holidays
    )
    return Workdays(
        years=frozenset(calendar),
        free=tuple(day for day in _days(spans) if not _is_weekend(day) and day not in given),
        worked=tuple(sorted(day for day in given if _is_weekend(day))),
    )


def _days(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """All days of spans that may overlap, each once, in order."""
    done = 0
    for first, last in sorted(spans):
        yield from range(max(first, done + 1), last + 1)
        done = max(done, last)


def _is_weekend(ordinal: int) -> bool:
    """Whether the day is a Saturday or a Sunday: ordinal 1 (1 January of year 1) was a Monday."""
    return ordinal % 7 in {6, 0}


def _weekdays_until(ordinal: int) -> int:
    return ordinal // 7 * 5 + min(ordinal % 7, 5)


def _between(days: tuple[int, ...], start: int, end: int) -> int:
    return bisect_right(days, end) - bisect_left(days, start)
