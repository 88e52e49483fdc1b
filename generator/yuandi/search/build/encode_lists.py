"""The lists of a shard as text, from their sorted keys. The format is described in grams.py."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.bits import Numbers, gamma, rice, rice_widths, text_of
from yuandi.search.build.sorted_keys import KeyRuns, Keys, changes
from yuandi.search.constants import CODE, FINE, FIRST, LENGTH, LONG, SECOND, SPAN, SPAN_OF_LETTERS

_U64 = np.uint64


def span(letters: str) -> int:
    """The approximate distance between the first and the last character of a group."""
    return SPAN_OF_LETTERS if letters else SPAN


def universe(documents: int) -> int:
    """The number of documents rounded up to its FINE leading bits, so that it changes seldom."""
    step = 1 << max(0, documents.bit_length() - FINE)
    return -(-documents // step) * step


@dataclass(frozen=True, slots=True)
class ListWriter:
    """Encodes sorted keys.

    `codes` are the numbers of characters by rank; a rank has `wide` bits, a document's number `deep`. `span` and
    `universe` decide the width of codes.
    """

    codes: Numbers
    wide: int
    deep: int
    span: int
    universe: int

    def written(self, keys: Keys, chunk: list[int]) -> Iterator[tuple[int, bytes]]:
        """The numbers of the shards in `chunk` and their contents, from sorted keys."""
        at = np.flatnonzero(changes(keys))
        counts = np.diff(np.append(at, keys.size)).astype(np.uint32)
        found = KeyRuns(keys[at], counts, self.wide, self.deep)
        codes, widths = self._codes_of(found)
        edges = np.searchsorted(found.shards, np.arange(len(chunk)))
        starts = np.append(found.starts[found.at_record], codes.size)[edges]
        tables = text_of(*self._tables(found, widths, np.append(edges, found.shards.size)))
        for number, table, records in zip(chunk, tables, text_of(codes, widths, starts), strict=True):
            yield number, table + b"," + records

    def _tables(
        self, run: KeyRuns, widths: Numbers, edges: NDArray[np.int64]
    ) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
        """The tables of records of all shards: codes, widths, and the place of each table's first code."""
        wide, mask = self.wide, _U64((1 << self.wide) - 1)
        records = run.groups[run.at_record]
        first = self.codes[records >> _U64(2 * wide + 1) & mask]
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
        seconds = self.codes[records >> _U64(wide + 1) & mask]
        parts = (steps, FIRST, CODE), (seconds, SECOND, CODE), (lengths.astype(np.uint32), LENGTH, LONG)
        for step, (values, k, most) in enumerate(parts):
            codes[at + step], sizes[at + step] = rice(values, np.full(values.size, k, dtype=np.uint32), most)
        return codes, sizes, starts

    def _codes_of(self, run: KeyRuns) -> tuple[Numbers, Numbers]:
        """All codes of the records, and their widths."""
        codes = np.zeros(run.size, dtype=np.uint32)
        widths = np.zeros(run.size, dtype=np.uint32)

        def put(places: NDArray[np.int64], coded: tuple[Numbers, Numbers | int]) -> None:
            codes[places], widths[places] = coded

        group = run.starts[run.at_group] + run.new_record[run.at_group] * np.int64(2)
        kinds = run.groups[run.at_group] >> _U64(self.wide)
        is_first = changes(kinds)
        third = self.codes[run.groups[run.at_group] & _U64((1 << self.wide) - 1)]
        first_of_kind = np.flatnonzero(is_first)
        lengths = np.diff(np.append(first_of_kind, third.size)).astype(np.uint32)
        k = np.repeat(rice_widths(self.span, lengths), lengths)
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

    def _put_documents(self, run: KeyRuns, sizes: Numbers, put: Callable[..., None]) -> None:
        """Put each document as its distance from the one before in its group, and its count if the group has counts."""
        place = (run.keys & _U64((1 << (self.deep + 1)) - 1)).astype(np.uint32)
        is_text = (run.keys >> _U64(self.deep + 1 + self.wide) & _U64(1)) == 0
        place[is_text] >>= np.uint32(1)
        gaps = np.diff(place, prepend=np.uint32(0))
        gaps[run.at_group] = place[run.at_group]
        k = np.repeat(rice_widths(self.universe, sizes), sizes)
        counted = run.is_counted
        put(run.ends - 1 - counted, rice(gaps, k, self.deep + 1))
        put(run.ends[counted] - 1, gamma(np.minimum(run.counts[counted], 9999)))

    def _put_records(self, run: KeyRuns, put: Callable[..., None]) -> None:
        """Put the numbers of each record's groups of both kinds."""
        is_head = (run.groups[run.at_group] >> _U64(self.wide) & _U64(1)).astype(np.int64)
        edges = np.append(np.searchsorted(run.at_group, run.at_record), run.at_group.size)
        heads = np.diff(np.append(0, np.cumsum(is_head))[edges])
        at = run.starts[run.at_record]
        put(at, gamma((np.diff(edges) - heads + 1).astype(np.uint32)))
        put(at + 1, gamma((heads + 1).astype(np.uint32)))
