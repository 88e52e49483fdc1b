"""The index of a build: what is shown, as an order; a separate process fulfils a large one."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import IO, cast

from yuandi.drawing.index_order import Before, Indexed, Order, Site
from yuandi.pages import Shown, View
from yuandi.render import AS_WRITTEN, Script
from yuandi.search import Catalogue
from yuandi.search.build.catalogue import catalogue
from yuandi.search.query.files import FOLDER

LARGE = 1500
"""An index of more documents is made in a separate process."""
_PART = 200


def indexed(
    shown: Shown,
    views: Sequence[View],
    texts: Mapping[str, str],
    text_of: Callable[[str], str],
    site: Site,
    before: Before,
    script: Script = AS_WRITTEN,
) -> Indexed:
    """Write the index. `texts` are those known by id, `text_of` makes one that is not: as they are published."""
    found = catalogue(shown, views, texts)
    if script.is_traditional:
        found = _written(found, script.words)
    unknown = frozenset(document.id for document in found.documents if document.id not in texts)
    left = {path: file for path, file in before.left.items() if path.startswith(FOLDER)}
    order = Order(found, unknown, site, replace(before, left=left))
    done = _done(order)
    while not isinstance(done, Indexed):
        documents = tuple(
            replace(document, text=text_of(document.id)) if document.id in done else document
            for document in found.documents
        )
        found = replace(found, documents=documents)
        unknown -= done
        done = _done(replace(order, catalogue=found, unknown=unknown))
    return done


def _written(found: Catalogue, words: Callable[[str], str]) -> Catalogue:
    """Titles, facts and names as they are published; texts are already."""
    return replace(
        found,
        documents=tuple(
            replace(
                document,
                title=words(document.title),
                facts=words(document.facts),
                tags=tuple(map(words, document.tags)),
            )
            for document in found.documents
        ),
        types={name: words(label) for name, label in found.types.items()},
        units={name: words(label) for name, label in found.units.items()},
        columns={name: words(label) for name, label in found.columns.items()},
        terms=tuple(replace(term, text=words(term.text)) for term in found.terms),
    )


def _done(order: Order) -> Indexed | frozenset[str]:
    if len(order.catalogue.documents) <= LARGE:
        from yuandi.drawing.make_search_index import fulfilled

        return fulfilled(order)
    command = [sys.executable, "-c", "from yuandi.drawing.make_search_index import main; main()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        _send(order, cast("IO[bytes]", process.stdin))
        answer = cast("IO[bytes]", process.stdout)
        done: Indexed | frozenset[str] = pickle.load(answer)  # noqa: S301  # from a process of our own
    return done


def _send(order: Order, stream: IO[bytes]) -> None:
    """The order, then its documents in parts, so that neither side holds all of them as bytes."""
    documents = order.catalogue.documents
    pickle.dump(replace(order, catalogue=replace(order.catalogue, documents=())), stream, 5)
    for start in range(0, len(documents), _PART):
        pickle.dump(documents[start : start + _PART], stream, 5)
    pickle.dump(None, stream, 5)
    stream.close()
