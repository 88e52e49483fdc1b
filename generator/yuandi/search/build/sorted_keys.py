"""Sorted keys of the index: each once with its count, and the beginnings of records and groups among them."""

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.bits import Numbers

Keys = NDArray[np.uint64]
_U64 = np.uint64


def changes(values: Keys) -> NDArray[np.bool_]:
    """Whether each value differs from the one before."""
    changes = np.ones(values.size, dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


class KeyRuns:
    """Sorted keys, each once with its count, and the beginnings of records and groups among them and their codes."""

    def __init__(self, keys: Keys, counts: Numbers, wide: int, deep: int) -> None:
        self.keys, self.counts = keys, counts
        self.groups = keys >> _U64(deep + 1)
        new_group = changes(self.groups)
        self.new_record = changes(self.groups >> _U64(wide + 1))
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
