"""Records → one number: a sum, a count, the number of distinct values, the latest, a ratio, or presence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

from yuandi.facts.population import count_of
from yuandi.measures.attendance_values import ATTENDANCE, those_present
from yuandi.measures.evidence import Records
from yuandi.measures.fields import Field, number, values, word
from yuandi.measures.measure_plan import Reading
from yuandi.measures.record import Found

Within = Mapping[int, tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Value:
    """A number, or None if there is no data for it, with the records that it was computed from."""

    number: float | None
    of: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a number depends on besides the records: the day, the subject's record, the people and words that count."""

    day: date
    record: Any = None
    among: frozenset[str] | None = None
    includes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aggregates:
    """Computes numbers from records, independent of their order."""

    records: Records

    def value(self, reading: Reading, within: Within, asked: Context) -> Value:
        """The value of a quantity; `within` holds the records of each of its readings."""
        if reading.aggregate == "ratio":
            of, to = (self.value(part, within, asked) for part in reading.parts)
            ratio = of.number / to.number if of.number is not None and to.number else None
            return Value(ratio, (*of.of, *to.of))
        if reading.aggregate == "number-of-subject":
            return Value(count_of(self.records.portal, asked.record, reading.word, asked.day))
        found = within[id(reading)]
        if not found:
            return Value(None if reading.aggregate == "latest" else 0.0)
        return self._plain(reading, found, asked)

    def _plain(self, reading: Reading, found: tuple[Found, ...], asked: Context) -> Value:
        if reading.aggregate == "latest":
            return self._latest(reading, found)
        if reading.aggregate == "sum":
            total = fsum(amount for record in found for amount in self._numbers(record, reading))
        elif reading.aggregate == "distinct":
            total = self._distinct(reading, found, asked)
        elif reading.aggregate == "presence":
            total = bool(found)
        elif reading.aggregate == "concurrent":
            total = _at_once(found)
        elif reading.field:
            total = sum(len(self._words(record, reading)) for record in found)
        else:
            total = len(found) if reading.counts_parts else len({record.entry.path for record in found})
        return Value(float(total), found)

    def _latest(self, reading: Reading, found: tuple[Found, ...]) -> Value:
        for record in reversed(found):
            if numbers := self._numbers(record, reading):
                return Value(numbers[-1], (record,))
        return Value(None)

    def _distinct(self, reading: Reading, found: tuple[Found, ...], asked: Context) -> int:
        """The number of distinct values, or of the required words found among them."""
        words = {text for record in found for text in self._words(record, reading)}
        if asked.among is not None:
            words &= asked.among
        if asked.includes:
            return sum(any(part in text for text in words) for part in asked.includes)
        return len(words)

    def _numbers(self, found: Found, reading: Reading) -> list[float]:
        field = reading.field
        if field is None:
            return []
        if not field.items:
            return self.records.numbers(found, field)
        return [amount for value in _of_items(found, field, reading) if (amount := number(value)) is not None]

    def _words(self, found: Found, reading: Reading) -> list[str]:
        """The values of a field as words that may be compared; a condition on the field itself chooses among them."""
        field = reading.field
        if field is None:
            return []
        if field.parts == (ATTENDANCE,):
            return those_present(self.records.portal, found)
        given = _of_items(found, field, reading) if field.items else found.values(field.parts)
        same = [condition for condition in reading.conditions if condition.field == field]
        return [
            self._named(value, field, found) for value in given if all(condition.test([value]) for condition in same)
        ]

    def _named(self, value: Any, field: Field, found: Found) -> str:
        """The value as a word; people, units, groups and entries by id."""
        text, refers = word(value), field.shape.refers if field.shape else None
        target = self.records.portal.target(refers, text, found.entry) if refers else None
        return str(getattr(target, "id", text))


def _of_items(found: Found, field: Field, reading: Reading) -> list[Any]:
    """The values of a field of a list of mappings, from the items that fit; if a part of an entry has such a list
    without the field, as bare scores are without names, from that of the entry."""
    tests = [(condition.field.inner.parts, condition.test) for condition in reading.of_items]
    for holder in (found, Found(found.entry, found.record, None, found.first, found.last)):
        items = holder.values((field.items or "",))
        fitting = (item for item in items if all(test(list(values(item, parts))) for parts, test in tests))
        if given := [value for item in fitting for value in values(item, field.inner.parts)]:
            return given
    return []


def _at_once(found: Iterable[Found]) -> int:
    """The maximum number of records at the same time."""
    events: list[tuple[int, int]] = []
    for record in found:
        spans = record.values(("span",))
        first, last = (spans[0].start, spans[0].end) if spans else (record.first, record.last)
        events += [(first.toordinal(), 1), (last.toordinal() + 1, -1)]
    most = now = 0
    for _, change in sorted(events):
        now += change
        most = max(most, now)
    return most
