"""One word of a field that names something, and what it names. Pure."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from yuandi.base.source import Location
from yuandi.content.entry import Entry, Origin
from yuandi.entry_types.values import Refers
from yuandi.front_matter.parse import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `path` below `base`, in an entry or, without a source, in a data file. `target` is None where nothing fits."""

    word: str
    refers: Refers
    origin: Origin
    path: Path
    base: Path
    target: Any
    source: Entry[Any] | None

    @property
    def at(self) -> Location:
        """Where it stands."""
        return self.origin.at(*self.base, *self.path)

    @property
    def key(self) -> str:
        """The field, as the file calls it."""
        index = max(index for index, part in enumerate(self.path) if isinstance(part, str))
        return self.origin.key(str(self.path[index]), *self.base, *self.path[:index])

    @property
    def path_of_entry(self) -> str:
        """The id that a path ending in `.md` stands for."""
        if self.source and self.word.endswith(".md"):
            return normpath(join(dirname(self.source.path), self.word)).removesuffix(".md")
        return self.word
