"""The input of measures: every entry, table row and inline session as a record with its days, indexed by subject.

The type says which field names the subject (`EntryType.about`). A record about a person is also about the person's
unit on that day, one of a group about the group's unit, and one of a unit about all units above it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types import BY_NAME, TYPES, EntryType, Model, Person
from yuandi.entry_types.entry_type import Credit
from yuandi.entry_types.fields import references
from yuandi.facts.standing import counted
from yuandi.markdown.word_count import count_words
from yuandi.measures.attendance_values import ATTENDANCE, at_attendance, attendance_numbers, session_of, those_present
from yuandi.measures.days import days_of
from yuandi.measures.fields import Field, number
from yuandi.measures.record import Found
from yuandi.portal.portal import Portal


@dataclass(frozen=True)
class Records:
    """The records of a portal, read once for all measures. `entries` are those that count."""

    portal: Portal
    entries: tuple[Entry[Any], ...]

    @cached_property
    def _by_type(self) -> Mapping[str, list[Entry[Any]]]:
        found: dict[str, list[Entry[Any]]] = {}
        for entry in counted(self.portal, self.entries, self.portal.as_of):
            found.setdefault(entry.type.name, []).append(entry)
        return found

    def of_type(self, name: str) -> list[Entry[Any]]:
        """The entries of a type, without drafts, scheduled, replaced or revoked ones."""
        return self._by_type.get(name, [])

    def of(self, name: str, dated: Field | None = None) -> list[Found]:
        """The records of a type, by day and path, without future ones."""
        key = (name, dated.word if dated else "")
        if key not in self._read:
            found = (record for entry in self._entries_with(name) for record in self._found(entry, name, dated))
            past = [record for record in found if record.first <= self.portal.as_of]
            self._read[key] = sorted(past, key=lambda record: (record.first, record.last, record.entry.path))
        return self._read[key]

    @cached_property
    def _read(self) -> dict[tuple[str, str], list[Found]]:
        return {}

    def _entries_with(self, name: str) -> Iterator[Entry[Any]]:
        yield from self.of_type(name)
        for known in types_with_parts(name):
            yield from self.of_type(known.name)

    def _found(self, entry: Entry[Any], name: str, dated: Field | None) -> Iterator[Found]:
        for inner in self._parts(entry, name):
            days = days_of(entry, inner, dated)
            if days:
                yield Found(entry, entry.record, inner, *days)

    def _parts(self, entry: Entry[Any], name: str) -> Iterable[Any]:
        """The parts that are records of their own; None for the entry as a whole."""
        parts = entry.type.parts
        if parts is None or (parts.of_type or entry.type.name) != name:
            return (None,)
        is_whole = parts.of_type is None and not getattr(entry.record, parts.field)
        return (None,) if is_whole else parts_in(self.portal, entry)

    def values(self, found: Found, parts: tuple[str, ...]) -> list[Any]:
        """The values at a path; attendance is read from its table too; hours are converted from days and days from hours."""
        if parts[0] == ATTENDANCE and len(parts) == 2:
            return at_attendance(self.portal, found, parts[1])
        return found.values(parts) or self._converted(found, parts)

    def numbers(self, found: Found, field: Field) -> list[float]:
        """The numbers of a field; hours and days are converted into each other, words are counted if not given."""
        head = field.parts[-1]
        if field.parts[0] == ATTENDANCE and len(field.parts) == 2 and session_of(found):
            return attendance_numbers(self.portal, found, head)
        numbers = [amount for value in found.values(field.parts) if (amount := number(value)) is not None]
        if numbers or len(field.parts) > 1:
            return numbers
        if converted := self._converted(found, field.parts):
            return converted
        return [self._words(found.entry)] if head == "words" and found.inner is None else []

    def _converted(self, found: Found, parts: tuple[str, ...]) -> list[float]:
        """Hours converted from days, or days from hours."""
        per_day = self.portal.policy.in_force.hours_per_day
        if parts == ("hours",):
            return [float(value) * per_day for value in found.values(("days",))]
        if parts == ("days",) and per_day:
            return [float(value) / per_day for value in found.values(("hours",))]
        return []

    def _words(self, entry: Entry[Any]) -> float:
        if entry.path not in self._counted:
            self._counted[entry.path] = float(count_words(entry.body, self.portal.policy.in_force.word_count))
        return self._counted[entry.path]

    @cached_property
    def _counted(self) -> dict[str, float]:
        return {}

    def index(self, name: str, subject: str, by: tuple[Field, ...], dated: Field | None) -> Mapping[str, list[Found]]:
        """The records of a type by the ids of their subjects: `unit`, `person`, `group`, or entries."""
        key = (name, subject, tuple(field.word for field in by), dated.word if dated else "")
        if key not in self._indexes:
            found: dict[str, list[Found]] = {}
            for record in self.of(name, dated):
                for identifier in self._about(record, name, subject, by):
                    found.setdefault(identifier, []).append(record)
            self._indexes[key] = found
        return self._indexes[key]

    @cached_property
    def _indexes(self) -> dict[tuple[Any, ...], Mapping[str, list[Found]]]:
        return {}

    def _about(self, found: Found, name: str, subject: str, by: tuple[Field, ...]) -> set[str]:
        if subject == name:
            return {found.entry.id}
        if subject not in {"unit", "person", "group"}:
            return self._linked(found)
        words = list(self._words_of(found, name, subject, by))
        if subject == "person":
            return {person.id for word in words if (person := self.portal.people.find(word))}
        if subject == "group":
            return {group.id for word in words if (group := self.portal.groups.find(word))}
        units = {unit for word in words if (unit := self.unit_of(word, found.first))}
        if not units and not by and (issuer := self.portal.units.find(found.record.unit or "")):
            units = {issuer.id}
        return {above for unit in units for above in self.portal.lines[unit]}

    def _words_of(self, found: Found, name: str, subject: str, by: tuple[Field, ...]) -> Iterator[str]:
        """The words that name the subjects of a record."""
        fields: Iterable[tuple[str, ...]] = (field.parts for field in by)
        if not by:
            known = BY_NAME[name]
            credit = known.credit if subject == "person" else None
            about = (_credited(credit, found),) if credit else known.about
            fields = (tuple(path.split(".")) for path in about)
        for parts in fields:
            given = those_present(self.portal, found) if parts == (ATTENDANCE,) else found.values(parts)
            yield from (value for value in given if isinstance(value, str))

    def home_of(self, found: Found, name: str) -> str | None:
        """The unit of a record: the unit that it names, else the unit of its subjects."""
        words = (found.record.unit or "", *self._words_of(found, name, "unit", ()))
        return next((unit for word in words if (unit := self.unit_of(word, found.first))), None)

    def unit_of(self, name: str, day: date) -> str | None:
        """The unit that a word means: the unit itself, the unit of a group, or the unit of a person on a day."""
        if unit := self.portal.units.find(name):
            return unit.id
        if group := self.portal.groups.find(name):
            above = self.portal.units.find(group.unit or "")
            return above.id if above else None
        person = self.portal.people.find(name)
        return self.unit_on(person, day) if person else None

    def unit_on(self, person: Person, day: date) -> str | None:
        """The unit of a person on a day; before the first known day, the first unit."""
        words = [unit for since, unit in person.unit if since <= day] or [unit for _, unit in person.unit[:1]]
        found = self.portal.units.find(words[-1]) if words else None
        return found.id if found else None

    def _linked(self, found: Found) -> set[str]:
        """The ids of the entries that an entry refers to or that refer to it."""
        entry = found.entry
        if entry.path not in self._links:
            there = (
                self.portal.named_by(entry, word)
                for _, refers, word in references(entry.record)
                if "entry" in refers.kinds
            )
            here = self.portal.backlinks.get(entry.id, ())
            self._links[entry.path] = {other.id for other in (*there, *here) if other}
        return self._links[entry.path]

    @cached_property
    def _links(self) -> dict[str, set[str]]:
        return {}


def parts_in(portal: Portal, entry: Entry[Any]) -> Iterable[Any]:
    """The parts of an entry that are records, its own or those of another type."""
    parts = entry.type.parts
    given = getattr(entry.record, parts.field) if parts else None
    return _rows(portal, entry, given, parts.model) if parts and isinstance(given, str) else given or ()


def _rows(portal: Portal, entry: Entry[Any], csv: str, model: type[Model]) -> Iterator[Model]:
    table = portal.tables.get(named(entry.path, csv))
    for _, row in table.rows if table else ():
        known = {key: cell for key, cell in row.items() if cell and key in model.model_fields}
        try:
            yield model.model_validate(known)
        except ValidationError:
            continue  # the rules about values report the line


def types_with_parts(name: str) -> Iterator[EntryType]:
    """The types whose entries hold records of another type."""
    return (known for known in TYPES if known.parts and known.parts.of_type == name)


def _credited(credit: Credit, found: Found) -> str:
    """The field with the people for whom a record counts."""
    (kind,) = found.values(("kind",)) or [None]
    return credit.by_kind if kind in credit.kinds else credit.otherwise
