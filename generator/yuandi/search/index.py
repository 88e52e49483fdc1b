"""Everything to be found → the files of the index, and the state that lets an edit change a few of them.

Each file depends on nothing but what it holds: an edit of a text changes the shards of the characters around it, the
file with the text, and the first download, which tells the version. What an edit needs to know of all other texts is
the state: the corpus by number, and the shard of every pair.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from yuandi.search import files, manifest, texts
from yuandi.search.corpus import Corpus, corpus
from yuandi.search.document import Catalogue, Document
from yuandi.search.folding import pairs
from yuandi.search.grams import Lists
from yuandi.search.manifest import Manifest
from yuandi.search.shards import Homes, homes, shards_for
from yuandi.search.suggestions import suggestions

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class State:
    """What an update needs: the corpus, its shards, and how often each character is met in it and in the sample."""

    corpus: Corpus
    homes: Homes
    met: NDArray[np.int64]
    sampled: NDArray[np.int64]
    manifest: Manifest


def whole(catalogue: Catalogue, put: Callable[[str, bytes], None]) -> State:
    """Hand every file of the index to `put`, the first download last."""
    documents = catalogue.documents
    sampled = texts.sample(documents)
    letters = texts.letters(sampled)
    version = 0
    for path, data in _texts(documents, letters):
        put(path, data)
        version += files.checksum(data)
    suggested = suggestions(catalogue.terms)
    for name, text in suggested.items():
        put(files.suggested(name), files.quoted(files.suggested(name), text))
    put(files.FACETS, files.quoted(files.FACETS, manifest.facets(catalogue)))
    found = corpus(documents)
    where = homes(found, shards_for(found.characters.size))
    for number, text in Lists(found, where).of(range(where.shards)):
        path = files.lists(number)
        data = files.script(path, text)
        put(path, data)
        version += files.checksum(data)
    met = np.bincount(found.characters, minlength=found.alphabet.size)
    first = replace(
        manifest.manifest(catalogue),
        version=version,
        shards=where.shards,
        each=texts.each(len(documents)),
        letters=letters,
        terms=tuple(suggested),
        fold=folds(found.alphabet, met),
        heavy="".join(chr(one) + chr(two) for one, two in sorted(where.heavy)),
    )
    put(files.INDEX, files.quoted(files.INDEX, first.json()))
    return State(found, where, met, sampled, first)


def _texts(documents: tuple[Document, ...], letters: str) -> Iterator[File]:
    for number, text in enumerate(texts.shelves(documents, letters)):
        path = files.shelf(number)
        yield path, files.script(path, text.encode())
    for number, text in enumerate(texts.cards(documents, letters)):
        path = files.cards(number)
        yield path, files.script(path, text.encode())


def folds(alphabet: NDArray[np.uint32], met: NDArray[np.int64]) -> str:
    """What the script needs to fold a query for these characters."""
    return pairs(map(chr, alphabet[met > 0].tolist()))
