"""The single characters of a corpus, each once for every field that holds it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.corpus import Corpus
from yuandi.search.build.sorted_keys import changes

Singles = tuple[NDArray[np.uint16], NDArray[np.uint32]]
"""Characters and their fields, in parallel."""
_TABLE = 8_000_000
_U64 = np.uint64


@dataclass(frozen=True, slots=True)
class SinglesByShard:
    """All characters with the fields that hold them, sorted by shard."""

    characters: NDArray[np.uint16]
    fields: NDArray[np.uint32]
    shards: NDArray[np.uint16]

    def of(self, local: NDArray[np.uint16]) -> Singles:
        """The characters and fields of consecutive shards."""
        wanted = np.flatnonzero(local)
        start, end = np.searchsorted(self.shards, [wanted[0], wanted[-1] + 1])
        return self.characters[start:end], self.fields[start:end]


def some_singles(corpus: Corpus, chosen: NDArray[np.bool_]) -> Singles:
    """The chosen characters with the fields that hold them, each once."""
    at = np.flatnonzero((chosen & ~corpus.is_break)[corpus.characters])
    keys = corpus.characters[at].astype(_U64) << _U64(32) | corpus.fields_at(at)
    keys.sort()
    keys = keys[changes(keys)]
    return (keys >> _U64(32)).astype(np.uint16), keys.astype(np.uint32)


def all_singles(corpus: Corpus, documents: int) -> Iterator[Singles]:
    """All characters with the fields that hold them, each once, in blocks of documents."""
    size = corpus.alphabet.size
    rows = max(1, _TABLE // max(1, size) // 3)
    for start in range(0, max(1, documents), rows):
        fields = corpus.fields
        mine = np.flatnonzero((fields // 4 >= start) & (fields // 4 < start + rows))
        if not mine.size:
            yield np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.uint32)
            continue
        begins = np.append(corpus.begins, corpus.characters.size)
        first, last = begins[mine[0]], begins[mine[-1] + 1]
        slots = (fields[mine] // 4 - np.uint32(start)) * np.uint32(3) + fields[mine] % 4
        table = np.zeros((rows * 3, size), dtype=np.bool_)
        table[np.repeat(slots, np.diff(begins)[mine]), corpus.characters[first:last]] = True
        table[:, corpus.is_break] = False
        slot, character = np.nonzero(table)
        yield character.astype(np.uint16), ((slot // 3 + start) * 4 + slot % 3).astype(np.uint32)
