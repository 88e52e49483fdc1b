"""What one file became: an entry or a data file's records, each with the place of every field."""

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
    """Where values were read: the document, and how keys were written there."""

    document: Document
    is_data: bool = False
    written: Mapping[Path, str] = field(default_factory=dict)

    def at(self, *path: str | int) -> Location:
        """The place of a key or item, by its path under English keys; of its parent where it is not there."""
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
        """Where the value of a field begins and ends in the document; None where it is not written there."""
        place = _yaml(self.document.text, self.is_data).places.get(self._as_written(path))
        return place.value if place else None

    def _as_written(self, path: Path) -> Path:
        return tuple(self.written.get(path[: index + 1], part) for index, part in enumerate(path))

    def key(self, name: str, *path: str | int) -> str:
        """What the file calls the field `name` at `path`."""
        return self.written.get((*path, name), name)


@lru_cache(maxsize=32)
def _yaml(text: str, is_data: bool) -> Yaml:
    if is_data:
        return parse(text, depth=DATA_DEPTH)
    cut = split(text)
    return parse(cut.yaml, depth=FRONT_MATTER_DEPTH, offset=cut.yaml_start)


@dataclass(frozen=True, slots=True)
class Item(Generic[M]):
    """A record of a data file, with the place it came from."""

    record: M
    origin: Origin
    path: Path

    def at(self, *path: str | int) -> Location:
        """The place of one of its fields."""
        return self.origin.at(*self.path, *path)


@dataclass(frozen=True, slots=True)
class Directory(Generic[M]):
    """The records of one data file by id, and by name where the name is unique."""

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
    """One Markdown file: what it is, what it says, where it stands."""

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
    """A CSV beside an entry: each row with the line it stands on."""

    document: Document
    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
