"""The files of `_data` as directories of units, people, groups and columns, policy, calendar and lexicon. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from yuandi.base.source import Document, Location
from yuandi.base.text import Text
from yuandi.chinese.names import plain_name
from yuandi.content.entry import Directory, Item, Origin
from yuandi.entry_types import DATA_FILES, Column, DataFile, Group, Measure, Model, Person, Policy, Unit
from yuandi.entry_types.fields import translate
from yuandi.front_matter.parse import DATA_DEPTH, Path, parse
from yuandi.front_matter.yaml_errors import UnparsableError, wrong_colon
from yuandi.load.faults import Fault
from yuandi.load.policy import Merged, as_far_as_valid, merged, preset
from yuandi.load.validation import faults_of, yaml_faults

M = TypeVar("M", bound=Model)
_YEAR = re.compile(r"[12][0-9]{3}")
_NAMES = frozenset(known.name for known in DATA_FILES) - {"policy"}


@dataclass(frozen=True, kw_only=True)
class Data:
    """Everything in `_data`. `data` are all records with their places, for checks of references."""

    units: Directory[Unit] = field(default_factory=Directory)
    people: Directory[Person] = field(default_factory=Directory)
    groups: Directory[Group] = field(default_factory=Directory)
    columns: Directory[Column] = field(default_factory=Directory)
    policy: Policy = field(default_factory=Policy)
    policy_readable: bool = True
    measures: tuple[Item[Measure], ...] = ()
    calendar: Mapping[int, Any] = field(default_factory=dict)
    lexicon: tuple[Any, ...] = ()
    data: tuple[Item[Any], ...] = ()

    @property
    def of_data(self) -> dict[str, Any]:
        """What was read from `_data`, by field."""
        return {known.name: getattr(self, known.name) for known in fields(Data)}


@dataclass(frozen=True, slots=True)
class DataRead:
    """What became of the files of `_data`: their records, their faults and their texts."""

    data: Data
    faults: tuple[Fault, ...]
    documents: dict[str, Document]


@dataclass(frozen=True, slots=True)
class _File:
    """The records of one data file, and whether the file exists and could be read as a whole."""

    items: tuple[Item[Any], ...] = ()
    faults: tuple[Fault, ...] = ()
    present: bool = False
    readable: bool = True


def read_data(documents: Mapping[str, Document | None], faults: tuple[Fault, ...] = ()) -> DataRead:
    """Read the data files; `documents` holds None for an existing file that could not be decoded."""
    files = {known.name: _read(known, documents) for known in DATA_FILES}
    unit_items = tuple(_flattened(files["units"].items))
    policy, policy_faults, presets = _policy(files["policy"], documents)
    strays = (document for stem, document in documents.items() if stem not in {*files, *presets} and document)
    data = Data(
        units=_directory(files["units"], unit_items),
        people=_directory(files["people"], files["people"].items),
        groups=_directory(files["groups"], files["groups"].items),
        columns=_directory(files["columns"], _in_order(files["columns"].items)),
        policy=policy.policy,
        policy_readable=policy.complete,
        measures=policy.measures,
        calendar={int(item.path[0]): item.record for item in files["calendar"].items},
        lexicon=tuple(item.record for item in files["lexicon"].items),
        data=(
            *unit_items,
            *(item for name, file in files.items() if name != "units" for item in file.items),
        ),
    )
    return DataRead(
        data,
        documents={document.path: document for document in documents.values() if document},
        faults=(
            *faults,
            *(fault for file in files.values() for fault in file.faults),
            *policy_faults,
            *(unread_data(document.path) for document in strays if policy.complete),
        ),
    )


def unread_data(path: str) -> Fault:
    """The fault of a file in `_data` that is neither a data file nor a preset that the policy extends."""
    return Fault("REF006", Location(path), value=path.rpartition("/")[2])


def _policy(own: _File, documents: Mapping[str, Document | None]) -> tuple[Merged, list[Fault], Mapping[str, _File]]:
    """The policy with its presets, the faults of presets in `_data`, and those presets by name."""
    faults: list[Fault] = []
    read: dict[str, _File] = {}
    if not own.items:
        return Merged(complete=own.readable), faults, read

    def find(name: str) -> Policy | None:
        stem = name.removesuffix(".yml")
        if (inherited := preset(name)) or stem not in documents or stem in _NAMES:
            return inherited
        if stem not in read:
            read[stem] = _read(DataFile(stem, stem, Policy, "mapping"), documents)
            faults.extend(read[stem].faults)
        return read[stem].items[0].record if read[stem].items else Policy()

    found = merged(own.items[0], find)
    readable = own.readable and all(file.readable for file in read.values())
    return replace(found, complete=found.complete and readable), [*faults, *found.faults], read


def _read(known: DataFile, documents: Mapping[str, Document | None]) -> _File:
    if known.name not in documents:
        return _File()
    document = documents[known.name]
    if document is None:
        return _File(present=True, readable=False)
    try:
        read = parse(document.text, depth=DATA_DEPTH)
        pieces = list(_pieces(known, read.values, document))
    except UnparsableError as error:
        start = min(error.start, max(0, len(document.text) - 1))
        fault = Fault("FM001", document.at(start), message=error.message, hint=error.hint)
        return _File(faults=(fault,), present=True, readable=False)
    faults = yaml_faults(read, Origin(document, is_data=True), known.model)
    items: list[Item[Any]] = []
    broken = 0
    for path, values in pieces:
        origin = Origin(document, is_data=True)
        if known.form == "years" and not _YEAR.fullmatch(str(path[0])):
            faults.append(Fault("FM005", origin.at(*path), key=str(path[0]), expected="year_wanted"))
            broken += 1
            continue
        translated = translate(values, known.model)
        written = {(*path, *inner): key for inner, key in translated.written.items()}
        origin = Origin(document, is_data=True, written=written)
        try:
            items.append(Item(known.model.model_validate(translated.values), origin, path))
        except ValidationError as error:
            faults += faults_of(error, origin, known.model, translated.values, path)
            broken += 1
            if known.model is Policy and (policy := as_far_as_valid(translated.values, error)):
                items.append(Item(policy, origin, path))
    return _File(tuple(items), tuple(faults), present=True, readable=not broken)


def _pieces(known: DataFile, values: Any, document: Document) -> Iterator[tuple[Path, Any]]:
    """The records of a file with their paths. Raises UnparsableError if the file has another form."""
    if values is None:
        return
    if known.form == "list" and isinstance(values, list):
        yield from (((index,), value) for index, value in enumerate(values))
    elif known.form == "mapping" and isinstance(values, dict):
        yield (), values
    elif known.form == "years" and isinstance(values, dict):
        yield from (((year,), value) for year, value in values.items())
    else:
        raise wrong_colon(document.text, 0) or UnparsableError(0, *_another_form(known))


def _another_form(known: DataFile) -> tuple[Text, Text]:
    if known.form == "list":
        return (
            Text(f"{known.name}.yml 应是一个列表。", f"{known.name}.yml must be a list."),
            Text("每一项以 `- id: …` 开头。", "Begin each item with `- id: …`."),
        )
    return (
        Text(f"{known.name}.yml 应由“键: 值”组成。", f"{known.name}.yml must consist of `key: value` lines."),
        Text("去掉行首的 `-`。", "Remove the `-` at the beginning of lines."),
    )


def _flattened(items: tuple[Item[Unit], ...]) -> Iterator[Item[Unit]]:
    """Units with all units below them, each after the one above."""
    for item in items:
        yield item
        children = (
            Item(child, item.origin, (*item.path, "children", index))
            for index, child in enumerate(item.record.children)
        )
        yield from _flattened(tuple(children))


def _in_order(items: tuple[Item[Column], ...]) -> tuple[Item[Column], ...]:
    return tuple(sorted(items, key=lambda item: item.record.order))


def _directory(file: _File, items: tuple[Item[Any], ...]) -> Directory[Any]:
    """Of two records with one id the first; names that two have, be it with other blanks, are nobody's."""
    by_id: dict[str, Any] = {}
    by_name: dict[str, Any] = {}
    meant: dict[str, set[str]] = {}
    for item in items:
        if item.record.id in by_id:
            continue
        by_id[item.record.id] = item.record
        for name in {getattr(item.record, "name", None), getattr(item.record, "short", None)} - {None}:
            by_name[str(name)] = item.record
            meant.setdefault(plain_name(str(name)), set()).add(item.record.id)
    unique = {name: record for name, record in by_name.items() if len(meant[plain_name(name)]) == 1}
    return Directory(items, file.present, file.readable, by_id, unique)
