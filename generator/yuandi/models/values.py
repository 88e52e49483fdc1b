"""The kinds of value a field may have: dates, periods, choices, references. Text in, frozen values out.

Sources: content-model §1 (formats); Chinese dates as editors write them in documents (GB/T 15835-2011).
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

Kind = Literal["unit", "person", "group", "column", "measure", "entry"]


class Choice(StrEnum):
    """A field's choices: each has its value in files and its one Chinese name."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
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


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole days, as it was written: a year, half, quarter, month, ISO week or day."""

    first: date
    last: date
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """The period in Chinese: `2026年第1季度`."""
        return _period_label(self.text)


def _fail(kind: str) -> PydanticCustomError:
    return PydanticCustomError(kind, kind)


_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
_CHINESE_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\Z", re.ASCII)
_TIME = re.compile(r"(.+?)(?:[T ]|日\s*)(\d{1,2})[:：时](\d\d)分?\Z", re.ASCII)


def to_date(value: Any) -> date:
    """`2026-03-05` or `2026年3月5日`. A day that no calendar has is `impossible_date`."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return _day(value.year, value.month, value.day)
    if not isinstance(value, str):
        raise _fail("date_wanted")
    found = _DATE.match(value) or _CHINESE_DATE.match(value.replace(" ", ""))
    if not found:
        raise _fail("date_wanted")
    return _day(*map(int, found.groups()))


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Years outside are slips of the pen; and there is no day after the last of the year 9999."""


def _day(year: int, month: int, day: int) -> date:
    try:
        _expect_year(year)
        return date(year, month, day)
    except ValueError:
        raise _fail("impossible_date") from None


def _expect_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _fail("impossible_date")


def to_time(value: Any) -> datetime:
    """`2026-03-05T14:30`, a blank for the T, `2026年3月5日14:30`, or a whole day."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise _fail("time_wanted")
    found = _TIME.match(value)
    if not found:
        return datetime.combine(to_date(value), datetime.min.time())
    day_text = found[1] + ("日" if "年" in found[1] else "")
    try:
        day = to_date(day_text)
    except PydanticCustomError as error:
        raise _fail("impossible_date" if error.type == "impossible_date" else "time_wanted") from None
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise _fail("impossible_date")
    return datetime(day.year, day.month, day.day, hour, minute)


_YEAR = re.compile(r"(\d{4})(?:年度?)?\Z", re.ASCII)
_HALF = re.compile(r"(\d{4})-H([12])\Z|(\d{4})年([上下])半年\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z|(\d{4})年第?([1-4一二三四])季度\Z", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z|(\d{4})年(\d{1,2})月(?:份)?\Z", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z|(\d{4})年第(\d{1,2})周\Z", re.ASCII)
_NUMERALS = {"上": 1, "下": 2, "一": 1, "二": 2, "三": 3, "四": 4}


def to_period(value: Any) -> Period:
    """A day, ISO week, month, quarter, half or year; as in content-model §1, or in Chinese words."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise _fail("period_wanted")
    text = value.replace(" ", "")
    if found := _YEAR.match(text):
        return _months(int(found[1]), 1, 12, found[1])
    if found := _HALF.match(text):
        year, half = _pair(found)
        return _months(year, half * 6 - 5, half * 6, f"{year}-H{half}")
    if found := _QUARTER.match(text):
        year, quarter = _pair(found)
        return _months(year, quarter * 3 - 2, quarter * 3, f"{year}-Q{quarter}")
    if found := _MONTH.match(text):
        year, month = _pair(found)
        return _months(year, month, month, f"{year}-{month:02}")
    if found := _WEEK.match(text):
        return _week(*_pair(found))
    return _one_day(text)


def _pair(found: re.Match[str]) -> tuple[int, int]:
    year, number = (group for group in found.groups() if group is not None)
    return int(year), _NUMERALS.get(number) or int(number)


def _months(year: int, first: int, last: int, text: str) -> Period:
    start = _day(year, first, 1)
    return Period(start, date(year, last, monthrange(year, last)[1]), text)


def _week(year: int, week: int) -> Period:
    try:
        _expect_year(year)
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise _fail("impossible_date") from None
    return Period(monday, monday + timedelta(days=6), f"{year}-W{week:02}")


def _one_day(text: str) -> Period:
    try:
        day = to_date(text)
    except PydanticCustomError as error:
        raise _fail("impossible_date" if error.type == "impossible_date" else "period_wanted") from None
    return Period(day, day, day.isoformat())


def _period_label(text: str) -> str:
    year, _, rest = text.partition("-")
    if not rest:
        return f"{year}年"
    if rest[0] == "H":
        return f"{year}年{'上' if rest[1] == '1' else '下'}半年"
    if rest[0] == "Q":
        return f"{year}年第{'一二三四'[int(rest[1]) - 1]}季度"
    if rest[0] == "W":
        return f"{year}年第{int(rest[1:])}周"
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def _to_int(value: Any, *, least: int) -> int:
    text = str(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,15}", text):
        raise _fail("whole_number_wanted")
    if int(text) < least:
        raise _fail("negative_number")
    return int(text)


def _to_number(value: Any) -> float:
    text = str(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?", text):
        raise _fail("number_wanted")
    if text.startswith("-") and float(text):
        raise _fail("negative_number")
    return float(text)


def _to_amount(value: Any) -> float:
    """A number, or a share such as `30%` as 0.3."""
    text = str(value)
    return _to_number(text[:-1]) / 100 if text.endswith("%") else _to_number(text)


def _to_year(value: Any) -> int:
    found = _YEAR.match(str(value).replace(" ", ""))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise _fail("year_wanted")
    return int(found[1])


_TRUE, _FALSE = {"true", "yes", "on", "是"}, {"false", "no", "off", "否"}


def _to_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise _fail("yes_or_no_wanted")
    return word in _TRUE


def _to_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _fail("text_wanted")
    return value


def _matching(pattern: str, kind: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise _fail(kind)
    return value


ID_PATTERN = r"[a-z0-9][a-z0-9/_-]*"


def _to_alias(value: Any) -> str:
    """A path in the site that leaves it nowhere: no leading slash, no `..`, no scheme."""
    if not isinstance(value, str) or not value or value.startswith("/") or re.search(r"[:\\?#\s]", value):
        raise _fail("alias_wanted")
    if any(part in {"", ".", ".."} for part in value.rstrip("/").split("/")):
        raise _fail("alias_wanted")
    return value


def _text_or_list(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable) and not isinstance(value, dict):
        return tuple(_to_text(item) for item in value)
    raise _fail("text_or_list_wanted")


def _schema(kind: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Day = Annotated[date, PlainValidator(to_date), _schema("string", format="date")]
Moment = Annotated[datetime, PlainValidator(to_time), _schema("string", format="date-time")]
Span = Annotated[Period, PlainValidator(to_period), PlainSerializer(str), _schema("string")]
Year = Annotated[int, PlainValidator(_to_year), _schema("integer")]
Count = Annotated[int, PlainValidator(partial(_to_int, least=0)), _schema("integer", minimum=0)]
Ordinal = Annotated[int, PlainValidator(partial(_to_int, least=1)), _schema("integer", minimum=1)]
Number = Annotated[float, PlainValidator(_to_number), _schema("number", minimum=0)]
Amount = Annotated[float, PlainValidator(_to_amount), _schema("number", minimum=0)]
YesNo = Annotated[bool, PlainValidator(_to_bool), _schema("boolean")]
Words = Annotated[str, PlainValidator(_to_text), _schema("string")]
TextOrList = Annotated[tuple[str, ...], PlainValidator(_text_or_list), _schema("array", items={"type": "string"})]
Identifier = Annotated[
    str, PlainValidator(partial(_matching, ID_PATTERN, "id_wanted")), _schema("string", pattern=ID_PATTERN)
]
Alias = Annotated[str, PlainValidator(_to_alias), _schema("string")]
File = Annotated[str, PlainValidator(_to_text), _schema("string"), FileName()]
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


def or_text(key: str) -> BeforeValidator:
    """Lets a mapping be written as its one word: `absent` for `{person: absent}`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _to_dated(value: Any, item: Any) -> tuple[tuple[date, Any], ...]:
    """A fact that changed over time: one value, or a mapping from day to value, oldest first."""
    if not isinstance(value, dict):
        return ((date.min, item(value)),)
    return tuple(sorted((_dated(to_date, day, day), _dated(item, fact, day)) for day, fact in value.items()))


def _dated(item: Any, value: Any, day: str) -> Any:
    """A day or its fact; an error says at which day it is."""
    try:
        return item(value)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, error.type, {"inner": (day,)}) from None


DatedCount = Annotated[
    tuple[tuple[date, int], ...],
    PlainValidator(partial(_to_dated, item=partial(_to_int, least=0))),
    _schema("object", additionalProperties={"type": "integer"}),
]
DatedUnit = Annotated[
    tuple[tuple[date, str], ...],
    PlainValidator(partial(_to_dated, item=_to_text)),
    _schema("object", additionalProperties={"type": "string"}),
    Refers(("unit",)),
]
