"""The shard of each pair's lists, and the heavy pairs, so frequent that their triples have shards of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.corpus import Corpus
from yuandi.search.constants import APART, BEHIND_DATES, FACTOR, FACTORS, FIRST_DATE, MIXED, SHIFTS
from yuandi.search.query.dates import are_dates, are_of_dates
from yuandi.search.query.dates import pairs as date_pairs

HEAVY = 2000
"""The number of occurrences above which a pair is heavy."""
NONE = 0xFFFF
"""The shard of places where no pair begins."""
_PART = 2_000_000
Mask = NDArray[np.bool_]
_U32 = np.uint32
_STEPS = ((200_000, 16), (2_000_000, 160), (40_000_000, 1856), (400_000_000, 5120))


def shards_for(characters: int) -> int:
    """The number of shards for a corpus of this size; it grows in few steps, so that a site changes it seldom."""
    return next((shards for most, shards in _STEPS if characters <= most), 20480)


def shard_of(shards: int, first: int, second: int = 0, third: int = 0) -> int:
    """The shard of a character, a pair, or a triple of a heavy pair, by their codes.

    Every sixteenth shard is for dates: finding one needs many lists, which therefore must be in small files.
    """
    mixed = (first * FACTORS[0] ^ second * FACTORS[1] ^ third * FACTORS[2]) & 0xFFFFFFFF
    mixed = ((mixed ^ mixed >> SHIFTS[0]) * FACTOR) & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> SHIFTS[1]) >> MIXED
    apart = shards >> APART
    if FIRST_DATE <= first < BEHIND_DATES or are_dates(first, second):
        return shards - apart + (mixed * apart >> MIXED)
    return mixed * (shards - apart) >> MIXED


def _shards(mixed: NDArray[np.uint32], shards: int, is_date: NDArray[np.bool_] | None = None) -> NDArray[np.uint16]:
    """`shard_of` for an array of hashes, which is changed; `is_date` marks the dates."""
    mixed ^= mixed >> _U32(SHIFTS[0])
    mixed *= _U32(FACTOR)
    mixed ^= mixed >> _U32(SHIFTS[1])
    mixed >>= _U32(MIXED)
    apart = shards >> APART
    found = (mixed * _U32(shards - apart) >> _U32(MIXED)).astype(np.uint16)
    if is_date is not None:
        found[is_date] = (mixed[is_date] * _U32(apart) >> _U32(MIXED)) + _U32(shards - apart)
    return found


def _times(codes: NDArray[np.uint32], place: int) -> NDArray[np.uint32]:
    return codes * _U32(FACTORS[place])


def _pair_shards(corpus: Corpus, shards: int, *characters: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """`shard_of` for arrays of pairs or triples of characters by number."""
    mixed = np.zeros(characters[0].size, dtype=np.uint32)
    for place, numbers in enumerate(characters):
        mixed ^= _times(corpus.alphabet, place)[numbers]
    is_date = are_of_dates(corpus.alphabet)
    return _shards(mixed, shards, is_date[characters[0]] & is_date[characters[1]])


@dataclass(frozen=True, slots=True)
class Homes:
    """The shard of the pair, or the triple of a heavy pair, at each place of the corpus; and the places of heavy pairs."""

    shards: int
    heavy: frozenset[tuple[int, int]]
    home: NDArray[np.uint16]
    heavy_at: NDArray[np.int64]

    def of_heavy(self, corpus: Corpus, wanted: Mask) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
        """The places of heavy pairs whose lists are in the wanted shards, and their shards."""
        first, second = (corpus.characters[self.heavy_at + step] for step in (0, 1))
        shards = _pair_shards(corpus, self.shards, first, second)
        mine = wanted[shards]
        return self.heavy_at[mine], shards[mine]

    def around(self, corpus: Corpus, wanted: Mask) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint16]]:
        """The places of heavy pairs between two characters, the indexes of the pairs, and their shards."""
        characters, is_break = corpus.characters, corpus.is_break
        at = self.heavy_at[(self.heavy_at > 0) & (self.heavy_at < characters.size - 2)]
        before, first, second = (characters[at + step] for step in (-1, 0, 1))
        shards = _pair_shards(corpus, self.shards, first, second, before)
        mine = wanted[shards]
        mine[mine] = ~is_break[characters[at[mine] - 1]] & ~is_break[characters[at[mine] + 2]]
        known = np.array(sorted(code << 32 | next_code for code, next_code in self.heavy), dtype=np.uint64)
        codes, next_codes = (corpus.alphabet[numbers[mine]].astype(np.uint64) for numbers in (first, second))
        pairs = np.searchsorted(known, codes << np.uint64(32) | next_codes)
        return at[mine], pairs.astype(_U32), shards[mine]

    def of_dates(
        self, corpus: Corpus, wanted: Mask
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint16]]:
        """The places of four characters of dates in a row, the codes of their first two, and their shards."""
        at = np.flatnonzero((self.home >= self.shards - (self.shards >> APART)) & (self.home != NONE))
        at = at[:-2][at[2:] - at[:-2] == 2]
        first, second, third = (corpus.alphabet[corpus.characters[at + step]] for step in range(3))
        pairs = date_pairs(first, second)
        shards = _shards(_times(pairs, 0) ^ _times(third, 1), self.shards, np.ones(at.size, dtype=np.bool_))
        mine = wanted[shards]
        return at[mine], pairs[mine], shards[mine]


def homes(corpus: Corpus, shards: int, known: frozenset[tuple[int, int]] | None = None) -> Homes:
    """The shard of each pair of a corpus. Heavy pairs are counted unless they are `known`."""
    characters, codes = corpus.characters, corpus.alphabet
    home = np.empty(characters.size, dtype=np.uint16)
    factors = [_times(codes, place) for place in (0, 1)]
    for start in range(0, characters.size, _PART):
        part = characters[start : start + _PART + 1]
        mixed = factors[0][part]
        mixed[:-1] ^= factors[1][part[1:]]
        home[start : start + _PART] = _shards(mixed, shards)[:_PART]
    is_date = are_of_dates(codes)
    dates = np.flatnonzero(is_date[characters])
    dates = dates[:-1][np.diff(dates) == 1]
    mixed = factors[0][characters[dates]] ^ factors[1][characters[dates + 1]]
    home[dates] = _shards(mixed, shards, np.ones(dates.size, dtype=np.bool_))
    is_break = corpus.is_break
    ends = np.flatnonzero(is_break[characters])
    home[ends] = NONE
    home[ends[ends > 0] - 1] = NONE
    home[-1:] = NONE
    singles = corpus.met if known is None else None
    often = (
        (singles > HEAVY) & ~is_break
        if singles is not None
        else np.isin(codes, [code for pair in known or () for code in pair])
    )
    pairs = _Pairs(corpus, np.flatnonzero(often))
    heavy = pairs.heavy() if known is None else known
    heavy_at = pairs.places(heavy)
    if heavy_at.size:
        third = characters[np.minimum(heavy_at + 2, characters.size - 1)]
        mixed = factors[0][characters[heavy_at]] ^ factors[1][characters[heavy_at + 1]]
        mixed ^= np.where(is_break[third], np.uint32(0), _times(codes, 2)[third])
        both = is_date[characters[heavy_at]] & is_date[characters[heavy_at + 1]]
        home[heavy_at] = _shards(mixed, shards, both)
    return Homes(shards, heavy, home, heavy_at)


class _Pairs:
    """The pairs of frequent characters, by number; no other pair can be heavy."""

    def __init__(self, corpus: Corpus, frequent: NDArray[np.int64]) -> None:
        self._corpus, self._frequent = corpus, frequent
        self._compact = np.full(corpus.alphabet.size, frequent.size, dtype=np.int32)
        self._compact[frequent] = np.arange(frequent.size)
        self._width = frequent.size + 1

    def heavy(self) -> frozenset[tuple[int, int]]:
        """The pairs that occur more often than HEAVY, by code."""
        counts = np.zeros(self._width**2, dtype=np.int64)
        for _, keys in self._parts():
            counts += np.bincount(keys, minlength=counts.size)
        square = counts.reshape(self._width, self._width)[:-1, :-1]
        codes = self._corpus.alphabet[self._frequent].tolist()
        return frozenset((codes[first], codes[second]) for first, second in np.argwhere(square > HEAVY).tolist())

    def places(self, heavy: frozenset[tuple[int, int]]) -> NDArray[np.int64]:
        """The places of heavy pairs."""
        if not heavy:
            return np.zeros(0, dtype=np.int64)
        place = {code: number for number, code in enumerate(self._corpus.alphabet[self._frequent].tolist())}
        chosen = np.zeros(self._width**2, dtype=np.bool_)
        known = [pair for pair in heavy if place.keys() >= set(pair)]
        chosen[[place[first] * self._width + place[second] for first, second in known]] = True
        return np.concatenate([start + np.flatnonzero(chosen[keys]) for start, keys in self._parts()])

    def _parts(self) -> Iterator[tuple[int, NDArray[np.int32]]]:
        """The parts of the corpus: the first place of each, and the numbers of the pairs at its places."""
        characters = self._corpus.characters
        for start in range(0, max(1, characters.size - 1), _PART):
            part = self._compact[characters[start : start + _PART + 1]]
            yield start, part[:-1] * np.int32(self._width) + part[1:]
