"""The kinds of value a field may have: days, numbers, choices, references. Text in, frozen values out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from yuandi.entry_types.dates import FIRST_YEAR, LAST_YEAR, YEAR, Period, fail, to_date, to_period, to_time
from yuandi.i18n import Message, message

Kind = Literal["unit", "person", "group", "column", "measure", "entry"]


class Choice(StrEnum):
    """A field's choices: each has its value in files, its Chinese name, and that name as a message."""

    label: str
    message: Message

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.message = message(label)
        return member


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that names something: `kinds` of target, entry `types`, and whether free words will do."""

    kinds: tuple[Kind, ...]
    types: tuple[str, ...] = ()
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class FileName:
    """Marks a field that names a file beside the entry."""


def _to_int(value: Any, *, least: int) -> int:
    text = str(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,15}", text):
        raise fail("whole_number_wanted")
    if int(text) < least:
        raise fail("negative_number")
    return int(text)


def _to_number(value: Any) -> float:
    text = str(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?", text):
        raise fail("number_wanted")
    if text.startswith("-") and float(text):
        raise fail("negative_number")
    return float(text)


def _to_amount(value: Any) -> float:
    """A number, or a share such as `30%` as 0.3."""
    text = str(value)
    return _to_number(text[:-1]) / 100 if text.endswith("%") else _to_number(text)


def _to_year(value: Any) -> int:
    found = YEAR.match(str(value).replace(" ", ""))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise fail("year_wanted")
    return int(found[1])


_TRUE, _FALSE = {"true", "yes", "on", "是"}, {"false", "no", "off", "否"}


def _to_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise fail("yes_or_no_wanted")
    return word in _TRUE


def _to_text(value: Any) -> str:
    if not isinstance(value, str):
        raise fail("text_wanted")
    return value


def _matching(pattern: str, kind: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise fail(kind)
    return value


ID_PATTERN = r"[a-z0-9][a-z0-9/_-]*"


def _to_alias(value: Any) -> str:
    """A path inside the site: without leading slash, `..` or scheme."""
    if not isinstance(value, str) or not value or value.startswith("/") or re.search(r"[:\\?#\s]", value):
        raise fail("alias_wanted")
    if any(part in {"", ".", ".."} for part in value.rstrip("/").split("/")):
        raise fail("alias_wanted")
    return value


def _text_or_list(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable) and not isinstance(value, dict):
        return tuple(_to_text(item) for item in value)
    raise fail("text_or_list_wanted")


_SCALARS = ["string", "number", "boolean"]


def _schema(*kinds: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kinds[0] if len(kinds) == 1 else list(kinds), **more})


_DAY = r"\s*\d{4}(?:-\d\d-\d\d|\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*"
_CLOCK = r"(?:[T ]?\s*\d{1,2}[:：时]\d\d分?)?"
_TEXT = _schema(*_SCALARS)
"""The forms of text in YAML: the loader keeps every scalar as it is written."""

Day = Annotated[date, PlainValidator(to_date), _schema("string", pattern=f"^{_DAY}$")]
Moment = Annotated[datetime, PlainValidator(to_time), _schema("string", pattern=f"^{_DAY}{_CLOCK}$")]
Span = Annotated[
    Period, PlainValidator(to_period), PlainSerializer(str), _schema("string", "integer", pattern=r"^\s*\d{4}")
]
Year = Annotated[int, PlainValidator(_to_year), _schema("integer", "string", pattern=r"^\s*\d{4}\s*(?:年度?)?$")]
Count = Annotated[
    int, PlainValidator(partial(_to_int, least=0)), _schema("integer", "string", minimum=0, pattern=r"^\+?\d+$")
]
Ordinal = Annotated[
    int, PlainValidator(partial(_to_int, least=1)), _schema("integer", "string", minimum=1, pattern=r"^\+?\d+$")
]
Number = Annotated[float, PlainValidator(_to_number), _schema("number", "string", minimum=0, pattern=r"^\+?[\d.]+$")]
Amount = Annotated[float, PlainValidator(_to_amount), _schema("number", "string", minimum=0, pattern=r"^\+?[\d.]+%?$")]
YesNo = Annotated[
    bool,
    PlainValidator(_to_bool),
    _schema(
        "boolean",
        "string",
        pattern=r"^(?:[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff])$|^[是否]$",
    ),
]
Words = Annotated[str, PlainValidator(_to_text), _TEXT]
TextOrList = Annotated[
    tuple[str, ...],
    PlainValidator(_text_or_list),
    _schema("array", *_SCALARS, items={"type": _SCALARS}),
]
Identifier = Annotated[
    str,
    PlainValidator(partial(_matching, ID_PATTERN, "id_wanted")),
    _schema("string", "integer", pattern=f"^{ID_PATTERN}$"),
]
Alias = Annotated[str, PlainValidator(_to_alias), _schema("string", pattern=r"^[^/:\\?#\s][^:\\?#\s]*$")]
File = Annotated[str, PlainValidator(_to_text), _TEXT, FileName()]
Free = Annotated[dict[str, Any], Field()]

_DOCUMENTS = ("plan", "regulation", "notice")

UnitRef = Annotated[Words, Refers(("unit",))]
PersonRef = Annotated[Words, Refers(("person",))]
PersonOrName = Annotated[Words, Refers(("person",), or_text=True)]
GroupRef = Annotated[Words, Refers(("group",))]
HostRef = Annotated[Words, Refers(("unit", "group"))]
ActorRef = Annotated[Words, Refers(("person", "unit", "group"))]
ActorOrName = Annotated[Words, Refers(("person", "unit", "group"), or_text=True)]
ColumnRef = Annotated[Words, Refers(("column",))]
MeasureRef = Annotated[Words, Refers(("measure",))]
EntryRef = Annotated[Words, Refers(("entry",))]
SubjectRef = Annotated[Words, Refers(("person", "unit", "group", "entry"))]
DocumentRef = Annotated[Words, Refers(("entry",), _DOCUMENTS)]
NoticeRef = Annotated[Words, Refers(("entry",), ("notice",))]
BriefRef = Annotated[Words, Refers(("entry",), ("brief",))]
SessionRef = Annotated[Words, Refers(("entry",), ("session",))]
ProjectRef = Annotated[Words, Refers(("entry",), ("project", "material", "article"))]
ApplicationRef = Annotated[Words, Refers(("entry",), ("application",))]
HonourRef = Annotated[Words, Refers(("entry",), ("honour-roll",))]


@dataclass(frozen=True, slots=True)
class OrText:
    """Takes one word for a mapping with that word under `key`."""

    key: str

    def __call__(self, value: Any) -> Any:
        """The mapping."""
        return {self.key: value} if isinstance(value, str) else value


def or_text(key: str) -> BeforeValidator:
    """Lets a mapping be written as its one word: `absent` for `{person: absent}`."""
    return BeforeValidator(OrText(key))


def _to_dated(value: Any, item: Any) -> tuple[tuple[date, Any], ...]:
    """A fact that changed over time: one value, or a mapping from day to value, oldest first."""
    if not isinstance(value, dict):
        return ((date.min, item(value)),)
    return tuple(sorted((_dated(to_date, day, day), _dated(item, fact, day)) for day, fact in value.items()))


def _dated(item: Any, value: Any, day: str) -> Any:
    """A day or its fact; an error names the day."""
    try:
        return item(value)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, error.type, {"inner": (day,)}) from None


DatedCount = Annotated[
    tuple[tuple[date, int], ...],
    PlainValidator(partial(_to_dated, item=partial(_to_int, least=0))),
    _schema(
        "object",
        "integer",
        "string",
        minimum=0,
        pattern=r"^\+?\d+$",
        additionalProperties={"type": ["integer", "string"]},
    ),
]
DatedUnit = Annotated[
    tuple[tuple[date, str], ...],
    PlainValidator(partial(_to_dated, item=_to_text)),
    _schema("object", *_SCALARS, additionalProperties={"type": _SCALARS}),
    Refers(("unit",)),
]
