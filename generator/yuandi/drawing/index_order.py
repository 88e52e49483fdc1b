"""The order for an index and its result, as values, independent of how an index is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yuandi.drawing.write import Left, Written, write
from yuandi.search import Catalogue


@dataclass(frozen=True, slots=True)
class Before:
    """The index as an earlier build left it: the folder and the key of its state, the files of the site, and the
    key by which those of the index are known."""

    folder: Path | None = None
    key: bytes = b""
    left: Mapping[str, Left] = field(default_factory=dict)
    mark: bytes = b""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The files of the index, and the key of its state."""

    written: tuple[Written, ...] = ()
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Site:
    """Where files go, and the key by which they are known as left by this build."""

    folder: Path
    key: bytes = b""
    is_fresh: bool = False

    def write(self, path: str, data: bytes) -> Written:
        """Write a file of the index."""
        return write(self.folder, path, data, key=self.key, is_fresh=self.is_fresh)

    def read(self, path: str) -> bytes:
        """A file of the index as it is."""
        return (self.folder / path).read_bytes()


@dataclass(frozen=True, slots=True)
class Order:
    """The documents to index, and the place of the index. Texts of documents in `unknown` are unchanged, if they exist."""

    catalogue: Catalogue
    unknown: frozenset[str]
    site: Site
    before: Before
