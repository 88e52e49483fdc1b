"""Content with one file read again: for editors, where one file changes at a time."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from yuandi.base.source import Document
from yuandi.content.entry import Entry
from yuandi.content.settings import Settings
from yuandi.load.entries import Outcome
from yuandi.load.faults import Fault
from yuandi.load.load_content import DATA, Content, Texts, data_of, ids_of_unread, outcome_of, tables_of
from yuandi.load.walk import is_published

C = TypeVar("C", bound=Content)


def again(content: C, settings: Settings, path: str, texts: Texts) -> C:
    """The content with the file at `path` as it is in `texts`, else on disk, else removed."""
    if path.startswith(f"{DATA}/"):
        return _data_again(content, settings, texts)
    return _file_again(content, settings, path, texts) if is_published(path) else content


def _data_again(content: C, settings: Settings, texts: Texts) -> C:
    read = data_of(settings, texts)
    folder = f"{settings.prefix}{DATA}/"
    return replace(
        content,
        **read.data.of_data,
        faults=(*(fault for fault in content.faults if not fault.at.file.startswith(folder)), *read.faults),
        documents=_without(content.documents, {file for file in content.documents if file.startswith(folder)})
        | read.documents,
    )


def _file_again(content: C, settings: Settings, path: str, texts: Texts) -> C:
    size = len(texts[path]) if path in texts else _size(settings, path)
    files = dict(content.files)
    before = next((entry for entry in _around(content.entries, path) if entry.path == path), None)
    files.pop(path, None)
    if size is not None:
        files[path] = size
    outcome = outcome_of(settings, path, texts) if size is not None and path.endswith(".md") else None
    after = outcome.entry if outcome else None
    kept = replace(content, files=dict(sorted(files.items())), entries=_with(content.entries, path, after))
    kept = _read(kept, settings.prefix + path, outcome, _ids(content, settings.prefix + path, path))
    named = tuple(entry for entry in (before, after) if entry)
    if not path.endswith(".md"):
        named = (
            content.entries
            if settings.prefix + path in {table.document.path for table in content.tables.values()}
            else ()
        )
    return _tables_again(kept, settings, named, texts) if named else kept


def _size(settings: Settings, path: str) -> int | None:
    file = settings.content / path
    try:
        return file.stat().st_size if file.is_file() else None
    except OSError:
        return None


def _around(entries: tuple[Entry[Any], ...], path: str) -> tuple[Entry[Any], ...]:
    place = bisect_left(entries, path, key=lambda entry: entry.path)
    return entries[place : place + 1]


def _with(entries: tuple[Entry[Any], ...], path: str, entry: Entry[Any] | None) -> tuple[Entry[Any], ...]:
    """The entries, sorted by path, with `entry` at `path`; without the entry there if it is None."""
    place = bisect_left(entries, path, key=lambda entry: entry.path)
    end = place + (entries[place : place + 1] != () and entries[place].path == path)
    return (*entries[:place], *((entry,) if entry else ()), *entries[end:])


def _ids(content: Content, shown: str, path: str) -> frozenset[str]:
    """The ids by which other entries may name the file while it cannot be read."""
    outcome = Outcome(path, None, (), content.documents.get(shown))
    return frozenset(ids_of_unread((outcome,)))


def _read(content: C, shown: str, outcome: Outcome | None, former: frozenset[str]) -> C:
    document = outcome.document if outcome else None
    documents = _without(content.documents, {shown}) | ({shown: document} if document else {})
    return replace(
        content,
        faults=(*(fault for fault in content.faults if fault.at.file != shown), *(outcome.faults if outcome else ())),
        documents=documents,
        broken=(content.broken - former) | frozenset(ids_of_unread((outcome,) if outcome else ())),
    )


def _tables_again(content: C, settings: Settings, entries: tuple[Entry[Any], ...], texts: Texts) -> C:
    tables, found = tables_of(settings, entries, content.files, texts)
    shown = {table.document.path: table.document for table in tables.values()}
    faults: list[Fault] = [fault for fault in content.faults if fault.at.file not in shown]
    return replace(
        content,
        tables={**content.tables, **tables},
        faults=(*faults, *found),
        documents={**content.documents, **shown},
    )


def _without(documents: Mapping[str, Document], gone: set[str]) -> dict[str, Document]:
    return {path: document for path, document in documents.items() if path not in gone}
