"""A measure of the policy → tasks with all words looked up, or a problem and its path."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from yuandi.content.entry import Item
from yuandi.entry_types import BY_NAME, TYPES, EntryType, Group, Measure, Model, Person, Unit, type_named
from yuandi.entry_types.data_types.policy import Bounds, Case, Filter, Modality, PeriodKind, Quantity, Share, Subject
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.kinds import category
from yuandi.entry_types.record import of_valid
from yuandi.front_matter.parse import Path
from yuandi.measures.evidence import types_with_parts
from yuandi.measures.fields import Field, Test, UnusableError, field_of, test_of
from yuandi.measures.periods import is_due
from yuandi.measures.problems import (
    AGGREGATES,
    ProblemError,
    bad_due,
    bad_range,
    no_limit,
    no_number,
    no_period,
    no_type,
    one_aggregate,
    unknown,
)
from yuandi.portal.portal import Portal

_WITH_FIELD = {"sum", "distinct", "latest"}
_LISTED: Mapping[str, type[Model]] = {"units": Unit, "people": Person, "groups": Group}


@dataclass(frozen=True, slots=True)
class Condition:
    """A test on a field of a record, or of one item of a list in it."""

    field: Field
    test: Test


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity, looked up: its aggregate, type, field and conditions."""

    aggregate: str
    type: EntryType | None = None
    field: Field | None = None
    conditions: tuple[Condition, ...] = ()
    of_items: tuple[Condition, ...] = ()
    by: tuple[Field, ...] = ()
    dated: Field | None = None
    counts_parts: bool = False
    among: Subject | None = None
    parts: tuple["Reading", ...] = ()
    word: str = ""

    @property
    def readings(self) -> tuple["Reading", ...]:
        """The readings of single types in it."""
        return (
            tuple(reading for part in self.parts for reading in part.readings)
            if self.parts
            else ((self,) if self.type else ())
        )


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One case of a measure, ready to be evaluated: its subjects are given by `subject` and the conditions on entries."""

    measure: Item[Measure]
    title: str
    quantity: Quantity
    reading: Reading
    bounds: Bounds
    strict: bool
    modality: Modality
    period: PeriodKind
    subject: Subject
    entry_type: EntryType | None = None
    entry_tests: tuple[tuple[tuple[str, ...], Test], ...] = field(default=())
    is_share_of_honours: bool = False
    category: str | None = None

    @property
    def shared_out(self) -> object:
        """A key of cases that measure the same thing in the same periods: a subject belongs to the first that fits."""
        return (repr(self.quantity), self.period)


def tasks_of(item: Item[Measure], portal: Portal) -> Iterator[Task]:
    """The tasks of a measure, one for each case; none if it only has a code and a title. Raises ProblemError."""
    measure = item.record
    cases: list[tuple[Path, Case | None]] = [(("cases", index), case) for index, case in enumerate(measure.cases)]
    for base, case in cases or [((), None)]:
        quantity = (case and case.measure) or measure.measure
        if quantity is not None:
            yield _task(item, portal, base, case, quantity)


def _task(item: Item[Measure], portal: Portal, base: Path, case: Case | None, quantity: Quantity) -> Task:
    measure = item.record
    bounds = _bounds(measure, case)
    at = (*base, "measure") if case and case.measure else ("measure",)
    reading = _reading(portal, quantity, at)
    subject, subject_at = (
        (case.subject, (*base, "subject")) if case and _is_given(case.subject) else (measure.subject, ("subject",))
    )
    period = (case and case.period) or measure.period
    if period is None and reading.aggregate != "attest":
        raise ProblemError(base, *no_period())
    strict = measure.strict if case is None or case.strict is None else case.strict
    entry_type, tests = _entries(portal, subject, subject_at)
    _expect_limit(reading, bounds, base)
    _expect_kinds(portal, item, subject, subject_at)
    return Task(
        measure=item,
        title=(case and case.title) or measure.title or measure.code,
        quantity=quantity,
        reading=reading,
        bounds=bounds,
        strict=strict,
        modality=(case and case.modality) or measure.modality,
        period=period or PeriodKind.YEAR,
        subject=subject,
        entry_type=entry_type,
        entry_tests=tests,
        is_share_of_honours=bool(_share(bounds)) and reading.type is BY_NAME["honour-roll"],
        category=_category(quantity),
    )


def _share(bounds: Bounds) -> Share | None:
    return bounds.at_most_share or bounds.at_least_share


def _category(quantity: Quantity) -> str | None:
    given = quantity.where.get("category") or quantity.where.get("类别")
    return given if isinstance(given, str) else None


def _bounds(measure: Measure, case: Case | None) -> Bounds:
    """The bounds of the case if given, else those of the measure."""
    if case is None:
        return measure
    names = Bounds.model_fields.keys() - {"modality", "strict"}
    own = case.model_fields_set & names
    limits = names - {"due", "usual_max"}
    inherited = {name: getattr(measure, name) for name in names if not (name in limits and own & limits)}
    return of_valid(Bounds, **(inherited | {name: getattr(case, name) for name in own}))


def _is_given(subject: Subject) -> bool:
    return any(getattr(subject, name) is not None for name in _LISTED) or bool(subject.model_extra)


def _expect_limit(reading: Reading, bounds: Bounds, base: Path) -> None:
    """Expect valid bounds, at least one. Raises ProblemError."""
    if bounds.range and (len(bounds.range) != 2 or bounds.range[0] > bounds.range[1]):
        raise ProblemError((*base, "range"), *bad_range())
    if bounds.due and not is_due(bounds.due):
        raise ProblemError((*base, "due"), *bad_due(bounds.due))
    asked = (bounds.lowest, bounds.highest, bounds.usual_max, _share(bounds), bounds.includes or None, bounds.due)
    if reading.aggregate not in {"attest", "presence"} and all(bound is None for bound in asked):
        raise ProblemError((*base, "measure"), *no_limit())


def _expect_kinds(portal: Portal, item: Item[Measure], subject: Subject, at: Path) -> None:
    """Expect units of the kinds that an organisation's own measures name; a preset may name more. Raises ProblemError."""
    if subject.units is None or item.path[0] != "measures" or not portal.units.present or not portal.units.readable:
        return
    known = {unit.kind for unit in portal.units if unit.kind}
    for index, word in enumerate(subject.units.kind):
        if category(word) not in map(category, known):
            raise ProblemError((*at, "units", "kind", index), *unknown("单位种类", "kind of unit", word, known))


def _entries(portal: Portal, subject: Subject, at: Path) -> tuple[EntryType | None, tuple[Any, ...]]:
    """The type of the entries that are subjects, with the conditions on them."""
    for name in _LISTED:
        given: Filter | None = getattr(subject, name)
        fields = shape_of(_LISTED[name]).fields
        for extra in (given.model_extra or {}) if given else ():
            if extra not in fields or fields[extra].model:
                known = set(Filter.model_fields) | {name for name in fields if not fields[name].model}
                raise ProblemError((*at, name, extra), *unknown("筛选条件", "condition", extra, known))
    for name, wanted in (subject.model_extra or {}).items():
        named = type_named(name) or BY_NAME.get(_singular(name))
        if named is None:
            plurals = {*_LISTED, *(_plural(entry_type.name) for entry_type in TYPES)}
            raise ProblemError((*at, name), *unknown("对象", "subject", name, plurals))
        return named, tuple(entry_tests(portal, named, wanted, (*at, name)))
    return None, ()


def entry_tests(portal: Portal, known: EntryType, wanted: Filter, at: Path) -> Iterator[tuple[tuple[str, ...], Test]]:
    """The conditions on the fields of entries that a filter means. Raises ProblemError."""
    names = {"tag": "tags"}
    given = {name: getattr(wanted, name) for name in wanted.model_fields_set} | (wanted.model_extra or {})
    for name, value in given.items():
        asked = {"given": True} if value is True else value
        found = _field(known, names.get(name, name), (*at, name))
        yield found.parts, _test(found, asked, portal, (*at, name))


def _plural(name: str) -> str:
    return name if name.endswith("s") else (f"{name[:-1]}ies" if name.endswith("y") else f"{name}s")


def _singular(name: str) -> str:
    return next((entry_type.name for entry_type in TYPES if _plural(entry_type.name) == name), name)


def _reading(portal: Portal, quantity: Quantity, at: Path) -> Reading:
    """A quantity with its words looked up."""
    given = [name for name in AGGREGATES if getattr(quantity, name) is not None]
    for extra in quantity.model_extra or {}:
        raise ProblemError((*at, extra), *unknown("量", "quantity", extra, set(shape_of(Quantity).words)))
    if len(given) != 1:
        raise ProblemError(at if not given else (*at, given[1]), *one_aggregate())
    (aggregate,) = given
    if aggregate == "attest":
        return Reading("attest", word=quantity.attest or "")
    if quantity.ratio:
        of, to = quantity.ratio.of, quantity.ratio.to
        parts = (_reading(portal, of, (*at, "ratio", "of")), _divisor(portal, to, (*at, "ratio", "to")))
        return Reading("ratio", parts=parts)
    return _plain_reading(portal, quantity, aggregate, at)


def _divisor(portal: Portal, quantity: Quantity, at: Path) -> Reading:
    if quantity.of == "subject" and quantity.count:
        return Reading("number-of-subject", word=quantity.count)
    return _reading(portal, quantity, at)


def _plain_reading(portal: Portal, quantity: Quantity, aggregate: str, at: Path) -> Reading:
    word = str(getattr(quantity, aggregate))
    has_field = aggregate in _WITH_FIELD or (aggregate == "count" and quantity.of is not None)
    if has_field and quantity.of is None:
        raise ProblemError((*at, aggregate), *no_type(aggregate))
    type_word, type_at = (quantity.of or "", (*at, "of")) if has_field else (word, (*at, aggregate))
    known = type_named(type_word)
    if known is None:
        raise ProblemError(type_at, *unknown("类型", "type", type_word, {entry_type.name for entry_type in TYPES}))
    found = _field(known, word, (*at, aggregate)) if has_field else None
    if found and aggregate in {"sum", "latest"} and not found.is_number:
        raise ProblemError((*at, aggregate), *no_number(word, known))
    conditions = tuple(_conditions(portal, known, quantity.where, (*at, "where")))
    items = found.items if found else None
    of_items = tuple(condition for condition in conditions if items and condition.field.items == items)
    return Reading(
        aggregate=aggregate,
        type=known,
        field=found,
        conditions=tuple(condition for condition in conditions if condition not in of_items),
        of_items=of_items,
        by=tuple(_field(known, word, (*at, "by", index)) for index, word in enumerate(quantity.by)),
        dated=_field(known, quantity.dated, (*at, "dated")) if quantity.dated else None,
        counts_parts=_counts_parts(known, conditions),
        among=quantity.among,
    )


def _counts_parts(known: EntryType, conditions: Iterable[Condition]) -> bool:
    """Whether each part of an entry counts instead of the entry."""
    parts = known.own_parts
    if parts is None:
        return any(types_with_parts(known.name))
    return parts.always_counted or any(condition.field.parts[0] in parts.telling for condition in conditions)


def _conditions(portal: Portal, known: EntryType, where: Mapping[str, Any], at: Path) -> Iterator[Condition]:
    for name, wanted in where.items():
        found = _field(known, name, (*at, name))
        yield Condition(found, _test(found, wanted, portal, (*at, name)))


def _test(found: Field, wanted: Any, portal: Portal, at: Path) -> Test:
    try:
        return test_of(found, wanted, portal)
    except UnusableError as error:
        choices = found.shape.choices if found.shape else None
        known = {name for choice in choices or () for name in (str(choice.value), choice.label)}
        inner = error.key if isinstance(wanted, list | Mapping) else ()
        raise ProblemError((*at, *inner), *unknown("值", "value", error.value, known)) from None


def _field(known: EntryType, word: str, at: Path) -> Field:
    """A field of a type, or of its parts. Raises ProblemError."""
    inner = known.own_parts.model if known.own_parts else None
    found = field_of(known.model, word, *((inner,) if inner else ()))
    if found is None:
        words = set(shape_of(known.model).fields) | (set(shape_of(inner).fields) if inner else set())
        raise ProblemError(at, *unknown(f"{known.label}的字段", f"field of {known.name}", word, words))
    return found
