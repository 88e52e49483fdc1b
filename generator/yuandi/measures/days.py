"""The days that a record is about, and those of an entry as a subject."""

from datetime import date, datetime
from typing import Any

from yuandi.entry_types import Article
from yuandi.entry_types.dates import Period
from yuandi.entry_types.record import Range
from yuandi.measures.fields import Field, values


def days_of(record: Any, inner: Any, dated: Field | None) -> tuple[date, date] | None:
    """The days of a record: of its `start`, else its `period`, else `published.date`, else `date`, else `year`."""
    if dated:
        given = next((one for holder in (inner, record) for one in values(holder, dated.parts)), None)
        return days_in(given)
    for part in ("start", "period"):
        for holder in (inner, record):
            if days := days_in(getattr(holder, part, None)):
                return days
    published = record.published.date if isinstance(record, Article) and record.published else None
    return days_in(published) or days_in(record.date) or days_in(getattr(record, "year", None))


def days_in(given: Any) -> tuple[date, date] | None:
    """The first and the last day that a value tells of."""
    if isinstance(given, datetime):
        return given.date(), given.date()
    if isinstance(given, date):
        return given, given
    if isinstance(given, Period):
        return given.first, given.last
    if isinstance(given, Range):
        return given.start, given.end
    if isinstance(given, int):
        return date(given, 1, 1), date(given, 12, 31)
    return None


def entry_days(record: Any) -> tuple[date, date] | None:
    """The days of an entry as a subject: its span, from start to end, its period, or its date."""
    if isinstance(given := getattr(record, "span", None), Range):
        return days_in(given)
    if isinstance(start := getattr(record, "start", None), datetime):
        end = getattr(record, "end", None)
        return start.date(), end.date() if isinstance(end, datetime) else start.date()
    return days_in(getattr(record, "period", None)) or days_in(record.date)
