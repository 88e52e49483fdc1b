"""The only reader of content: it turns files into entries, data and faults. No later part opens a file of the portal."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import RawIOBase
from types import MappingProxyType
from typing import Any

from yuandi.base.source import Document, Location
from yuandi.base.text import Text
from yuandi.content.addresses import named
from yuandi.content.entry import Entry, Table
from yuandi.content.settings import Settings
from yuandi.entry_types import Model
from yuandi.load.data_files import Data, DataRead, read_data, unread_data
from yuandi.load.decode import LARGEST, Decoded, decode
from yuandi.load.entries import Outcome, read_entry
from yuandi.load.faults import Fault
from yuandi.load.history import Repository
from yuandi.load.tables import read_table, tables_named
from yuandi.load.walk import is_inside, is_published, unread_link, walk

DATA = "_data"
_OTHER_DATA = frozenset({".yml", ".yaml", ".json", ".toml", ".csv", ".tsv", ".xls", ".xlsx"})
"""Suffixes of files in `_data` that an editor may expect to be read; a README or a picture is evidently not data."""
_ID_LINE = re.compile(r"^(?:id|编号)[ \t]*[:：][ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Content(Data):
    """All content that was read, and the `faults` of the rest.

    `broken` are the ids of entries that could not be read, `unread` the paths of files and folders that were skipped,
    `files` the sizes in bytes of all files by path in content.
    """

    entries: tuple[Entry[Any], ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    documents: Mapping[str, Document] = field(default_factory=dict)


Texts = Mapping[str, str]
"""The texts open in an editor, by path in content; they are read instead of the files on disk."""

NOTHING_OPEN: Texts = MappingProxyType({})


def load(settings: Settings, texts: Texts = NOTHING_OPEN) -> Content:
    """Read all content. Problems in the content do not raise an exception but become faults."""
    found = walk(settings.content, settings.prefix)
    found.files.update((path, len(text)) for path, text in texts.items() if is_published(path))
    made = [outcome_of(settings, path, texts) for path in sorted(found.files) if path.endswith(".md")]
    read = data_of(settings, texts)
    entries = tuple(outcome.entry for outcome in made if outcome.entry)
    tables, table_faults = tables_of(settings, entries, found.files, texts)
    faults = [*found.faults, *table_faults, *read.faults, *(fault for outcome in made for fault in outcome.faults)]
    return Content(
        entries=entries,
        **read.data.of_data,
        files=found.files,
        tables=tables,
        faults=tuple(faults),
        documents=read.documents
        | {outcome.document.path: outcome.document for outcome in made if outcome.document}
        | {table.document.path: table.document for table in tables.values()},
        unread=frozenset(found.unread),
        broken=frozenset(ids_of_unread(made)) | {path.removesuffix(".md") for path in found.unread},
    )


def repository_of(settings: Settings) -> Repository:
    """The repository of the content; its history is empty if there is none."""
    return Repository(settings.content, settings.prefix, settings.use_directory_urls)


def ids_of_unread(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The ids by which other entries may name unreadable entries: their paths, and the ids that their texts seem to give."""
    for outcome in outcomes:
        if outcome.entry is None:
            yield outcome.path.removesuffix(".md")
            yield from _ID_LINE.findall(outcome.document.text[:10_000] if outcome.document else "")


def _decoded(settings: Settings, path: str, texts: Texts) -> Decoded:
    """The text of a file of the content; at most LARGEST + 1 bytes are read."""
    shown = settings.prefix + path
    if path in texts:
        return decode(shown, texts[path].encode("utf-8", "replace"))
    try:
        with open(f"{settings.content}/{path}", "rb", buffering=0) as stream:
            return decode(shown, b"".join(_parts(stream, LARGEST + 1)))
    except OSError as error:
        why = error.strerror or "?"
        message = Text(f"文件打不开（{why}）。", f"The file cannot be opened ({why}).")
        hint = Text("检查文件的读取权限。", "Check that you have permission to read it.")
        return Decoded(None, (Fault("FM001", Location(shown), message=message, hint=hint),))


def _parts(stream: RawIOBase, most: int) -> Iterator[bytes]:
    """At most `most` bytes of a file, read with its own size: a larger buffer would leave gaps between texts in memory."""
    size = os.fstat(stream.fileno()).st_size + 1
    while most > 0 and (part := stream.read(min(most, size))):
        most -= len(part)
        yield part


def outcome_of(settings: Settings, path: str, texts: Texts = NOTHING_OPEN) -> Outcome:
    """The entry in one Markdown file, with its faults."""
    decoded = _decoded(settings, path, texts)
    if decoded.document is None:
        return Outcome(path, None, decoded.faults)
    outcome = read_entry(path, decoded.document, settings.use_directory_urls)
    return Outcome(path, outcome.entry, (*decoded.faults, *outcome.faults), decoded.document)


def data_of(settings: Settings, texts: Texts = NOTHING_OPEN) -> DataRead:
    """All data files in `_data`."""
    prefix = settings.prefix
    documents: dict[str, Document | None] = {}
    faults: list[Fault] = []
    root = os.path.realpath(settings.content)
    for file in sorted((settings.content / DATA).glob("[!._]*")):
        if file.suffix != ".yml":
            if file.is_file() and file.suffix.lower() in _OTHER_DATA:
                faults.append(unread_data(f"{prefix}{DATA}/{file.name}"))
            continue
        outside = not is_inside(str(file), root)
        if outside or (file.is_symlink() and not file.exists()):
            faults.append(unread_link(f"{prefix}{DATA}/{file.name}", "outside" if outside else "nowhere"))
            documents[file.stem] = None
            continue
        if not file.is_file():
            continue
        decoded = _decoded(settings, f"{DATA}/{file.name}", texts)
        faults += decoded.faults
        documents[file.stem] = decoded.document
    return read_data(documents, tuple(faults))


def tables_of(
    settings: Settings, entries: tuple[Entry[Any], ...], files: Mapping[str, int], texts: Texts = NOTHING_OPEN
) -> tuple[dict[str, Table], list[Fault]]:
    """All existing CSV files that entries name, by path, and their faults; columns are checked where a field defines
    them."""
    models: dict[str, type[Model] | None] = {}
    for entry in entries:
        for name, model in tables_named(entry):
            path = named(entry.path, name)
            if path in files:
                models[path] = models.get(path) or model
    tables: dict[str, Table] = {}
    faults: list[Fault] = []
    for path, model in models.items():
        decoded = _decoded(settings, path, texts)
        faults += decoded.faults
        if decoded.document:
            tables[path], found = read_table(decoded.document, model)
            faults += found
    return tables, faults
