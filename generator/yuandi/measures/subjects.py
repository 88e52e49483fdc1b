"""The subjects of a measure: units, people, groups or entries that pass a filter, with the days on which they do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.entry_types import Group, Person, Unit
from yuandi.entry_types.data_types.policy import Filter
from yuandi.entry_types.data_types.policy import Subject as Wanted
from yuandi.entry_types.kinds import category
from yuandi.facts.membership import term_of
from yuandi.measures.days import entry_days
from yuandi.measures.evidence import Records
from yuandi.measures.fields import Test, values, word
from yuandi.measures.record import Found
from yuandi.measures.rows import Who
from yuandi.portal.portal import Portal

Days = tuple[date, date]
_ALWAYS: Days = (date.min, date.max)


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject; `days` are the stretches of time in which it passes the filter, `record` its record in `_data`."""

    who: Who
    days: tuple[Days, ...]
    record: Any
    born: int | None = None

    def within(self, first: date, last: date) -> Days | None:
        """The latest stretch that overlaps a period; None if there is none."""
        found = [stretch for stretch in self.days if stretch[0] <= last and stretch[1] >= first]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Ages:
    """The permitted ages in a year."""

    least: int | None = None
    most: int | None = None

    @classmethod
    def of(cls, wanted: Wanted) -> "Ages":
        """The ages that a filter permits."""
        return cls(wanted.people.min_age, wanted.people.max_age) if wanted.people else cls()

    def fit(self, born: int | None, year: int) -> bool:
        """Whether somebody born in a year has a permitted age; False if the year is unknown."""
        if self.least is None and self.most is None:
            return True
        return born is not None and (self.least or 0) <= year - born <= (self.most if self.most is not None else 999)


def units(portal: Portal, wanted: Filter) -> Iterator[Subject]:
    """The units that pass a filter."""
    for unit in portal.units:
        if is_unit(portal, unit, wanted):
            days = ((unit.start or date.min, unit.end or date.max),)
            yield Subject(Who("unit", unit.id, unit.name, unit.id), days, unit)


def is_unit(portal: Portal, unit: Unit, wanted: Filter) -> bool:
    """Whether a unit passes a filter."""
    return (
        (not wanted.top or len(portal.lines[unit.id]) == 1)
        and _is_of_kind(unit, wanted)
        and (not wanted.id or _is_called(unit, wanted.id))
        and (not wanted.unit or _is_in(portal, unit.id, wanted.unit))
        and _has(unit, wanted)
    )


def groups(portal: Portal, wanted: Filter) -> Iterator[Subject]:
    """The groups that pass a filter."""
    for group in portal.groups:
        if is_group(portal, group, wanted):
            unit = portal.units.find(group.unit or "")
            yield Subject(Who("group", group.id, group.name, unit.id if unit else None), (_ALWAYS,), group)


def is_group(portal: Portal, group: Group, wanted: Filter) -> bool:
    """Whether a group passes a filter."""
    unit = portal.units.find(group.unit or "") if wanted.unit else None
    return (
        _is_of_kind(group, wanted)
        and (not wanted.id or _is_called(group, wanted.id))
        and (not wanted.unit or (unit is not None and _is_in(portal, unit.id, wanted.unit)))
        and _has(group, wanted)
    )


def people(portal: Portal, records: Records, wanted: Filter) -> Iterator[Subject]:
    """The people who pass a filter, in a unit or group on the days on which they belong to it."""
    terms = _terms(portal, wanted)
    for person in portal.people:
        days = _days_of(portal, person, wanted, terms)
        if days:
            unit = records.unit_on(person, portal.as_of)
            yield Subject(Who("person", person.id, person.name, unit), days, person, person.born)


def is_person(portal: Portal, person: Person, wanted: Filter, year: int) -> bool:
    """Whether a person passes a filter on some day of a year."""
    days = _days_of(portal, person, wanted, _terms(portal, wanted))
    ages = Ages(wanted.min_age, wanted.max_age)
    first, last = date(year, 1, 1), date(year, 12, 31)
    return ages.fit(person.born, year) and any(start <= last and end >= first for start, end in days)


def _days_of(
    portal: Portal, person: Person, wanted: Filter, terms: Mapping[str, tuple[Days, ...]] | None
) -> tuple[Days, ...]:
    """The days on which a person passes a filter; `terms` are the person's terms in the groups that it names."""
    tags = set(person.tags)
    if (
        (wanted.id and not _is_called(person, wanted.id))
        or (wanted.tag and not tags & set(wanted.tag))
        or (wanted.rank and not tags & set(wanted.rank))
        or tags & set(wanted.without)
        or not _has(person, wanted)
    ):
        return ()
    days = _in_units(portal, person, wanted.unit)
    return days if terms is None else tuple(_common(days, terms.get(person.id, ())))


def entries(records: Records, name: str, tests: Iterable[tuple[tuple[str, ...], Test]]) -> Iterator[Subject]:
    """The entries of a type that pass conditions, with their days."""
    for entry in records.of_type(name):
        days = entry_days(entry)
        if days is None:
            continue
        found = Found(entry, entry.record, None, *days)
        if all(test(records.values(found, parts)) for parts, test in tests):
            who = Who(entry.type.name, entry.id, entry.record.title, records.home_of(found, name))
            yield Subject(who, (days,), entry)


def _has(record: Unit | Group | Person, wanted: Filter) -> bool:
    """Whether a record's own fields, such as `post`, have the values that a filter names; of a list, any one."""
    return all(
        {word(value) for value in values(getattr(record, name, None), ())}
        & {word(value) for value in (asked if isinstance(asked, list) else [asked])}
        for name, asked in (wanted.model_extra or {}).items()
    )


def _is_of_kind(record: Unit | Group, wanted: Filter) -> bool:
    return not wanted.kind or category(record.kind) in map(category, wanted.kind)


def _is_called(record: Unit | Group | Person, words: Iterable[str]) -> bool:
    return bool({record.id, record.name} & set(words))


def _is_in(portal: Portal, unit: str, words: Iterable[str]) -> bool:
    """Whether the id, name or kind of a unit or of a unit above it is among these words."""
    line = (portal.units.by_id[identifier] for identifier in portal.lines[unit])
    wanted = {*words, *map(category, words)}
    return any(wanted & {above.id, above.name, category(above.kind)} for above in line)


def _in_units(portal: Portal, person: Person, words: tuple[str, ...]) -> tuple[Days, ...]:
    """The days on which a person is in one of the units; without units, all days from the first known day."""
    starts = [since for since, _ in person.unit]
    if not words:
        return ((starts[0] if starts else date.min, date.max),)
    ends = [*starts[1:], date.max]
    found = []
    for (since, name), end in zip(person.unit, ends, strict=True):
        unit = portal.units.find(name)
        if unit and _is_in(portal, unit.id, words):
            found.append((since, end if end == date.max else date.fromordinal(end.toordinal() - 1)))
    return tuple(_joined(found))


def _joined(found: Iterable[Days]) -> Iterator[Days]:
    """Stretches, merged if they touch or overlap."""
    current: Days | None = None
    for first, last in sorted(found):
        if current and first.toordinal() <= current[1].toordinal() + 1:
            current = (current[0], max(current[1], last))
            continue
        if current:
            yield current
        current = (first, last)
    if current:
        yield current


def _terms(portal: Portal, wanted: Filter) -> Mapping[str, tuple[Days, ...]] | None:
    """When each person was a member of one of the groups, in one of the roles; None if the filter names neither."""
    if not wanted.group and not wanted.role:
        return None
    named = {*wanted.group, *map(category, wanted.group)}
    found: dict[str, list[Days]] = {}
    for group in portal.groups:
        if named and not named & {group.id, group.name, category(group.kind)}:
            continue
        for member in group.members:
            person = portal.people.find(member.person)
            if person and (not wanted.role or member.role in wanted.role):
                found.setdefault(person.id, []).append(term_of(member))
    return {person: tuple(_joined(days)) for person, days in found.items()}


def _common(left: Iterable[Days], right: Iterable[Days]) -> Iterator[Days]:
    stretches = tuple(right)
    for first, last in left:
        for start, end in stretches:
            if max(first, start) <= min(last, end):
                yield max(first, start), min(last, end)
