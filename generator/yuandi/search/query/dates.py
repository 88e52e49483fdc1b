"""Dates and numbers: ten digits make few pairs, so triples alone leave many of their documents in doubt.

Four of these characters in a row have lists of their own: a record whose first character stands for the first two.
"""

import numpy as np
from numpy.typing import NDArray

DATES = "0123456789年月日号第.-/:〔〕至"
FIRST = 0x33000
"""Behind the numbers of all characters that are written: FIRST + PER_FIRST a + b stands for two of DATES."""
MANY = 1024
PER_FIRST = 32
BEHIND = FIRST + MANY
"""From here on heavy pairs have codes, in their order."""

_PLACES = {ord(one): place for place, one in enumerate(DATES)}
_CODES = np.array(sorted(_PLACES), dtype=np.uint32)
_PLACE_OF = np.array([_PLACES[code] for code in sorted(_PLACES)], dtype=np.uint32)


def pair(first: int, second: int) -> int:
    """What stands for two of these characters."""
    return FIRST + PER_FIRST * _PLACES[first] + _PLACES[second]


def are_dates(*codes: int) -> bool:
    """Whether all are of these characters."""
    return all(code in _PLACES for code in codes)


def are_of_dates(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each is one of these characters."""
    return np.isin(codes, _CODES)


def pairs(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """`pair` of many."""
    one, two = (_PLACE_OF[np.searchsorted(_CODES, codes)] for codes in (first, second))
    return (np.uint32(FIRST) + np.uint32(PER_FIRST) * one + two).astype(np.uint32)
