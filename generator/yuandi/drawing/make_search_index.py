"""A catalogue → the files of the index: made whole, or changed where something changed, always with the same bytes.

`main` does so for a build in a process of its own, which takes its memory with it: it reads an Order from its standard
input and writes an Indexed, or the ids whose texts it lacks.
"""

import gc
import pickle
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace

from yuandi.drawing.index_order import Before, Indexed, Order, Site
from yuandi.drawing.write import Written, still
from yuandi.search import Catalogue, SearchDocument
from yuandi.search.build.index import IndexState, keyed, whole
from yuandi.search.build.update import documents_of, edited
from yuandi.search.query.answer import Index
from yuandi.search.query.files import DamagedIndexError
from yuandi.search.query.state import load, save
from yuandi.search.query.verify import stray

MOST = 300
"""The maximum number of changed documents; with more, the index is made whole."""
PROOFS = 3
"""The number of stretches of text that are looked up in every index that is made whole."""


def fulfilled(order: Order) -> Indexed | frozenset[str]:
    """Write the index; or return the ids of documents whose texts must be known first."""
    found, site, before = order.catalogue, order.site, order.before
    state, there = _before(site, before)
    if state is not None:
        changed = _changed(state, found, order.unknown)
        if changed is not None and not changed.keys() & _numbers(found, order.unknown):
            done = _edited(state, there, changed, found, site, before)
            if done is not None:
                return done
    if order.unknown:
        kept = _kept(state, site)
        if missing := order.unknown - kept.keys():
            return missing
        known = (
            replace(document, text=kept[document.id]) if document.id in order.unknown else document
            for document in found.documents
        )
        found = replace(found, documents=tuple(known))
    written: list[Written] = []
    made = whole(found, lambda path, data: written.append(site.write(path, data)))
    if text := stray(Index(site.read), found.documents, PROOFS):
        raise RuntimeError(f"the index does not find {text!r}")
    return Indexed(tuple(written), save(before.folder, made) if before.folder else b"")


def _numbers(found: Catalogue, identifiers: Iterable[str]) -> set[int]:
    wanted = set(identifiers)
    return {number for number, document in enumerate(found.documents) if document.id in wanted}


def _before(site: Site, before: Before) -> tuple[IndexState | None, dict[str, Written]]:
    """The state that was left, where every file of the index is as it was left too."""
    state = load(before.folder, before.key) if before.folder and before.key and site.key else None
    if state is None:
        return None, {}
    there: dict[str, Written] = {}
    for path in state.files:
        left = before.left.get(path)
        file = still(site.folder, path, left) if left and left.key == site.key else None
        if file is None:
            return None, {}
        there[path] = file
    return state, there


def _changed(state: IndexState, found: Catalogue, unknown: frozenset[str]) -> dict[int, SearchDocument] | None:
    """The changed documents; None if the ids or their order differ, or if too many changed."""
    if [document.id for document in found.documents] != [identifier for identifier, _, _ in state.documents]:
        return None
    changed: dict[int, SearchDocument] = {}
    for number, (document, (_, head, body)) in enumerate(zip(found.documents, state.documents, strict=True)):
        _, new_head, new_body = keyed(document)
        if new_head != head or (document.id not in unknown and new_body != body):
            changed[number] = document
    return changed if len(changed) <= MOST else None


def _edited(
    state: IndexState,
    there: Mapping[str, Written],
    changed: Mapping[int, SearchDocument],
    found: Catalogue,
    site: Site,
    before: Before,
) -> Indexed | None:
    try:
        result = edited(state, changed, site.read, found)
    except (DamagedIndexError, OSError):
        return None
    if result is None:
        return None
    after, made = result
    written = {path: file for path, file in there.items() if path in after.files}
    written |= {path: site.write(path, data) for path, data in made.items()}
    return Indexed(tuple(written.values()), save(before.folder, after, state) if before.folder else b"")


def _kept(state: IndexState | None, site: Site) -> dict[str, str]:
    """The texts of a trusted index by id."""
    try:
        return {document.id: document.text for document in documents_of(state, site.read).values()} if state else {}
    except (DamagedIndexError, OSError):
        return {}


def main() -> None:
    """Fulfil the order on the standard input."""
    gc.disable()
    documents: list[SearchDocument] = []
    order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301  # from the build that started this process
    while (part := pickle.load(sys.stdin.buffer)) is not None:  # noqa: S301
        documents += part
    order = replace(order, catalogue=replace(order.catalogue, documents=tuple(documents)))
    del documents
    pickle.dump(fulfilled(order), sys.stdout.buffer)
