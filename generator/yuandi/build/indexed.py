"""The index of the site: made whole, or changed where something changed, always with the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from yuandi.build.manifest import digest
from yuandi.build.write import Left, Written, still, write
from yuandi.search import Catalogue, Document, State, catalogue, edited, whole
from yuandi.search.edit import documents_of
from yuandi.search.files import DamagedError
from yuandi.search.found import Index
from yuandi.search.index import keyed
from yuandi.search.state import load, save
from yuandi.search.verify import stray
from yuandi.views import Shown, View

MOST = 300
"""More documents than this are not worth the trouble."""
PROOFS = 3
"""So many stretches of text are looked up in every index that is made whole."""


@dataclass(frozen=True, slots=True)
class Before:
    """The index as an earlier build left it: the folder and the key of its state, and the files of the site."""

    folder: Path | None = None
    key: bytes = b""
    left: Mapping[str, Left] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Indexed:
    """The files of the index, and the key of its state."""

    written: tuple[Written, ...] = ()
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Site:
    """Where files go, and how they are marked as left by this build."""

    folder: Path
    base: bytes = b""
    is_fresh: bool = False

    def write(self, path: str, data: bytes) -> Written:
        """Write a file of the index."""
        return write(self.folder, path, data, key=self.key, is_fresh=self.is_fresh)

    def read(self, path: str) -> bytes:
        """A file of the index as it is."""
        return (self.folder / path).read_bytes()

    @property
    def key(self) -> bytes:
        """The key of files of the index."""
        return mark(self.base)


def mark(base: bytes) -> bytes:
    """The key of files of the index, by what decides how everything is built."""
    return digest(b"search" + base) if base else b""


def indexed(
    shown: Shown,
    views: Sequence[View],
    texts: Mapping[str, str],
    text_of: Callable[[str], str],
    site: Site,
    before: Before,
) -> Indexed:
    """Write the index. `texts` are those known by id, `text_of` makes one that is not."""
    found = catalogue(shown, views, {})
    state, there = _before(site, before)
    if state is not None:
        changed = _changed(state, found, texts, text_of)
        if changed is not None:
            done = _edited(state, there, changed, found, site, before)
            if done is not None:
                return done
    known = {**_kept(state, site), **texts}
    full = replace(found, documents=tuple(_with_text(one, known, text_of) for one in found.documents))
    written: list[Written] = []
    made = whole(full, lambda path, data: written.append(site.write(path, data)))
    if text := stray(Index(site.read), full.documents, PROOFS):
        raise RuntimeError(f"the index does not find {text!r}")
    return Indexed(tuple(written), save(before.folder, made) if before.folder else b"")


def _with_text(document: Document, texts: Mapping[str, str], text_of: Callable[[str], str]) -> Document:
    text = texts.get(document.id)
    return replace(document, text=text_of(document.id) if text is None else text)


def _before(site: Site, before: Before) -> tuple[State | None, dict[str, Written]]:
    """The state that was left, where every file of the index is as it was left too."""
    state = load(before.folder, before.key) if before.folder and before.key and site.key else None
    if state is None:
        return None, {}
    there: dict[str, Written] = {}
    for path in state.files:
        left = before.left.get(path)
        one = still(site.folder, path, left) if left and left.key == site.key else None
        if one is None:
            return None, {}
        there[path] = one
    return state, there


def _changed(
    state: State, found: Catalogue, texts: Mapping[str, str], text_of: Callable[[str], str]
) -> dict[int, Document] | None:
    """The documents that are others; None where they are not the same ones in the same order, or too many."""
    if [one.id for one in found.documents] != [one for one, _, _ in state.documents]:
        return None
    changed: dict[int, Document] = {}
    for number, (document, (_, head, body)) in enumerate(zip(found.documents, state.documents, strict=True)):
        text = texts.get(document.id)
        _, new_head, new_body = keyed(document if text is None else replace(document, text=text))
        if new_head != head or (text is not None and new_body != body):
            changed[number] = replace(document, text=text_of(document.id) if text is None else text)
            if len(changed) > MOST:
                return None
    return changed


def _edited(
    state: State,
    there: Mapping[str, Written],
    changed: Mapping[int, Document],
    found: Catalogue,
    site: Site,
    before: Before,
) -> Indexed | None:
    try:
        result = edited(state, changed, site.read, found)
    except (DamagedError, OSError):
        return None
    if result is None:
        return None
    after, made = result
    written = {path: one for path, one in there.items() if path in after.files}
    written |= {path: site.write(path, data) for path, data in made.items()}
    return Indexed(tuple(written.values()), save(before.folder, after, state) if before.folder else b"")


def _kept(state: State | None, site: Site) -> dict[str, str]:
    """The texts of a trusted index by id."""
    try:
        return {one.id: one.text for one in documents_of(state, site.read).values()} if state else {}
    except (DamagedError, OSError):
        return {}
