"""Fields by their names in a policy, and conditions on them. The values of a field are always a flat list."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from yuandi.base.text import as_yaml
from yuandi.entry_types import Model
from yuandi.entry_types.dates import Period
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.entry_types.kinds import category
from yuandi.entry_types.record import Range
from yuandi.portal.portal import Portal

_NUMBERS = {"float", "int"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its path. `items` is the list of mappings that the path begins with, if any."""

    word: str
    parts: tuple[str, ...]
    shape: FieldShape | None
    items: str | None = None

    @property
    def is_number(self) -> bool:
        """Whether values are numbers, or words that may be numbers."""
        return self.shape is None or (
            self.shape.model is None
            and self.shape.choices is None
            and self.shape.refers is None
            and self.shape.holds in _NUMBERS | {"str", "Words"}
        )

    @property
    def inner(self) -> "Field":
        """The same field relative to an item of the list."""
        return Field(self.word, self.parts[1:], self.shape) if self.items else self


def field_of(model: type[Model], word: str, *others: type[Model]) -> Field | None:
    """The field that a policy calls `word`, in English or Chinese, with dots between a mapping and its fields."""
    for start in (*others, model):
        if found := _field(start, word):
            return found
    return None


def _field(model: type[Model], word: str) -> Field | None:
    parts: list[str] = []
    current: type[Model] | None = model
    shape: FieldShape | None = None
    items: str | None = None
    for index, part in enumerate(word.split(".")):
        if current is None:
            return _derived(word, parts, part, shape) if shape else None
        shape = shape_of(current).find(part)
        if shape is None:
            return Field(word, (*parts, part), None) if current is Range and part in {"months", "days"} else None
        parts.append(shape.attribute)
        if index == 0 and shape.many and shape.model:
            items = shape.attribute
        current = shape.model
    return Field(word, tuple(parts), shape, items)


def _derived(word: str, parts: list[str], part: str, shape: FieldShape) -> Field | None:
    """A key of a field that accepts any key, such as `extra`."""
    return Field(word, (*parts, part), None) if shape.holds == "dict" or shape.key in {"extra", "targets"} else None


def values(value: Any, parts: tuple[str, ...]) -> Iterator[Any]:
    """The values at a path below a value, through lists; empty if there are none."""
    if value is None:
        return
    if isinstance(value, tuple | list):
        for item in value:
            yield from values(item, parts)
    elif not parts:
        yield value
    elif isinstance(value, Mapping):
        yield from values(value.get(parts[0]), parts[1:])
    elif isinstance(value, Range) and parts[0] in {"months", "days"}:
        yield (months if parts[0] == "months" else days)(value)
    else:
        yield from values(getattr(value, parts[0], None), parts[1:])


def months(given: Range) -> float:
    """The number of months of a span: 8 from 1 May to 31 December."""
    whole = (given.end.year - given.start.year) * 12 + given.end.month - given.start.month
    return round(whole + (given.end.day - given.start.day + 1) / 30.5, 1)


def days(given: Range) -> float:
    """The number of days of a span, both ends included."""
    return float((given.end - given.start).days + 1)


def number(value: Any) -> float | None:
    """A number, perhaps written as text."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, int | float):
        return float(value)
    text = str(value).replace(",", "").strip()
    return float(text) if len(text) < 20 and text.replace(".", "", 1).isdecimal() and text.isascii() else None


def word(value: Any) -> str:
    """A value as a policy writes it."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | Period):
        return str(value)
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value).strip()


Test = Callable[[list[Any]], bool]


class UnusableError(Exception):
    """A condition that cannot be evaluated; `key` is the position in it."""

    def __init__(self, value: object, *key: str | int) -> None:
        super().__init__()
        self.value = as_yaml(value)
        self.key = key


def test_of(field: Field, wanted: Any, portal: Portal) -> Test:
    """A condition on the values of a field. Raises UnusableError."""
    if isinstance(wanted, Mapping):
        tests = [_special(key, value) for key, value in wanted.items()]
        return lambda found: all(test(found) for test in tests)
    given = wanted if isinstance(wanted, list | tuple) else [wanted]
    words = {meaning for index, item in enumerate(given) for meaning in _meanings(field, item, index, portal)}
    named = _namer(field, portal)
    return lambda found: any(named(value) in words for value in found)


def _meanings(field: Field, item: Any, index: int, portal: Portal) -> Iterator[str]:
    """The meanings of a word in a condition: a choice by either name; a unit with all units below it."""
    if item is None or isinstance(item, Mapping | list):
        raise UnusableError(item, index)
    text = word(item)
    choices = field.shape.choices if field.shape else None
    if choices:
        chosen = next((choice for choice in choices if text in {str(choice.value), choice.label}), None)
        if chosen is None:
            raise UnusableError(text, index)
        yield str(chosen.value)
    elif field.shape and field.shape.holds == "bool":
        yield {"是": "true", "否": "false", "yes": "true", "no": "false"}.get(text.lower(), text.lower())
    elif field.shape and field.shape.holds in _NUMBERS and (as_number := number(text)) is not None:
        yield word(as_number)
    else:
        yield _namer(field, portal)(text)
        if field.shape and field.shape.refers and "unit" in field.shape.refers.kinds:
            above = portal.units.find(text)
            yield from (unit for unit in portal.units.by_id if above and above.id in portal.lines[unit])


def _namer(field: Field, portal: Portal) -> Callable[[Any], str]:
    """The form in which values of a field are compared: people, units and groups by id, categories in Chinese."""
    if field.parts[-1] == "category":
        return lambda value: category(word(value))
    refers = field.shape.refers if field.shape else None
    if not refers or not set(refers.kinds) & {"unit", "person", "group"}:
        return word

    def named(value: Any) -> str:
        text = word(value)
        return str(getattr(portal.target(refers, text), "id", text))

    return named


def _special(key: str, value: Any) -> Test:
    if key == "given":
        wanted = word(value).lower() in {"true", "是", "yes"}
        return lambda found: bool(found) is wanted
    if key == "contains":
        parts = [word(item) for item in (value if isinstance(value, list) else [value])]
        return lambda found: any(part in word(item) for item in found for part in parts)
    if key in {"min", "max"} and (bound := _ordered(value)) is not None:
        at_least = key == "min"
        return lambda found: any(_is_within(item, bound, at_least) for item in found)
    raise UnusableError(value if key in {"min", "max"} else key, key)


def _ordered(value: Any) -> float | str | None:
    text = word(value)
    as_number = number(text)
    return as_number if as_number is not None else (text if text[:4].isdecimal() else None)


def _is_within(value: Any, bound: float | str, at_least: bool) -> bool:
    """Whether a value is within a bound; numbers compare as numbers, days as ISO text."""
    found = number(value) if isinstance(bound, float) else word(value)
    if found is None:
        return False
    return found >= bound if at_least else found <= bound  # type: ignore[operator]  # both are numbers or both texts
