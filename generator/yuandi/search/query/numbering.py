"""The numbers of characters in lists: letters, the most frequent characters, have the smallest."""

import numpy as np
from numpy.typing import NDArray

from yuandi.search.constants import OTHERS


def numbers(alphabet: NDArray[np.uint32], letters: str) -> NDArray[np.uint32]:
    """The numbers of the characters of an alphabet."""
    places = number_of(letters)
    return np.array([places.get(code, code + OTHERS) for code in alphabet.tolist()], dtype=np.uint32)


def number_of(letters: str) -> dict[int, int]:
    """The numbers of letters, by code."""
    return {ord(letter): place for place, letter in enumerate(letters, 1)}
