"""Which documents hold which characters, pairs and triples: the lists of the index, shard by shard.

A record is a character, or a pair with the characters that follow it. Each group of a record names the documents of
one triple, oldest first. Lists of the text come apart from those of titles and facts, which are few. A heavy pair
keeps in its own shard one list of its documents; its triples are elsewhere. Four characters of dates in a row have
records too (dates.py), and so has a heavy pair between two characters: the first of its record stands for the pair, the
second is the one before it, the third the one behind. Counts are kept: from how often a pair and
the triples around it are met follows for most documents that a longer phrase is there.

A shard is two texts. The first tells of its records, in order, where they are, so that only one that is asked for need
be read: in gamma code one more than how many; of each, how far its first character is from that of the record before, its
second character, and the length of the record in bits. A record: in gamma codes one more than it has groups of texts,
and of titles and facts. A group: its character, after the first of its kind the distance from the one before; how many
documents; whether counts follow. A document: its distance from the one before, and its count. In titles and facts a
document stands twice: 2n is the title of document n, 2n+1 its facts. Characters are told by number (numbering.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.bits import Numbers, gamma, rice, rice_widths, text_of
from yuandi.search.build.corpus import Corpus
from yuandi.search.build.shards import Homes, _shards, _times
from yuandi.search.constants import (
    BEHIND_DATES,
    CODE,
    FINE,
    FIRST,
    FIRST_DATE,
    LENGTH,
    LONG,
    SECOND,
    SPAN,
    SPAN_OF_LETTERS,
    TEXT,
)
from yuandi.search.query import dates
from yuandi.search.query.numbering import numbers

_SLICE = 600_000
_ROWS = 5
_TABLE = 8_000_000
Keys = NDArray[np.uint64]
Singles = tuple[NDArray[np.uint16], NDArray[np.uint32]]
_U64 = np.uint64


class Lists:
    """Makes the lists of a corpus."""

    def __init__(self, corpus: Corpus, homes: Homes, letters: str) -> None:
        self._corpus, self._homes = corpus, homes
        named = numbers(corpus.alphabet, letters)
        self._span = span(letters)
        self._ranks = (np.argsort(np.argsort(named)) + 1).astype(np.uint32)
        self._ranks[corpus.is_break] = 0
        written = np.append(np.uint32(0), np.sort(named)).astype(np.uint32)
        self._beyond = written.size
        self._codes = np.append(written, np.arange(FIRST_DATE, BEHIND_DATES + len(homes.heavy), dtype=np.uint32))
        self._wide = int(self._codes.size).bit_length()
        documents = int(corpus.fields.max()) // 4 + 1 if corpus.fields.size else 1
        self._deep = documents.bit_length()
        self._documents = documents
        self._universe = universe(documents)
        self._single_shards = _shards(_times(corpus.alphabet, 0), homes.shards)

    def of(self, wanted: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The lists of these shards, which are in order."""
        is_wanted = np.zeros(1 << 16, dtype=np.bool_)
        is_wanted[list(wanted)] = True
        self._heavy_at, self._heavy_shards = self._homes.of_heavy(self._corpus, is_wanted)
        self._around_at, self._around_pairs, self._around_shards = self._homes.around(self._corpus, is_wanted)
        self._dates_at, self._date_pairs, self._date_shards = self._homes.of_dates(self._corpus, is_wanted)
        self._near = 0, np.zeros(0, dtype=np.uint32), self._homes.home[:0]
        is_whole = len(wanted) == self._homes.shards
        whole = self._by_shard(_all_singles(self._corpus, self._documents)) if is_whole else None
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
            yield from self._written(keys, chunk)

    def _chunks(self, wanted: Sequence[int]) -> Iterator[list[int]]:
        """Shards in runs whose keys fit 64 bits and a bounded memory."""
        bits = 63 - 3 * self._wide - self._deep - 2
        share = self._corpus.characters.size / self._homes.shards
        most = max(1, min((1 << max(0, bits)) - 1, int(_SLICE / max(share, 1))))
        for start in range(0, len(wanted), most):
            yield list(wanted[start : start + most])

    def _pairs(self, local: NDArray[np.uint16]) -> Keys:
        """A key for each place of a pair of these shards."""
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
        """Where pairs of these shards are. Of a row of shards, those of the next rows are found at once."""
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
        """A key for each place of a heavy pair whose whole list is in these shards."""
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
        """A key for each place of four characters of dates."""
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
        """A key for each place of a heavy pair between two characters."""
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

    def _characters(self, local: NDArray[np.uint16], whole: "_Singles | None") -> Keys:
        """A key for each character of each field."""
        wanted = local[self._single_shards] != 0
        characters, fields = _some_singles(self._corpus, wanted) if whole is None else whole.of(local)
        nothing = np.zeros(characters.size, dtype=np.uint32)
        ranks = self._ranks[characters]
        return self._keys(local[self._single_shards[characters]], ranks, nothing, nothing, fields)

    def _by_shard(self, found: Iterator[Singles]) -> "_Singles":
        blocks = list(found)
        characters, fields = (np.concatenate([block[part] for block in blocks]) for part in (0, 1))
        shards = self._single_shards[characters]
        order = np.argsort(shards, kind="stable")
        return _Singles(characters[order], fields[order], shards[order])

    def _keys(
        self,
        shard: NDArray[np.uint16],
        first: NDArray[np.uint32],
        second: NDArray[np.uint32],
        third: NDArray[np.uint32],
        fields: NDArray[np.uint32],
    ) -> Keys:
        """Shard, first, second, whether title or facts, third, document, field: in the order of the file."""
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

    def _written(self, keys: Keys, chunk: list[int]) -> Iterator[tuple[int, bytes]]:
        """Sorted keys as text, shard by shard."""
        at = np.flatnonzero(_changes(keys))
        counts = np.diff(np.append(at, keys.size)).astype(np.uint32)
        found = _Run(keys[at], counts, self._wide, self._deep)
        codes, widths = self._codes_of(found)
        edges = np.searchsorted(found.shards, np.arange(len(chunk)))
        starts = np.append(found.starts[found.at_record], codes.size)[edges]
        told = text_of(*self._told(found, widths, np.append(edges, found.shards.size)))
        for number, one, records in zip(chunk, told, text_of(codes, widths, starts), strict=True):
            yield number, one + b"," + records

    def _told(
        self, run: "_Run", widths: Numbers, edges: NDArray[np.int64]
    ) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
        """What tells of the records of each shard: codes, widths, and where each begins among them."""
        wide, mask = self._wide, _U64((1 << self._wide) - 1)
        records = run.groups[run.at_record]
        first = self._codes[records >> _U64(2 * wide + 1) & mask]
        steps = first.copy()
        steps[1:] -= first[:-1]
        heads = edges[:-1][np.diff(edges) > 0]
        steps[heads] = first[heads]
        lengths = np.add.reduceat(widths, run.starts[run.at_record], dtype=np.int64) if records.size else steps
        if records.size and int(lengths.max()) >> LONG:
            raise OverflowError("a list is too long")
        starts = edges[:-1] * 3 + np.arange(edges.size - 1)
        at = np.arange(records.size) * 3 + run.shards + 1
        codes = np.zeros(starts.size + 3 * records.size, dtype=np.uint32)
        sizes = np.zeros(codes.size, dtype=np.uint32)
        codes[starts], sizes[starts] = gamma((np.diff(edges) + 1).astype(np.uint32))
        seconds = self._codes[records >> _U64(wide + 1) & mask]
        parts = (steps, FIRST, CODE), (seconds, SECOND, CODE), (lengths.astype(np.uint32), LENGTH, LONG)
        for step, (values, k, most) in enumerate(parts):
            codes[at + step], sizes[at + step] = rice(values, np.full(values.size, k, dtype=np.uint32), most)
        return codes, sizes, starts

    def _codes_of(self, run: "_Run") -> tuple[Numbers, Numbers]:
        """All codes of the records with their widths."""
        codes = np.zeros(run.size, dtype=np.uint32)
        widths = np.zeros(run.size, dtype=np.uint32)

        def put(places: NDArray[np.int64], coded: tuple[Numbers, Numbers | int]) -> None:
            codes[places], widths[places] = coded

        group = run.starts[run.at_group] + run.new_record[run.at_group] * np.int64(2)
        kinds = run.groups[run.at_group] >> _U64(self._wide)
        is_first = _changes(kinds)
        third = self._codes[run.groups[run.at_group] & _U64((1 << self._wide) - 1)]
        first_of_kind = np.flatnonzero(is_first)
        lengths = np.diff(np.append(first_of_kind, third.size)).astype(np.uint32)
        k = np.repeat(rice_widths(self._span, lengths), lengths)
        steps = np.diff(third, prepend=np.uint32(0))
        steps[is_first] = 0
        put(group, rice(steps, k, CODE))
        put(group[is_first], (third[is_first], CODE))
        sizes = np.diff(np.append(run.at_group, run.keys.size)).astype(np.uint32)
        put(group + 1, gamma(sizes))
        put(group + 2, (run.is_counted[run.at_group].astype(np.uint32), 1))
        self._put_documents(run, sizes, put)
        self._put_records(run, put)
        return codes, widths

    def _put_documents(self, run: "_Run", sizes: Numbers, put: Callable[..., None]) -> None:
        """Each document as its distance from the one before in its group; its count where the group has counts."""
        place = (run.keys & _U64((1 << (self._deep + 1)) - 1)).astype(np.uint32)
        is_text = (run.keys >> _U64(self._deep + 1 + self._wide) & _U64(1)) == 0
        place[is_text] >>= np.uint32(1)
        gaps = np.diff(place, prepend=np.uint32(0))
        gaps[run.at_group] = place[run.at_group]
        k = np.repeat(rice_widths(self._universe, sizes), sizes)
        counted = run.is_counted
        put(run.ends - 1 - counted, rice(gaps, k, self._deep + 1))
        put(run.ends[counted] - 1, gamma(np.minimum(run.counts[counted], 9999)))

    def _put_records(self, run: "_Run", put: Callable[..., None]) -> None:
        """How many groups each record has of either kind."""
        is_head = (run.groups[run.at_group] >> _U64(self._wide) & _U64(1)).astype(np.int64)
        edges = np.append(np.searchsorted(run.at_group, run.at_record), run.at_group.size)
        heads = np.diff(np.append(0, np.cumsum(is_head))[edges])
        at = run.starts[run.at_record]
        put(at, gamma((np.diff(edges) - heads + 1).astype(np.uint32)))
        put(at + 1, gamma((heads + 1).astype(np.uint32)))


def span(letters: str) -> int:
    """About so many characters lie between the first and the last of a group."""
    return SPAN_OF_LETTERS if letters else SPAN


def universe(documents: int) -> int:
    """A little more than so many documents: a number that seldom changes."""
    step = 1 << max(0, documents.bit_length() - FINE)
    return -(-documents // step) * step


@dataclass(frozen=True, slots=True)
class _Singles:
    """All characters with the fields that hold them, by shard."""

    characters: NDArray[np.uint16]
    fields: NDArray[np.uint32]
    shards: NDArray[np.uint16]

    def of(self, local: NDArray[np.uint16]) -> Singles:
        """Those of shards that lie in one row."""
        wanted = np.flatnonzero(local)
        start, end = np.searchsorted(self.shards, [wanted[0], wanted[-1] + 1])
        return self.characters[start:end], self.fields[start:end]


class _Run:
    """Sorted keys, each once with its count, and where records and groups begin among them and among their codes."""

    def __init__(self, keys: Keys, counts: Numbers, wide: int, deep: int) -> None:
        self.keys, self.counts = keys, counts
        self.groups = keys >> _U64(deep + 1)
        new_group = _changes(self.groups)
        self.new_record = _changes(self.groups >> _U64(wide + 1))
        self.at_group = np.flatnonzero(new_group)
        self.at_record = np.flatnonzero(self.new_record)
        sizes = np.diff(np.append(self.at_group, keys.size))
        several = np.add.reduceat(counts > 1, self.at_group) > 0 if keys.size else np.zeros(0, dtype=np.bool_)
        self.is_counted = np.repeat(several, sizes)
        lengths = 1 + self.is_counted + 3 * new_group + 2 * self.new_record
        self.ends = np.cumsum(lengths)
        self.starts = self.ends - lengths
        self.size = int(self.ends[-1]) if keys.size else 0
        self.shards = (self.groups[self.at_record] >> _U64(3 * wide + 1)).astype(np.int64) - 1


def _changes(values: Keys) -> NDArray[np.bool_]:
    """Where a value differs from the one before."""
    changes = np.ones(values.size, dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def _some_singles(corpus: Corpus, chosen: NDArray[np.bool_]) -> Singles:
    """Some characters with the fields that hold them, each once."""
    at = np.flatnonzero((chosen & ~corpus.is_break)[corpus.characters])
    keys = corpus.characters[at].astype(_U64) << _U64(32) | corpus.fields_at(at)
    keys.sort()
    keys = keys[_changes(keys)]
    return (keys >> _U64(32)).astype(np.uint16), keys.astype(np.uint32)


def _all_singles(corpus: Corpus, documents: int) -> Iterator[Singles]:
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
