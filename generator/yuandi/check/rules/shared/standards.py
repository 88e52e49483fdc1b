"""The bounds that a measure of the policy sets for one entry: shared by the rules that read their number from a measure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from yuandi.base.diagnostics import Severity
from yuandi.content.entry import Entry
from yuandi.entry_types import Group, Measure, Person, Unit
from yuandi.entry_types.data_types.policy import Case, Filter, Modality, Subject
from yuandi.entry_types.values import Refers
from yuandi.measures.fields import values
from yuandi.measures.measure_plan import entry_tests
from yuandi.measures.problems import ProblemError
from yuandi.measures.subjects import is_group, is_person, is_unit
from yuandi.portal.portal import Portal

SEVERITIES: Mapping[Modality, Severity] = {
    Modality.MUST: Severity.ERROR,
    Modality.ABOUT: Severity.ERROR,
    Modality.GENERALLY: Severity.WARNING,
}
_ACTOR = Refers(("person", "unit", "group"))


@dataclass(frozen=True, slots=True)
class Standard:
    """A measure, or its case that applies; `tolerance` is the share by which `about` may be missed."""

    measure: Measure
    tolerance: Decimal

    @property
    def severity(self) -> Severity:
        """The severity of a finding that it is not met."""
        return SEVERITIES[self.measure.modality]

    @property
    def lowest(self) -> Decimal | None:
        """The lower bound, tolerance included."""
        low = self.measure.lowest
        return None if low is None else exact(low) * (1 - self.tolerance)

    @property
    def highest(self) -> Decimal | None:
        """The upper bound, tolerance included."""
        high = self.measure.highest
        return None if high is None else exact(high) * (1 + self.tolerance)

    @property
    def on_both_sides(self) -> "Standard":
        """The standard with the same number as both bounds, where it is `about` one number (1500字左右)."""
        low, high = self.measure.lowest, self.measure.highest
        bound = high if low is None else low
        if not self.tolerance or bound is None or None not in (low, high):
            return self
        return replace(self, measure=self.measure.model_copy(update={"range": (), "min": bound, "max": bound}))

    def allows(self, value: float) -> bool:
        """Whether a value is within the bounds."""
        number = exact(value)
        if self.measure.strict and number in (self.lowest, self.highest):
            return False
        return (self.lowest is None or number >= self.lowest) and (self.highest is None or number <= self.highest)

    @property
    def bounds(self) -> str:
        """The bounds in figures: `6—8`, `≤ 12`, `≥ 3`."""
        low, high = (None if bound is None else figure(bound) for bound in (self.lowest, self.highest))
        if low is not None and high is not None:
            return low if low == high else f"{low}—{high}"
        return f"≥ {low}" if high is None else f"≤ {high}"


def exact(value: float) -> Decimal:
    """Return a number as it was written, without the error of binary fractions."""
    return Decimal(str(value))


def figure(value: float | Decimal) -> str:
    """Return a number without trailing zeros: `80`, `79.5`."""
    return f"{Decimal(str(value)).normalize():f}"


def standards(portal: Portal, measure: Measure | None) -> Iterator[Standard]:
    """Yield the cases of a measure, or the measure itself if it has none; targets are left out."""
    if measure is None or measure.off:
        return
    for variant in [with_case(measure, case) for case in measure.cases] or [measure]:
        if variant.modality is not Modality.TARGET:
            about = variant.modality is Modality.ABOUT
            yield Standard(variant, exact(portal.policy.in_force.tolerance) if about else Decimal(0))


def standard_of(portal: Portal, code: str, entry: Entry[Any], year: int) -> Standard | None:
    """Return the first case of a measure that covers an entry and is in force in a year; None if there is none."""
    measure = portal.measure(code)
    if measure is None or not covers(portal, measure.subject, entry):
        return None
    cases = (standard for standard in standards(portal, measure) if covers(portal, standard.measure.subject, entry))
    return next((standard for standard in cases if in_force(standard.measure, year)), None)


def with_case(measure: Measure, case: Case) -> Measure:
    """Return a measure with the fields that one of its cases sets."""
    return measure.model_copy(update={name: getattr(case, name) for name in case.model_fields_set})


def in_force(measure: Measure, year: int) -> bool:
    """Whether a measure is in force in any part of a year."""
    return measure.since is None or measure.since <= date(year, 12, 31)


def covers(portal: Portal, subject: Subject, entry: Entry[Any], *, with_lower: bool = False) -> bool:
    """Whether an entry, or the subject that it is about, is among the subjects of a measure; without subjects all are.

    With `with_lower`, so is everyone who belongs to a unit that is among them.
    """
    given = {name: value for name in subject.model_fields_set if (value := getattr(subject, name, None)) is not None}
    given |= subject.model_extra or {}
    return not given or any(_is_among(portal, name, wanted, entry, with_lower) for name, wanted in given.items())


def _is_among(portal: Portal, name: str, wanted: Filter, entry: Entry[Any], with_lower: bool) -> bool:
    if name == "units":
        return any(is_unit(portal, unit, wanted) for unit in _units_of(portal, entry, with_lower))
    actor = _actor(portal, entry)
    if name == "people":
        return isinstance(actor, Person) and is_person(portal, actor, wanted, _year_of(entry))
    if name == "groups":
        return isinstance(actor, Group) and is_group(portal, actor, wanted)
    return name.rstrip("s") == entry.type.name.rstrip("s") and _passes(portal, wanted, entry)


def _passes(portal: Portal, wanted: Filter, entry: Entry[Any]) -> bool:
    """Whether an entry passes a filter; a filter that cannot be evaluated, which POL001 reports, passes no entry."""
    try:
        tests = tuple(entry_tests(portal, entry.type, wanted, ()))
    except ProblemError:
        return False
    return all(test(list(values(entry.record, parts))) for parts, test in tests)


def _year_of(entry: Entry[Any]) -> int:
    """Return the year that an entry is about, otherwise the year of its date."""
    year = getattr(entry.record, "year", None)
    return year if isinstance(year, int) else entry.record.date.year


def _actor(portal: Portal, entry: Entry[Any]) -> Any:
    word = getattr(entry.record, "subject", None)
    return portal.target(_ACTOR, word) if word else None


def _units_of(portal: Portal, entry: Entry[Any], with_lower: bool) -> Iterator[Unit]:
    """Yield the unit that an entry is about, `with_lower` with those above it; otherwise its own unit and those above it."""
    if not hasattr(entry.record, "subject"):
        yield from _line(portal, portal.units.find(entry.record.unit or ""))
        return
    actor = _actor(portal, entry)
    if with_lower:
        yield from _line(portal, _unit_of(portal, actor))
    elif isinstance(actor, Unit):
        yield actor


def _unit_of(portal: Portal, record: Any) -> Unit | None:
    """Return the record itself if it is a unit, otherwise the unit of a person (the latest) or group."""
    if isinstance(record, Unit):
        return record
    word = getattr(record, "unit", None)
    return portal.units.find(word[-1][1] if isinstance(word, tuple) and word else word or "")


def nearest_unit(portal: Portal, subject: Subject, unit: Unit) -> Unit | None:
    """Return the unit or the nearest unit above it that is among the subjects; the unit itself if subjects are not units."""
    wanted = subject.units
    if wanted is None:
        return unit
    return next((above for above in _line(portal, unit) if is_unit(portal, above, wanted)), None)


def _line(portal: Portal, unit: Unit | None) -> Iterator[Unit]:
    """Yield a unit and the units above it, the nearest first."""
    return (portal.units.by_id[identifier] for identifier in (portal.lines[unit.id] if unit else ()))
