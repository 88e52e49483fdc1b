"""Everything to be found → the files of the index, and the state that lets an edit change a few of them.

Each file depends on nothing but what it holds: an edit of a text changes the shards of the characters around it, the
file with the text, and the first download, which tells the version. What an edit needs to know of all other texts is
the state: the corpus by number, and the shard of every pair.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build import texts
from yuandi.search.build.corpus import Corpus, corpus
from yuandi.search.build.grams import Lists
from yuandi.search.build.shards import Homes, homes, shards_for
from yuandi.search.build.suggestions import suggestions
from yuandi.search.query import files, manifest
from yuandi.search.query.document import Catalogue, Document
from yuandi.search.query.folding import pairs
from yuandi.search.query.manifest import Manifest

File = tuple[str, bytes]
_HEAD = tuple(item.name for item in fields(Document) if item.name != "text")


@dataclass(frozen=True, slots=True)
class State:
    """What an update needs: the corpus and its shards; how often each character is met in it, and in the sample; the
    documents, each as its id and the keys of its head and its text; what was suggested, as a key; and the files."""

    corpus: Corpus
    homes: Homes
    met: NDArray[np.int64]
    sampled: NDArray[np.int64]
    manifest: Manifest
    documents: tuple[tuple[str, bytes, bytes], ...]
    terms: bytes
    sums: Mapping[str, int]

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all files of the index."""
        return (*self.sums, files.INDEX)


def whole(catalogue: Catalogue, put: Callable[[str, bytes], None]) -> State:
    """Hand every file of the index to `put`, the first download last."""
    documents = catalogue.documents
    sums: dict[str, int] = {}

    def give(path: str, data: bytes) -> None:
        sums[path] = files.checksum(data)
        put(path, data)

    sampled = texts.sample(documents)
    letters = texts.letters(sampled)
    for path, data in chain(_texts(documents, letters), small(catalogue)):
        give(path, data)
    found = corpus(documents)
    where = homes(found, shards_for(found.characters.size))
    for number, text in Lists(found, where, letters).of(range(where.shards)):
        give(files.lists(number), files.script(files.lists(number), text))
    for path, data in suggested(catalogue):  # a dictionary of sounds has no room beside the lists
        give(path, data)
    met = found.met
    first = replace(
        manifest.manifest(catalogue),
        version=version(sums),
        shards=where.shards,
        in_two=texts.in_two(len(documents)),
        alone=texts.alone(len(documents)),
        letters=letters,
        terms=terms(sums),
        fold=folds(found.alphabet, met),
        heavy="".join(chr(one) + chr(two) for one, two in sorted(where.heavy)),
    )
    put(files.INDEX, files.quoted(files.INDEX, first.json()))
    return State(
        corpus=found,
        homes=where,
        met=met,
        sampled=sampled,
        manifest=first,
        documents=tuple(map(keyed, documents)),
        terms=key_of_terms(catalogue),
        sums=sums,
    )


def _texts(documents: tuple[Document, ...], letters: str) -> Iterator[File]:
    for number, text in enumerate(texts.shelves(documents, letters)):
        yield files.shelf(number), files.script(files.shelf(number), text.encode())
    for number, text in enumerate(texts.cards(documents, letters)):
        yield files.cards(number), files.script(files.cards(number), text.encode())


def small(catalogue: Catalogue) -> Iterator[File]:
    """The files that are made again whenever anything but a text changes."""
    yield files.FACETS, files.quoted(files.FACETS, manifest.facets(catalogue))


def suggested(catalogue: Catalogue) -> Iterator[File]:
    """The files of suggestions."""
    for name, text in suggestions(catalogue.terms).items():
        yield files.suggested(name), files.quoted(files.suggested(name), text)


def keyed(document: Document) -> tuple[str, bytes, bytes]:
    """A document as its id and the keys of all but its text, and of its text."""
    head = (getattr(document, name) for name in _HEAD)
    return document.id, _key(repr((*head,))), _key(document.text)


def key_of_terms(catalogue: Catalogue) -> bytes:
    """What is suggested, as a key."""
    return _key(repr(catalogue.terms))


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:12]


def version(sums: Mapping[str, int]) -> int:
    """A number that is another one as soon as any file is another."""
    return crc32(repr(sorted(sums.items())).encode())


def terms(sums: Mapping[str, int]) -> tuple[str, ...]:
    """The names of the files of suggestions."""
    folder = files.suggested("").removesuffix(".js")
    return tuple(path.removeprefix(folder).removesuffix(".js") for path in sorted(sums) if path.startswith(folder))


def folds(alphabet: NDArray[np.uint32], met: NDArray[np.int64]) -> str:
    """What the script needs to fold a query for these characters."""
    return pairs(map(chr, alphabet[met > 0].tolist()))
