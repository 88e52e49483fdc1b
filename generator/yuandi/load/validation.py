"""Pydantic's errors as faults at their place, under the names that the file uses."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yuandi.base.source import Location
from yuandi.base.text import as_yaml, nearest, shorten
from yuandi.content.entry import Origin
from yuandi.entry_types import Model
from yuandi.entry_types.fields import FieldShape, Shape, shape_of
from yuandi.front_matter.parse import Path, Yaml
from yuandi.load.faults import Fault

_FORMS = {"tuple_type": "list_wanted", "dict_type": "mapping_wanted", "model_type": "mapping_wanted"}
_TOO_FEW = {"too_short", "string_too_short"}


def yaml_faults(read: Yaml, origin: Origin, model: type[Model] | None = None) -> list[Fault]:
    """The faults of repeated keys, and of plain values that YAML 1.1 tools read as another type."""
    document = origin.document
    faults = [Fault("FM008", document.at(twice.start, twice.end), key=twice.key) for twice in read.duplicates]
    traps: dict[Location, Fault] = {}
    for path in read.traps:
        value = _value_at(read.values, path)
        if model is None or not _is_meant(model, path, value):
            at = Origin(document, origin.is_data).at(*path)
            traps.setdefault(at, Fault("FM007", at, key=_key(path), value=shorten(value)))
    return [*faults, *traps.values()]


def _is_meant(model: type[Model], path: Path, value: str) -> bool:
    """Whether a field accepts the word as written: `no` in a boolean field, `off` among its choices."""
    _, found = _shape_at(model, path)
    return found is not None and (found.holds == "bool" or value in {*map(str, found.choices or ())})


def faults_of(error: ValidationError, origin: Origin, model: type[Model], values: Any, base: Path = ()) -> list[Fault]:
    """One fault for each error; `base` is the path of `values` in the file."""
    details = [(_path(detail), detail) for detail in error.errors(include_url=False)]
    misspelt = {_meant(model, path) for path, detail in details if _is_unknown(model, path, detail)}
    return [
        _fault(path, detail, origin, model=model, values=values, base=base)
        for path, detail in details
        if detail["type"] != "missing" or path not in misspelt
    ]


def _path(detail: ErrorDetails) -> Path:
    """The path of an error under English keys, without the names of union branches."""
    return tuple(part for part in (*detail["loc"], *_inner(detail)) if not str(part).startswith("#"))


def _is_unknown(model: type[Model], path: Path, detail: ErrorDetails) -> bool:
    """Whether there is no such field. Units may have further fields, but only fields with a count."""
    if detail["type"] == "extra_forbidden":
        return True
    shape, found = _shape_at(model, path)
    return bool(shape and not found and detail["type"] == "whole_number_wanted" and not _inner(detail))


def _meant(model: type[Model], path: Path) -> Path:
    """The path with an unknown name replaced by the nearest known one."""
    shape, _ = _shape_at(model, path)
    near = nearest(str(path[-1]), shape.words) if shape else None
    found = shape.find(near) if shape and near else None
    return (*path[:-1], found.key) if found else path


def _fault(path: Path, detail: ErrorDetails, origin: Origin, *, model: type[Model], values: Any, base: Path) -> Fault:
    kind = detail["type"]
    shape, found = _shape_at(model, path)
    at = origin.at(*base, *path)
    key = origin.key(str(path[-1]), *base, *path[:-1]) if path and isinstance(path[-1], str) else _key((*base, *path))
    given = _value_at(values, path)
    value = as_yaml(given)
    if kind == "one_of_missing":
        inner = found.model if found and found.model else model
        return Fault(
            "FM003", origin.at(*base, *path), known=tuple(_named(name, inner, origin) for name in _fields(detail))
        )
    if kind == "missing" or (given is None and found and found.required):
        return Fault("FM003", origin.at(*base, *path[:-1]), key=found.chinese if found and origin.written else key)
    if _is_unknown(model, path, detail):
        twin = shape.by_chinese.get(str(path[-1])) if shape else None
        if twin:
            second = max(at, origin.at(*base, *path[:-1], twin.key))
            return Fault("FM008", second, key=key, value=twin.key)
        return Fault("FM004", at, key=key, known=shape.words if shape else ())
    if kind == "enum" and found and found.choices:
        return Fault("FM006", at, key=key, value=value, known=_choices(found, key))
    if kind == "impossible_date":
        return Fault("DAT001", at, key=key, value=value)
    expected = "something_wanted" if kind in _TOO_FEW else _FORMS.get(kind, kind)
    return Fault("FM005", at, key=key, value=value, expected=expected)


def _inner(detail: ErrorDetails) -> Path:
    """The path of the day within a value that changes over time, which is one value for pydantic."""
    return tuple(detail.get("ctx", {}).get("inner", ()))


def _named(name: str, model: type[Model], origin: Origin) -> str:
    """The name of a missing field, in Chinese if the file has Chinese keys."""
    return shape_of(model).fields[name].chinese if origin.written else name


def _fields(detail: ErrorDetails) -> tuple[str, ...]:
    return tuple(detail.get("ctx", {}).get("fields", ()))


def _choices(found: FieldShape, key: str) -> tuple[str, ...]:
    """The choices in the language of the key that the file uses."""
    if not found.choices:
        return ()
    return tuple(choice.label if key == found.chinese else choice.value for choice in found.choices)


def _shape_at(model: type[Model], path: Path) -> tuple[Shape | None, FieldShape | None]:
    """The shape of the mapping at the end of `path`, and its last field; None for what is unknown."""
    shape: Shape | None = shape_of(model)
    found: FieldShape | None = None
    for index, part in enumerate(path):
        if isinstance(part, int):
            continue
        if shape is None:
            return None, found
        found = shape.find(part)
        if found is None:
            return shape, None
        is_last = all(isinstance(rest, int) for rest in path[index + 1 :])
        if is_last:
            return shape, found
        shape = shape_of(found.model) if found.model else None
    return shape, found


def _value_at(values: Any, path: Path) -> Any:
    for part in path:
        if isinstance(values, Mapping):
            values = values.get(part)
        elif isinstance(values, list) and isinstance(part, int) and part < len(values):
            values = values[part]
        else:
            return None
    return values


def _key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
