"""The periods in which a measure applies to a subject."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yuandi.entry_types.data_types.policy import PeriodKind
from yuandi.entry_types.dates import FIRST_YEAR, Period
from yuandi.measures.evidence import Records
from yuandi.measures.measure_plan import Task
from yuandi.measures.periods import between, containing, place, span
from yuandi.measures.record import Found
from yuandi.measures.subjects import Subject

BY_SPAN = frozenset((PeriodKind.PLAN, PeriodKind.ONCE))


@dataclass(frozen=True)
class Terms:
    """The periods of measures, until today."""

    records: Records

    def periods(self, task: Task, subject: Subject, present: list[Found]) -> Iterable[Period]:
        """From the latest of `since`, the subject's first day and its first record, until today."""
        as_of, first, last = self.records.portal.as_of, subject.days[0][0], subject.days[-1][1]
        since = task.measure.record.since or date.min
        if first > as_of or last < since:
            return ()
        if task.entry_type:
            if task.period in BY_SPAN:
                return (span(first, last),)
            return between(task.period, max(first, since), min(last, as_of))
        start = max(since, first)
        if task.period in BY_SPAN:
            return self.spans(task, start)
        if task.reading.aggregate == "attest":
            return (
                between(task.period, start, min(as_of, last)) if start > date.min else (containing(task.period, as_of),)
            )
        if not present:
            return (containing(task.period, as_of),)
        records = min(place(task.period, record.first, record.last, as_of).first for record in present)
        return between(task.period, max(start, records), min(as_of, last))

    def spans(self, task: Task, start: date) -> Iterable[Period]:
        """The spans of the plans that bring a measure into force; else all time since `start`."""
        if task.period is PeriodKind.PLAN and (plans := self._plans.get(task.measure.record.code)):
            return [period for period in plans if period.first <= self.records.portal.as_of and period.last >= start]
        return (span(start if start > date.min else date(FIRST_YEAR, 1, 1), None),)

    @cached_property
    def _plans(self) -> Mapping[str, list[Period]]:
        """The spans of plans by the codes of the measures that they bring into force."""
        sources: dict[str | None, list[str]] = {}
        for item in self.records.portal.measures:
            sources.setdefault(item.record.source.ref if item.record.source else None, []).append(item.record.code)
        found: dict[str, set[Period]] = {}
        for entry in self.records.of_type("plan"):
            for code in (*entry.record.measures, *sources.get(entry.id, ())):
                found.setdefault(code, set()).add(span(entry.record.span.start, entry.record.span.end))
        return {code: sorted(spans) for code, spans in found.items()}
