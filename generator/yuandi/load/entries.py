"""One Markdown file as an entry, or the faults that prevent it. Pure; called by load for each file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from yuandi.base.frozen import share
from yuandi.base.source import Document
from yuandi.base.text import Text, as_yaml, shorten
from yuandi.content.addresses import Addresses
from yuandi.content.entry import Entry, Origin
from yuandi.entry_types import TYPES, EntryType, kind_named, type_named, type_of_folder
from yuandi.entry_types.fields import shape_of, translate
from yuandi.entry_types.record import Record
from yuandi.entry_types.values import ID_PATTERN
from yuandi.front_matter.fast_path import flat
from yuandi.front_matter.parse import FRONT_MATTER_DEPTH, Split, Yaml, parse, split
from yuandi.front_matter.yaml_errors import UnparsableError, wrong_colon
from yuandi.load.faults import Fault
from yuandi.load.validation import faults_of, yaml_faults
from yuandi.markdown.anchors import first_heading

_AUDIENCES = {"公开": "public", "单位": "unit", "本单位": "unit", "办公室": "office"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of reading a file: an entry or None, and the faults found."""

    path: str
    entry: Entry[Any] | None
    faults: tuple[Fault, ...]
    document: Document | None = None


def read_entry(path: str, document: Document, directories: bool) -> Outcome:
    """The entry in a document, with its faults; `directories` is whether addresses are those of folders."""
    try:
        cut = split(document.text)
        read = flat(cut.yaml) or parse(cut.yaml, depth=FRONT_MATTER_DEPTH, offset=cut.yaml_start)
        _expect_mapping(read, cut)
    except UnparsableError as error:
        fault = Fault("FM001", document.at(error.start), message=error.message, hint=error.hint)
        return Outcome(path, None, (fault,))
    origin = Origin(document)
    found = _type(read.values or {}, path)
    if found is None:
        return Outcome(path, None, (*yaml_faults(read, origin), _unknown_type(read.values, origin)))
    return _frozen(path, origin, read, cut, found, directories)


def _frozen(path: str, origin: Origin, read: Yaml, cut: Split, found: EntryType, directories: bool) -> Outcome:
    translated = translate(read.values or {}, found.model)
    values = _completed(translated.values, read.values or {}, found, path, origin.document.text[cut.body_start :])
    identifier = str(values.get("id") or path.removesuffix(".md"))
    if (not read.values and not found.is_plain) or not origin.document.text.strip():
        return Outcome(path, None, (_nothing_given(origin, found),))
    origin = Origin(origin.document, written=translated.written)
    faults = [*yaml_faults(read, origin, found.model), *_unusable_id(path, values, origin, found)]
    try:
        record = found.model.model_validate(values)
    except ValidationError as error:
        faults += faults_of(error, origin, found.model, values)
        return Outcome(path, None, tuple(faults))
    _share_what_is_given(record)
    entry = Entry(
        id=identifier,
        path=path,
        type=found,
        record=record,
        origin=origin,
        body_start=cut.body_start,
        address=Addresses(directories).of_file(path),
    )
    return Outcome(path, entry, tuple(faults))


def _share_what_is_given(record: Record) -> None:
    """Let records with the same given fields share the set of their names, which is larger than a record."""
    given = record.model_fields_set
    share(record, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


_GIVEN: dict[frozenset[str], set[str]] = {}


def _expect_mapping(read: Yaml, cut: Split) -> None:
    if read.values is None or isinstance(read.values, dict):
        return
    raise wrong_colon(cut.yaml, cut.yaml_start) or UnparsableError(
        cut.yaml_start,
        Text("文件头应由“字段: 值”组成。", "The front matter must consist of `field: value` lines."),
        Text("每行写一个字段名、半角冒号、空格和值。", "Write a field, a colon, a space and the value on each line."),
    )


def _word(values: dict[str, Any]) -> Any:
    """The value of the field for the type, or None if it is missing or empty."""
    return values.get("type") or values.get("类型")


def _type(values: dict[str, Any], path: str) -> EntryType | None:
    word = _word(values)
    if word is None:
        return type_of_folder(path)
    return type_named(word) if isinstance(word, str) else None


def _unknown_type(values: dict[str, Any], origin: Origin) -> Fault:
    key = "type" if values.get("type") else "类型"
    known = tuple(kind.label if key == "类型" else kind.name for kind in TYPES)
    return Fault("FM002", origin.at(key), key=key, value=as_yaml(values[key]), known=known)


def _completed(values: dict[str, Any], raw: dict[str, Any], found: EntryType, path: str, body: str) -> dict[str, Any]:
    """The values with those that the file implies: its type, the kind of a notice from `类型: 公示`, a page's title."""
    completed = dict(values) | {"type": found.name}
    if kind := kind_named(_word(raw), found):
        completed.setdefault("kind", kind)
    if isinstance(completed.get("visibility"), str):
        completed["visibility"] = _AUDIENCES.get(completed["visibility"], completed["visibility"])
    if found.is_plain:
        completed["title"] = completed.get("title") or _title(body, path)
    return completed


def _title(body: str, path: str) -> str:
    return first_heading(body) or path.rpartition("/")[2].removesuffix(".md")


def _nothing_given(origin: Origin, found: EntryType) -> Fault:
    fields = shape_of(found.model).fields.values()
    wanted = tuple(shape.key for shape in fields if shape.required and shape.key != "type")
    return Fault("FM003", origin.document.top(), value="nothing", known=wanted)


def _unusable_id(path: str, values: dict[str, Any], origin: Origin, found: EntryType) -> Iterator[Fault]:
    """The fault of a path that is not a valid id in a file without an id. Plain pages need no id."""
    identifier = path.removesuffix(".md")
    if "id" in values or found.is_plain or re.fullmatch(ID_PATTERN, identifier):
        return
    yield Fault("FM005", origin.document.top(), key="id", value=shorten(identifier), expected="path_id_wanted")
