"""Tasks → rows: their subjects, periods and records. Linear in the records.

The states are those of the content model: an open period is pending unless its limit is already reached or
exceeded; a subject without any record of that kind has no data; if only a part of a period is under the
measure, falling short is not a violation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from yuandi.content.entry import Entry, Item
from yuandi.entry_types import Measure
from yuandi.entry_types.data_types.policy import Filter, PeriodKind
from yuandi.entry_types.data_types.policy import Subject as Wanted
from yuandi.entry_types.dates import Period
from yuandi.measures import subjects
from yuandi.measures.aggregate import Aggregates, Context, Value
from yuandi.measures.evidence import Records
from yuandi.measures.honours import category_of, share_in
from yuandi.measures.limits import Limits
from yuandi.measures.measure_plan import Condition, Reading, Task, tasks_of
from yuandi.measures.periods import DueWindow, between, containing, due, place
from yuandi.measures.problems import ProblemError
from yuandi.measures.record import Found
from yuandi.measures.rows import Limit, Row, State, Who
from yuandi.measures.subjects import Ages, Subject
from yuandi.measures.terms import BY_SPAN, Terms
from yuandi.measures.verdict import pace_of, state_of
from yuandi.portal.portal import Portal

_ADDING = {"sum", "count", "distinct"}


@dataclass(frozen=True, slots=True)
class Read:
    """The records of one subject: those that count, and those that only show that data exist."""

    counting: tuple[Found, ...] = ()
    present: tuple[Found, ...] = ()


@dataclass(frozen=True)
class Evaluation:
    """All measures of a portal on one day, over the entries that count."""

    portal: Portal
    entries: tuple[Entry[Any], ...]

    @cached_property
    def records(self) -> Records:
        """The records, read once for all measures."""
        return Records(self.portal, self.entries)

    @cached_property
    def _aggregates(self) -> Aggregates:
        return Aggregates(self.records)

    @cached_property
    def _terms(self) -> Terms:
        return Terms(self.records)

    @cached_property
    def _limits(self) -> Limits:
        return Limits(self.portal, self.portal.policy.in_force)

    def rows(self) -> Iterator[Row]:
        """Every verdict: by measure in the policy's order, by subject, by period."""
        for item in self.portal.measures:
            yield from self.rows_of(item)

    def rows_of(self, item: Item[Measure]) -> Iterator[Row]:
        """The verdicts of one measure; none if it cannot be evaluated, which POL001 reports."""
        if item.record.since and item.record.since > self.portal.as_of:
            return
        try:
            tasks = list(tasks_of(item, self.portal))
        except ProblemError:
            return
        taken: dict[object, set[str]] = {}
        for task in tasks:
            if task.is_share_of_honours:
                yield from self._shares(task)
                continue
            seen = taken.setdefault(task.shared_out, set())
            chosen = [subject for subject in self._wanted(task.subject, task) if subject.who.id not in seen]
            seen |= {subject.who.id for subject in chosen}
            yield from self._rows(task, chosen)

    def _rows(self, task: Task, chosen: list[Subject]) -> Iterator[Row]:
        reads = [(reading, self._reads(reading, chosen)) for reading in task.reading.readings]
        among = self._among(task)
        for subject in chosen:
            mine = {id(reading): by[subject.who.id] for reading, by in reads}
            yield from self._of_subject(task, subject, mine, among)

    def _wanted(self, wanted: Wanted, task: Task | None = None) -> Iterator[Subject]:
        """The subjects; by default the organisation itself."""
        if task and task.entry_type:
            yield from subjects.entries(self.records, task.entry_type.name, task.entry_tests)
            return
        if wanted.units is None and wanted.people is None and wanted.groups is None:
            yield from subjects.units(self.portal, Filter(top=True))
        if wanted.units is not None:
            yield from subjects.units(self.portal, wanted.units)
        if wanted.people is not None:
            yield from subjects.people(self.portal, self.records, wanted.people)
        if wanted.groups is not None:
            yield from subjects.groups(self.portal, wanted.groups)

    def _among(self, task: Task) -> frozenset[str] | None:
        wanted = task.reading.among
        return frozenset(subject.who.id for subject in self._wanted(wanted)) if wanted else None

    def _reads(self, reading: Reading, chosen: list[Subject]) -> Mapping[str, Read]:
        """The records of every subject; each record is tested once."""
        name = reading.type.name if reading.type else ""
        of_kind = tuple(condition for condition in reading.conditions if condition.field.parts == ("kind",))
        counting: dict[int, bool] = {}
        present: dict[int, bool] = {}
        found: dict[str, Read] = {}
        for subject in chosen:
            mine = self.records.index(name, subject.who.kind, reading.by, reading.dated).get(subject.who.id, ())
            for record in mine:
                if id(record) not in present:
                    present[id(record)] = _fits(self.records, record, of_kind)
                    counting[id(record)] = present[id(record)] and _fits(self.records, record, reading.conditions)
            found[subject.who.id] = Read(
                tuple(record for record in mine if counting[id(record)]),
                tuple(record for record in mine if present[id(record)]),
            )
        return found

    def _of_subject(
        self, task: Task, subject: Subject, reads: Mapping[int, Read], among: frozenset[str] | None
    ) -> Iterator[Row]:
        present = [record for read in reads.values() for record in read.present]
        has_data = bool(present) or task.entry_type is not None
        by_period = {key: self._by_period(task, read.counting) for key, read in reads.items()}
        by_span = task.period in BY_SPAN or task.entry_type is not None
        ages = Ages.of(task.subject)
        for period in self._terms.periods(task, subject, present):
            days = subject.within(period.first, period.last)
            if days is None or not ages.fit(subject.born, min(period.last, self.portal.as_of).year):
                continue
            if by_span:
                within = {key: _in_span(task, read.counting, period) for key, read in reads.items()}
            else:
                within = {key: by.get(period, ()) for key, by in by_period.items()}
            yield self._row(task, subject, period, days, within, among, has_data=has_data)

    def _by_period(self, task: Task, found: Iterable[Found]) -> Mapping[Period, tuple[Found, ...]]:
        """Records by the period that they count in."""
        if task.period in BY_SPAN or task.entry_type:
            return {}
        by: dict[Period, list[Found]] = {}
        for record in found:
            by.setdefault(place(task.period, record.first, record.last, self.portal.as_of), []).append(record)
        return {period: tuple(records) for period, records in by.items()}

    def _row(
        self,
        task: Task,
        subject: Subject,
        period: Period,
        days: tuple[date, date],
        within: Mapping[int, tuple[Found, ...]],
        among: frozenset[str] | None,
        *,
        has_data: bool,
    ) -> Row:
        as_of = self.portal.as_of
        if task.reading.aggregate == "attest":
            return _judged(task, subject.who, period, State.NOT_APPLICABLE, Value(None), Limit())
        day = min(period.last, as_of)
        limit = self._limits.of(task, subject, day)
        if not has_data:
            return _judged(task, subject.who, period, State.NO_DATA, Value(None), limit)
        deadline = due(task.bounds.due, period) if task.bounds.due else None
        late: tuple[Found, ...] = ()
        if deadline:
            in_time = {key: _in_time(task, found, deadline) for key, found in within.items()}
            late = tuple(record for key, found in within.items() for record in found if record not in in_time[key])
            within, limit = in_time, replace(limit, due=deadline.last)
        asked = Context(day, subject.record, among, task.bounds.includes)
        value = self._aggregates.value(task.reading, within, asked)
        closes = deadline.last if deadline else period.last
        is_partial = max(days[0], task.measure.record.since or date.min) > period.first or days[1] < day
        state = state_of(value.number, limit, task.modality, is_closed=as_of > closes, is_partial=is_partial)
        adds_up = task.reading.aggregate in _ADDING and not task.bounds.includes and period.text != "once"
        if task.period is PeriodKind.PLAN and period.text == "once":  # no plan brings it into force
            state = State.NOT_APPLICABLE
        pace = None
        if adds_up and state is State.PENDING and limit.low is not None:
            pace = pace_of(limit.low, period, closes, as_of)
        return _judged(
            task=task, who=subject.who, period=period, state=state, value=value, limit=limit, pace=pace, late=late
        )

    def _shares(self, task: Task) -> Iterator[Row]:
        """The shares of a category of honours, period by period."""
        reading, as_of, since = task.reading, self.portal.as_of, task.measure.record.since or date.min
        rolls = self.records.of("honour-roll", reading.dated)
        named = [record for record in rolls if _fits(self.records, record, reading.conditions)]
        who = category_of(task, self.portal)
        if task.period in BY_SPAN:
            periods = self._terms.spans(task, since)
            by_period = {period: (_in_span(task, named, period), _in_span(task, rolls, period)) for period in periods}
        else:
            mine, all_rolls = self._by_period(task, named), self._by_period(task, rolls)
            periods = (containing(task.period, as_of),)
            if mine:
                periods = between(task.period, max(since, min(record.first for record in mine)), as_of)
            by_period = {period: (mine.get(period, ()), all_rolls.get(period, ())) for period in periods}
        for period, (of, all_of) in by_period.items():
            if not named:
                yield _judged(task, who, period, State.NO_DATA, Value(None), Limit())
                continue
            found = share_in(task, who, period, of, all_of, self.portal)
            yield _judged(task, who, period, found.state, Value(found.value, found.of), found.limit)


def _judged(
    task: Task,
    who: Who,
    period: Period,
    state: State,
    value: Value,
    limit: Limit,
    pace: float | None = None,
    late: tuple[Found, ...] = (),
) -> Row:
    return Row(
        measure=task.measure,
        title=task.title,
        modality=task.modality,
        subject=who,
        period=period,
        state=state,
        value=value.number,
        limit=limit,
        pace=pace,
        evidence=_entries_of(value.of),
        late=_entries_of(late),
        statement=task.reading.word if task.reading.aggregate == "attest" else None,
    )


def _entries_of(found: tuple[Found, ...]) -> tuple[Entry[Any], ...]:
    """The entries of records, each once, by path."""
    if not found:
        return ()
    by_path = {record.entry.path: record.entry for record in found}
    return tuple(by_path[path] for path in sorted(by_path))


def _fits(records: Records, found: Found, conditions: Iterable[Condition]) -> bool:
    return all(condition.test(records.values(found, condition.field.parts)) for condition in conditions)


def _in_span(task: Task, found: Iterable[Found], period: Period) -> tuple[Found, ...]:
    """The records of a span; a measure without a period counts records of any day."""
    if task.period is PeriodKind.ONCE or period.text == "once":
        return tuple(found)
    return tuple(record for record in found if period.first <= record.first <= period.last)


def _in_time(task: Task, found: Iterable[Found], deadline: DueWindow) -> tuple[Found, ...]:
    """The records handed in on time; `strict` excludes the last day."""
    last = date.fromordinal(deadline.last.toordinal() - 1) if task.strict else deadline.last
    return tuple(record for record in found if deadline.first <= record.submitted <= last)
