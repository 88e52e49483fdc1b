"""Numbers as few bits as fit them, and bits as printable text: written by the million at once, read one by one.

Six bits make a character, as in base 64. No code is longer than 32 bits. A number is written in a given width; or as a rice code: the quotient by 2**k in ones, a
nought, the rest in k bits, and after ELEVEN ones the number in as many bits as any needs; or as a gamma code for
numbers from one: as many ones as its rest has bits, a nought, the rest.
"""

from binascii import b2a_base64
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from yuandi.search.constants import ELEVEN

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
Numbers = NDArray[np.uint32]


def rice_width(universe: int, count: int) -> int:
    """The k that suits `count` numbers whose sum is less than `universe`."""
    return (universe * 31 // (count * 64)).bit_length()


def rice_widths(universe: int, counts: Numbers) -> Numbers:
    """`rice_width` of many."""
    shares = np.uint64(universe * 31) // (counts.astype(np.uint64) * np.uint64(64))
    return _bit_lengths(shares.astype(np.uint32))


def rice(numbers: Numbers, k: Numbers, most: int) -> tuple[Numbers, Numbers]:
    """Rice codes and their widths; no number needs more than `most` bits."""
    one = np.uint32(1)
    quotients = numbers >> k
    is_long = quotients >= ELEVEN
    quotients[is_long] = 0
    codes = ((((one << quotients) - one) << one) << k) | (numbers & ((one << k) - one))
    widths = quotients + one + k
    codes[is_long] = np.uint32(((1 << ELEVEN) - 1) << most) | numbers[is_long]
    widths[is_long] = ELEVEN + most
    return codes, widths


def gamma(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Gamma codes and their widths, for numbers from 1 to 32,767."""
    one = np.uint32(1)
    rest = _bit_lengths(numbers) - one
    ones = np.left_shift(np.left_shift(one, rest) - one, rest + one)
    return np.bitwise_or(ones, numbers - np.left_shift(one, rest)), rest + rest + one


def _bit_lengths(numbers: Numbers) -> Numbers:
    return np.frexp(numbers.astype(np.float64))[1].astype(np.uint32)


def text_of(codes: Numbers, widths: Numbers, starts: NDArray[np.int64]) -> list[bytes]:
    """Codes as text, one text from each start to the next. A text has whole words of 32 bits, three at a time."""
    ends = np.cumsum(widths, dtype=np.uint32)
    bits = np.append(np.uint32(0), ends)[np.append(starts, codes.size)].astype(np.int64)
    words = -(-np.diff(bits) // 96) * 3
    first_words = np.append(0, np.cumsum(words))
    shifts = (first_words[:-1] * 32 - bits[:-1]).astype(np.uint32)
    ends += np.repeat(shifts, np.diff(np.append(starts, codes.size)))
    at = ends - widths
    word = at >> np.uint32(5)
    at &= np.uint32(31)
    at += widths
    over = at.astype(np.int8) - np.int8(32)
    left = codes.astype(np.uint64) << (np.uint64(64) - at)
    new = np.flatnonzero(np.diff(word, prepend=np.uint32(0xFFFFFFFF)))
    values = np.zeros(int(first_words[-1]) + 1, dtype=np.uint32)
    if new.size:
        values[word[new]] = np.bitwise_or.reduceat(left, new) >> np.uint64(32)
        last = np.append(new[1:], codes.size) - 1
        spilt = last[over[last] > 0]
        values[word[spilt] + np.uint32(1)] |= left[spilt].astype(np.uint32)
    data = values.astype(">u4").tobytes()
    edges = first_words.tolist()
    return [b2a_base64(data[first * 4 : last * 4], newline=False) for first, last in pairwise(edges)]


_READ = {letter: f"{place:06b}" for place, letter in enumerate(ALPHABET)}


@dataclass(slots=True)
class Reader:
    """Reads a text's numbers one by one."""

    bits: str
    place: int = 0

    def take(self, width: int) -> int:
        """A number of this width."""
        start, self.place = self.place, self.place + width
        return int(self.bits[start : self.place], 2) if width else 0

    def ones(self) -> int:
        """How many ones come before the next nought."""
        end = self.bits.index("0", self.place)
        count = end - self.place
        self.place = end + 1
        return count

    def gamma(self) -> int:
        """A number in gamma code."""
        rest = self.ones()
        return (1 << rest) | self.take(rest)

    def rice(self, k: int, most: int) -> int:
        """A number in rice code."""
        start = self.place
        end = self.bits.find("0", start, start + ELEVEN)
        if end < 0:
            self.place = start + ELEVEN
            return self.take(most)
        self.place = end + 1
        return (end - start) << k | self.take(k)


def reader(text: str) -> Reader:
    """Reads a text that `text_of` made."""
    return Reader("".join(map(_READ.__getitem__, text)))
