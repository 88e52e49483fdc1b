"""The days on which a measure may give another verdict: a period begins or ends, something falls due, a record's
day comes. May yield days without a change, never misses one: a build without a change writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from yuandi.base.text import Text
from yuandi.content.entry import Entry
from yuandi.entry_types import Measure
from yuandi.entry_types.data_types.policy import PeriodKind
from yuandi.measures.days import days_of, entry_days
from yuandi.measures.evidence import parts_in
from yuandi.measures.periods import containing, due, is_due, span
from yuandi.pages.shown import Shown

_DAY = timedelta(days=1)
_BY_SPAN = {PeriodKind.PLAN, PeriodKind.ONCE}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the reason why pages change on it."""

    day: date
    why: Text


def verdict_moments(shown: Shown) -> Iterator[Moment]:
    """All such days after the build; none without measures."""
    measures = [item.record for item in shown.portal.measures if item.record.measure or item.record.cases]
    if not measures:
        return
    said = Text("考核指标的期限或记录", "periods, deadlines or records of measures")
    yield from (Moment(day, said) for measure in measures for day in _of_measure(shown, measure))
    yield Moment(date(shown.as_of.year + 1, 1, 1), said)
    for entry in shown.entries:
        yield from (Moment(day, said) for day in _of_entry(shown, entry))


def _of_measure(shown: Shown, measure: Measure) -> Iterator[date]:
    if measure.since:
        yield measure.since
    cases = (measure, *measure.cases)
    kinds = {kind for case in cases if (kind := getattr(case, "period", None)) and kind not in _BY_SPAN}
    words = {word for case in cases if (word := getattr(case, "due", None)) and is_due(word)}
    for kind in kinds:
        this = containing(kind, shown.as_of)
        before, after = containing(kind, this.first - _DAY), containing(kind, this.last + _DAY)
        yield after.first
        for word in words:
            for period in (before, this, after):
                window = due(word, period)
                yield from (window.first, window.last + _DAY)
    if words and not kinds:
        for entry in shown.entries:
            if days := entry_days(entry):
                yield from (due(word, span(*days)).last + _DAY for word in words)


def _of_entry(shown: Shown, entry: Entry[Any]) -> Iterator[date]:
    """The days from which an entry or a part of it counts, and the day after its own span."""
    record = entry.record
    if record.date:
        yield record.date
    if days := entry_days(entry):
        yield from (days[0], days[1] + _DAY)
    for part in (None, *parts_in(shown.portal, entry)):
        if days := days_of(entry, part, None):
            yield days[0]
