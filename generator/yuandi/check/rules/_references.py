"""Every reference of a portal with what it names: shared by the rules about references."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any, get_args

from yuandi.entry import Entry, Origin
from yuandi.front_matter import Path
from yuandi.models.shape import references
from yuandi.models.values import Kind, Refers
from yuandi.portal import Portal
from yuandi.source import Location


@dataclass(frozen=True, slots=True)
class Reference:
    """One word that names something. `elsewhere` is what it names of a kind that does not fit here."""

    word: str
    refers: Refers
    origin: Origin
    path: Path
    base: Path
    target: Any
    elsewhere: Any
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


def references_in(portal: Portal) -> Iterator[Reference]:
    """All references of all entries and data files."""
    for entry in portal.entries:
        for path, refers, word in references(entry.record):
            yield _resolved(portal, Reference(word, refers, entry.origin, path, (), None, None, entry))
    for item in portal.data:
        for path, refers, word in references(item.record):
            if path[0] != "children":
                yield _resolved(portal, Reference(word, refers, item.origin, path, item.path, None, None, None))


def _resolved(portal: Portal, reference: Reference) -> Reference:
    target = portal.target(reference.refers, reference.word, reference.source)
    elsewhere = None if target is not None else _elsewhere(portal, reference)
    return Reference(
        reference.word,
        reference.refers,
        reference.origin,
        reference.path,
        reference.base,
        target,
        elsewhere,
        reference.source,
    )


def _elsewhere(portal: Portal, reference: Reference) -> Any:
    if reference.refers.or_text:
        return None
    others = tuple(kind for kind in get_args(Kind) if kind not in reference.refers.kinds and kind != "measure")
    return portal.target(Refers(others), reference.word, reference.source)
