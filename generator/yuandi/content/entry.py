"""Entries and records of data files, each with the place of every field in its file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from yuandi.base.source import Document, Location
from yuandi.entry_types import EntryType, Model, Record
from yuandi.front_matter.parse import DATA_DEPTH, FRONT_MATTER_DEPTH, Path, Yaml, parse, split

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of values: the document, and its keys as written, by path under English keys."""

    document: Document
    is_data: bool = False
    written: Mapping[Path, str] = field(default_factory=dict)

    def at(self, *path: str | int) -> Location:
        """The place of a key or item, by its path under English keys; of its parent if the document does not have it."""
        places = _yaml(self.document.text, self.is_data).places
        raw = self._as_written(path)
        while raw and raw not in places:
            raw = raw[:-1]
        if not raw:
            return self.document.top()
        place = places[raw]
        one_line = "\n" not in self.document.text[place.key[0] : place.value[1]].rstrip()
        return self.document.at(place.key[0], place.value[1] if one_line else place.key[1])

    def value(self, *path: str | int) -> tuple[int, int] | None:
        """The offsets of a field's value in the document, or None if the document does not have the field."""
        place = _yaml(self.document.text, self.is_data).places.get(self._as_written(path))
        return place.value if place else None

    def _as_written(self, path: Path) -> Path:
        return tuple(self.written.get(path[: index + 1], part) for index, part in enumerate(path))

    def key(self, name: str, *path: str | int) -> str:
        """The field `name` at `path`, as written in the file."""
        return self.written.get((*path, name), name)


@lru_cache(maxsize=32)
def _yaml(text: str, is_data: bool) -> Yaml:
    if is_data:
        return parse(text, depth=DATA_DEPTH)
    cut = split(text)
    return parse(cut.yaml, depth=FRONT_MATTER_DEPTH, offset=cut.yaml_start)


@dataclass(frozen=True, slots=True)
class Item(Generic[M]):
    """A record of a data file, with its place."""

    record: M
    origin: Origin
    path: Path

    def at(self, *path: str | int) -> Location:
        """The place of a field of the record."""
        return self.origin.at(*self.path, *path)


@dataclass(frozen=True, slots=True)
class Directory(Generic[M]):
    """The records of one data file by id, and by unique names.

    `present` is whether the file exists, `readable` whether all of it could be read.
    """

    items: tuple[Item[M], ...] = ()
    present: bool = False
    readable: bool = True
    by_id: Mapping[str, M] = field(default_factory=dict)
    by_name: Mapping[str, M] = field(default_factory=dict)

    def find(self, word: str) -> M | None:
        """The record with this id, or with this unique name."""
        return self.by_id.get(word) or self.by_name.get(word)

    def __iter__(self) -> Iterator[M]:
        return iter(self.by_id.values())


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One Markdown file: its type, its values and their places."""

    id: str
    path: str
    type: EntryType
    record: R
    origin: Origin
    body_start: int
    address: str

    @property
    def body(self) -> str:
        """The Markdown after the front matter."""
        return self.origin.document.text[self.body_start :]

    @property
    def at(self) -> Callable[..., Location]:
        """The place of a field, by its path under English keys."""
        return self.origin.at

    def at_body(self, start: int, end: int) -> Location:
        """The place of a stretch of the body."""
        return self.origin.document.at(self.body_start + start, self.body_start + end)


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV beside an entry: each row with its line number and its cells by column."""

    document: Document
    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
