"""The days of a record, and of an entry as a subject."""

from datetime import date, datetime
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.dates import Period
from yuandi.entry_types.paths import values_at
from yuandi.entry_types.record import Range
from yuandi.measures.fields import Field, values


def days_of(entry: Entry[Any], inner: Any, dated: Field | None) -> tuple[date, date] | None:
    """The days of a record: of the first given field in the type's `days`, looked up in the part `inner` first."""
    if dated:
        given = next((value for holder in (inner, entry.record) for value in values(holder, dated.parts)), None)
        return days_in(given)
    found = (value for path in entry.type.days for holder in (inner, entry.record) for value in values_at(holder, path))
    return next((days for value in found if (days := days_in(value))), None)


def days_in(given: Any) -> tuple[date, date] | None:
    """The first and the last day of a value."""
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


def entry_days(entry: Entry[Any]) -> tuple[date, date] | None:
    """The days of an entry as a subject: its duration."""
    told = [days for path in entry.type.runs for value in values_at(entry.record, path) if (days := days_in(value))]
    return (told[0][0], told[-1][1]) if told else None
