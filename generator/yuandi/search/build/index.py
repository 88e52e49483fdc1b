"""The files of the index, and the state that an update needs to change only a few of them.

Each file depends only on its own content: an edit of a text changes the shards of the characters around it, the file of
the text, and the manifest, which has the version. The state is what an update needs of all other texts: the corpus, and
the shard of every pair.
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
from yuandi.search.query.document import Catalogue, SearchDocument
from yuandi.search.query.folding import pairs
from yuandi.search.query.manifest import Manifest

File = tuple[str, bytes]
_HEAD = tuple(item.name for item in fields(SearchDocument) if item.name != "text")


@dataclass(frozen=True, slots=True)
class IndexState:
    """The data that an update needs.

    `met` and `sampled` are the numbers of occurrences of each character in the corpus and in the sample; `documents` are
    the id of each document and the keys of its head and its text; `terms` is the key of the suggestions; `sums` are the
    checksums of all files but the manifest, by path.
    """

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


def whole(catalogue: Catalogue, put: Callable[[str, bytes], None]) -> IndexState:
    """Give every file of the index to `put`, the manifest last, and return the state."""
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
    for path, data in suggested(catalogue):  # after the lists, as the dictionary of sounds needs much memory too
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
        heavy="".join(chr(first) + chr(second) for first, second in sorted(where.heavy)),
    )
    put(files.INDEX, files.quoted(files.INDEX, first.json()))
    return IndexState(
        corpus=found,
        homes=where,
        met=met,
        sampled=sampled,
        manifest=first,
        documents=tuple(map(keyed, documents)),
        terms=key_of_terms(catalogue),
        sums=sums,
    )


def _texts(documents: tuple[SearchDocument, ...], letters: str) -> Iterator[File]:
    for number, text in enumerate(texts.shelves(documents, letters)):
        yield files.shelf(number), files.script(files.shelf(number), text.encode())
    for number, text in enumerate(texts.cards(documents, letters)):
        yield files.cards(number), files.script(files.cards(number), text.encode())


def small(catalogue: Catalogue) -> Iterator[File]:
    """The files that are made again whenever anything besides a text changes."""
    yield files.FACETS, files.quoted(files.FACETS, manifest.facets(catalogue))


def suggested(catalogue: Catalogue) -> Iterator[File]:
    """The files of suggestions."""
    for name, text in suggestions(catalogue.terms).items():
        yield files.suggested(name), files.quoted(files.suggested(name), text)


def keyed(document: SearchDocument) -> tuple[str, bytes, bytes]:
    """The id of a document, the key of its head (all fields but the text), and the key of its text."""
    head = (getattr(document, name) for name in _HEAD)
    return document.id, _key(repr((*head,))), _key(document.text)


def key_of_terms(catalogue: Catalogue) -> bytes:
    """The key of the suggestions."""
    return _key(repr(catalogue.terms))


def _key(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:12]


def version(sums: Mapping[str, int]) -> int:
    """The version of the index, which changes whenever any file does."""
    return crc32(repr(sorted(sums.items())).encode())


def terms(sums: Mapping[str, int]) -> tuple[str, ...]:
    """The names of the files of suggestions."""
    folder = files.suggested("").removesuffix(".js")
    return tuple(path.removeprefix(folder).removesuffix(".js") for path in sorted(sums) if path.startswith(folder))


def folds(alphabet: NDArray[np.uint32], met: NDArray[np.int64]) -> str:
    """The pairs that the script needs to fold a query to the characters of the corpus."""
    return pairs(map(chr, alphabet[met > 0].tolist()))
