"""Characters of dates and numbers. Digits make few pairs, so triples alone would leave many documents in doubt.

Four of these characters in a row have lists of their own, in a record whose first character stands for the first two.
"""

import numpy as np
from numpy.typing import NDArray

from yuandi.search.constants import BEHIND_DATES, DATES, FIRST_DATE, PER_FIRST_DATE

MANY = BEHIND_DATES - FIRST_DATE

_PLACES = {ord(character): place for place, character in enumerate(DATES)}
_CODES = np.array(sorted(_PLACES), dtype=np.uint32)
_PLACE_OF = np.array([_PLACES[code] for code in sorted(_PLACES)], dtype=np.uint32)


def pair(first: int, second: int) -> int:
    """The code that stands for two of these characters."""
    return FIRST_DATE + PER_FIRST_DATE * _PLACES[first] + _PLACES[second]


def are_dates(*codes: int) -> bool:
    """Whether all codes are of these characters."""
    return all(code in _PLACES for code in codes)


def are_of_dates(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether each code is of these characters."""
    return np.isin(codes, _CODES)


def pairs(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """`pair` for arrays of codes."""
    firsts, seconds = (_PLACE_OF[np.searchsorted(_CODES, codes)] for codes in (first, second))
    return (np.uint32(FIRST_DATE) + np.uint32(PER_FIRST_DATE) * firsts + seconds).astype(np.uint32)
