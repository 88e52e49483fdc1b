"""A word of a field that names an entry or a record, and its target. Pure."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from yuandi.base.source import Location
from yuandi.content.entry import Entry, Origin
from yuandi.entry_types.values import Refers
from yuandi.front_matter.parse import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `path` below `base`, in the entry `source` or, if that is None, in a data file.

    `target` is None if nothing has the name.
    """

    word: str
    refers: Refers
    origin: Origin
    path: Path
    base: Path
    target: Any
    source: Entry[Any] | None

    @property
    def at(self) -> Location:
        """The place of the reference."""
        return self.origin.at(*self.base, *self.path)

    @property
    def key(self) -> str:
        """The field of the reference, as written in the file."""
        index = max(index for index, part in enumerate(self.path) if isinstance(part, str))
        return self.origin.key(str(self.path[index]), *self.base, *self.path[:index])

    @property
    def path_of_entry(self) -> str:
        """The id for a word that is a path ending in `.md`; other words as written."""
        if self.source and self.word.endswith(".md"):
            return normpath(join(dirname(self.source.path), self.word)).removesuffix(".md")
        return self.word
