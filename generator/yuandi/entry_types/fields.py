"""The one table behind labels, translation, references and reference pages: the fields of a model.

Made once from each model's annotations; nothing here knows a particular type.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from yuandi.entry_types.record import Model
from yuandi.entry_types.values import Choice, FileName, OrText, Refers
from yuandi.front_matter.parse import Path


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: its key in files, its Chinese name, its help, and what it holds."""

    key: str
    attribute: str
    chinese: str
    help: str
    required: bool
    many: bool = False
    model: type[Model] | None = None
    choices: type[Choice] | None = None
    refers: Refers | None = None
    is_file: bool = False
    holds: str = "Words"
    word: str | None = None
    """The field of `model` that a single word is the value of."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a model by key and by Chinese name."""

    fields: dict[str, FieldShape]
    by_chinese: dict[str, FieldShape] = field(default_factory=dict)

    def find(self, word: str) -> FieldShape | None:
        """The field that a file calls `word`."""
        return self.fields.get(word) or self.by_chinese.get(word)

    @property
    def words(self) -> tuple[str, ...]:
        """Every name a file may use."""
        return (*self.fields, *self.by_chinese)


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model."""
    fields = {}
    for attribute, info in model.model_fields.items():
        facts = _facts(info.annotation, tuple(info.metadata))
        key = info.alias or attribute
        fields[key] = FieldShape(key, attribute, info.title or key, info.description or "", info.is_required(), **facts)
    return Shape(fields, {shape.chinese: shape for shape in fields.values()})


def _facts(annotation: Any, metadata: tuple[Any, ...]) -> dict[str, Any]:
    """The kind of the values inside Annotated, Optional, unions, tuples and dicts."""
    facts = _marks(metadata)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _facts(inner, tuple(more)) | facts
    if origin in (Union, UnionType):
        for option in get_args(annotation):
            if option is not type(None):
                facts = _facts(option, ()) | facts
        return facts
    if origin is tuple and get_args(annotation)[-1:] == (Ellipsis,):
        item = get_args(annotation)[0]
        return {"many": get_origin(item) is not tuple} | _facts(item, ()) | facts
    if origin is dict:
        return {"choices": _facts(get_args(annotation)[1], ()).get("choices")} | facts
    return _held(annotation) | facts if isinstance(annotation, type) else facts


def _marks(metadata: tuple[Any, ...]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for item in metadata:
        if isinstance(item, Refers):
            facts["refers"] = item
        elif isinstance(item, FileName):
            facts["is_file"] = True
        elif isinstance(item, BeforeValidator) and isinstance(item.func, OrText):
            facts["word"] = item.func.key
    return facts


def _held(annotation: type) -> dict[str, Any]:
    facts: dict[str, Any] = {"holds": annotation.__name__}
    if issubclass(annotation, Model):
        facts["model"] = annotation
    elif issubclass(annotation, Choice):
        facts["choices"] = annotation
    return facts


@dataclass(frozen=True, slots=True)
class Translated:
    """Values under English keys and choices, and the written form of keys that differ."""

    values: Any
    written: dict[Path, str]


def translate(values: Any, model: type[Model]) -> Translated:
    """Turn Chinese keys and choices into the English ones, at every depth. What may be left out and is left
    empty (`摘要:`) is left out."""
    written: dict[Path, str] = {}
    return Translated(_mapping(values, shape_of(model), (), written), written)


def _mapping(values: Any, shape: Shape, path: Path, written: dict[Path, str]) -> Any:
    if not isinstance(values, Mapping):
        return values
    result: dict[str, Any] = {}
    for key, value in values.items():
        found = shape.fields.get(key)
        if found is None and (found := shape.by_chinese.get(key)):
            if found.key in values:
                result[key] = value
                continue
            written[(*path, found.key)] = key
        if found and value is None and not found.required:
            continue
        name = found.key if found else key
        if found is None or (type(value) is str and not found.choices):
            result[name] = value
        else:
            result[name] = _value(value, found, (*path, name), written)
    return result


def _value(value: Any, found: FieldShape, path: Path, written: dict[Path, str]) -> Any:
    if isinstance(value, list):
        return [_value(item, found, (*path, index), written) for index, item in enumerate(value)]
    if found.model and isinstance(value, dict):
        return _mapping(value, shape_of(found.model), path, written)
    if found.choices and isinstance(value, dict):
        return {key: _value(item, found, (*path, key), written) for key, item in value.items()}
    if found.choices and isinstance(value, str):
        return _choice(value, found.choices)
    return value


def _choice(word: str, choices: type[Choice]) -> str:
    return next((choice.value for choice in choices if choice.label == word), word)


def references(record: BaseModel) -> Iterator[tuple[Path, Refers, str]]:
    """Every reference in a model with its path under English keys, in the order of the fields."""
    yield from _walk(record, (), "refers")


def files(record: BaseModel) -> Iterator[tuple[Path, FileName, str]]:
    """Every file name in a model with its path under English keys."""
    yield from _walk(record, (), "is_file")


@cache
def _leads_to(model: type[Model], what: str) -> tuple[FieldShape, ...]:
    """The fields of a model in which references (or files) may be found."""
    return tuple(
        shape
        for shape in shape_of(model).fields.values()
        if getattr(shape, what) or (shape.model and (shape.model is model or _leads_to(shape.model, what)))
    )


def _walk(record: BaseModel, path: Path, what: str) -> Iterator[tuple[Path, Any, str]]:
    for shape in _leads_to(type(record), what):
        value = getattr(record, shape.attribute)
        if value is not None and value != ():
            yield from _items(value, shape, (*path, shape.key), what)


def _items(value: Any, shape: FieldShape, path: Path, what: str) -> Iterator[tuple[Path, Any, str]]:
    if isinstance(value, str):
        if getattr(shape, what):
            yield path, getattr(shape, what), value
    elif isinstance(value, BaseModel):
        yield from _walk(value, path, what)
    elif shape.holds == "DatedUnit" or _is_dated(value):
        yield from ((_dated_path(path, day, value), getattr(shape, what), text) for day, text in value)
    else:
        for index, item in enumerate(value):
            yield from _items(item, shape, (*path, index), what)


def _is_dated(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple)


def _dated_path(path: Path, day: Any, value: Any) -> Path:
    return path if len(value) == 1 and day.year == 1 else (*path, day.isoformat())


def models_in(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """A model and every model inside it, with its path under English keys."""
    yield path, record
    for shape in _with_models(type(record)):
        value = getattr(record, shape.attribute)
        if isinstance(value, BaseModel):
            yield from models_in(value, (*path, shape.key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from models_in(item, (*path, shape.key, index))


@cache
def _with_models(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    return tuple(shape for shape in shape_of(model).fields.values() if shape.model)
