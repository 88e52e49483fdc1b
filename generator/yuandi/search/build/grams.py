"""The lists of the index, shard by shard: the documents that hold each character, pair and triple.

A record is a character, or a pair with the characters that follow it. Each group of a record lists the documents of one
triple, oldest first. Lists of texts are separate from those of titles and facts, which are short. The shard of a heavy
pair has one list of its documents; its triples are in other shards. Four characters of a date in a row have records too
(dates.py), and so has a heavy pair between two characters: the first character of the record stands for the pair, the
second is the one before it, the third the one after it. Counts are kept: the counts of a pair and the triples around it
show for most documents that they hold a longer phrase.

A shard is two texts. The first is a table of its records in order, so that only the needed record is read: the number of
records plus one in gamma code; of each record, the distance of its first character from that of the record before, its
second character, and its length in bits. A record has the number of its groups of texts plus one, and that of its groups
of titles and facts plus one, in gamma code, then the groups. A group has its character (after the first of its kind the
distance from the one before), the number of documents, whether counts follow, then the documents. A document is its
distance from the one before, and its count. In groups of titles and facts 2n is the title of document n, 2n+1 its facts.
Characters are given by number (numbering.py).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.corpus import Corpus
from yuandi.search.build.encode_lists import ListWriter, span, universe
from yuandi.search.build.shards import Homes, _shards, _times
from yuandi.search.build.single_characters import Singles, SinglesByShard, all_singles, some_singles
from yuandi.search.build.sorted_keys import Keys
from yuandi.search.constants import BEHIND_DATES, FIRST_DATE, TEXT
from yuandi.search.query import dates
from yuandi.search.query.numbering import numbers

_SLICE = 600_000
_ROWS = 5
_U64 = np.uint64


class Lists:
    """The lists of a corpus."""

    def __init__(self, corpus: Corpus, homes: Homes, letters: str) -> None:
        self._corpus, self._homes = corpus, homes
        named = numbers(corpus.alphabet, letters)
        self._ranks = (np.argsort(np.argsort(named)) + 1).astype(np.uint32)
        self._ranks[corpus.is_break] = 0
        written = np.append(np.uint32(0), np.sort(named)).astype(np.uint32)
        self._beyond = written.size
        codes = np.append(written, np.arange(FIRST_DATE, BEHIND_DATES + len(homes.heavy), dtype=np.uint32))
        self._wide = int(codes.size).bit_length()
        documents = int(corpus.fields.max()) // 4 + 1 if corpus.fields.size else 1
        self._deep = documents.bit_length()
        self._documents = documents
        self._writer = ListWriter(codes, self._wide, self._deep, span=span(letters), universe=universe(documents))
        self._single_shards = _shards(_times(corpus.alphabet, 0), homes.shards)

    def of(self, wanted: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The numbers and contents of these shards, given in order."""
        is_wanted = np.zeros(1 << 16, dtype=np.bool_)
        is_wanted[list(wanted)] = True
        self._heavy_at, self._heavy_shards = self._homes.of_heavy(self._corpus, is_wanted)
        self._around_at, self._around_pairs, self._around_shards = self._homes.around(self._corpus, is_wanted)
        self._dates_at, self._date_pairs, self._date_shards = self._homes.of_dates(self._corpus, is_wanted)
        self._near = 0, np.zeros(0, dtype=np.uint32), self._homes.home[:0]
        is_whole = len(wanted) == self._homes.shards
        whole = self._by_shard(all_singles(self._corpus, self._documents)) if is_whole else None
        for chunk in self._chunks(wanted):
            local = np.zeros(1 << 16, dtype=np.uint16)
            local[chunk] = np.arange(1, len(chunk) + 1)
            keys = np.concatenate(
                [
                    self._pairs(local),
                    self._heavy(local),
                    self._around(local),
                    self._dates(local),
                    self._characters(local, whole),
                ]
            )
            keys.sort()
            yield from self._writer.written(keys, chunk)

    def _chunks(self, wanted: Sequence[int]) -> Iterator[list[int]]:
        """The shards in runs whose keys fit into 64 bits and whose memory is limited."""
        bits = 63 - 3 * self._wide - self._deep - 2
        share = self._corpus.characters.size / self._homes.shards
        most = max(1, min((1 << max(0, bits)) - 1, int(_SLICE / max(share, 1))))
        for start in range(0, len(wanted), most):
            yield list(wanted[start : start + most])

    def _pairs(self, local: NDArray[np.uint16]) -> Keys:
        """A key for each occurrence of a pair of these shards."""
        at = self._places(np.flatnonzero(local))
        characters = self._corpus.characters
        third = characters[np.minimum(at + 2, characters.size - 1)]
        return self._keys(
            local[self._homes.home[at]],
            self._ranks[characters[at]],
            self._ranks[characters[at + 1]],
            self._ranks[third],
            self._corpus.fields_at(at),
        )

    def _places(self, wanted: NDArray[np.int64]) -> NDArray[np.int64]:
        """The places of the pairs of these shards. For consecutive shards the next ones are searched for in advance."""
        home = self._homes.home
        first, end = int(wanted[0]), int(wanted[-1]) + 1
        if end - first != wanted.size:
            is_wanted = np.zeros(1 << 16, dtype=np.bool_)
            is_wanted[wanted] = True
            return np.flatnonzero(is_wanted[home])
        if end > self._near[0]:
            last = min(first + _ROWS * wanted.size, self._homes.shards)
            at = np.flatnonzero((home >= first) & (home < last))
            self._near = last, at.astype(np.uint32), home[at]
        _, near, homes = self._near
        return near[(homes >= first) & (homes < end)].astype(np.int64)

    def _heavy(self, local: NDArray[np.uint16]) -> Keys:
        """A key for each occurrence of a heavy pair whose list is in these shards."""
        mine = local[self._heavy_shards] != 0
        at = self._heavy_at[mine]
        characters = self._corpus.characters
        nothing = np.zeros(at.size, dtype=np.uint32)
        return self._keys(
            local[self._heavy_shards[mine]],
            self._ranks[characters[at]],
            self._ranks[characters[at + 1]],
            nothing,
            self._corpus.fields_at(at),
        )

    def _dates(self, local: NDArray[np.uint16]) -> Keys:
        """A key for each occurrence of four characters of dates in a row."""
        mine = local[self._date_shards] != 0
        at = self._dates_at[mine]
        characters = self._corpus.characters
        first = self._date_pairs[mine] - np.uint32(FIRST_DATE) + np.uint32(self._beyond)
        return self._keys(
            local[self._date_shards[mine]],
            first,
            self._ranks[characters[at + 2]],
            self._ranks[characters[at + 3]],
            self._corpus.fields_at(at),
        )

    def _around(self, local: NDArray[np.uint16]) -> Keys:
        """A key for each occurrence of a heavy pair between two characters."""
        mine = local[self._around_shards] != 0
        at = self._around_at[mine]
        characters = self._corpus.characters
        return self._keys(
            local[self._around_shards[mine]],
            self._around_pairs[mine] + np.uint32(self._beyond + dates.MANY),
            self._ranks[characters[at - 1]],
            self._ranks[characters[at + 2]],
            self._corpus.fields_at(at),
        )

    def _characters(self, local: NDArray[np.uint16], whole: SinglesByShard | None) -> Keys:
        """A key for each character of each field."""
        wanted = local[self._single_shards] != 0
        characters, fields = some_singles(self._corpus, wanted) if whole is None else whole.of(local)
        nothing = np.zeros(characters.size, dtype=np.uint32)
        ranks = self._ranks[characters]
        return self._keys(local[self._single_shards[characters]], ranks, nothing, nothing, fields)

    def _by_shard(self, found: Iterator[Singles]) -> SinglesByShard:
        blocks = list(found)
        characters, fields = (np.concatenate([block[part] for block in blocks]) for part in (0, 1))
        shards = self._single_shards[characters]
        order = np.argsort(shards, kind="stable")
        return SinglesByShard(characters[order], fields[order], shards[order])

    def _keys(
        self,
        shard: NDArray[np.uint16],
        first: NDArray[np.uint32],
        second: NDArray[np.uint32],
        third: NDArray[np.uint32],
        fields: NDArray[np.uint32],
    ) -> Keys:
        """Keys that sort in the order of the file: shard, first, second, not text, third, document, field."""
        wide = _U64(self._wide)
        keys = shard.astype(_U64)
        keys <<= wide
        keys |= first
        keys <<= wide
        keys |= second
        keys <<= _U64(1)
        keys |= (fields & np.uint32(3)) != TEXT
        keys <<= wide
        keys |= third
        keys <<= _U64(self._deep + 1)
        keys |= (fields >> np.uint32(2) << np.uint32(1)) | (fields & np.uint32(1))
        return keys
