"""Numbers in variable-length bit codes, and bits as text in base 64: written in arrays, read one by one.

No code is longer than 32 bits. A number is written in a given width; or as a Rice code: the quotient by 2**k in ones, a
zero, the remainder in k bits, or after ELEVEN ones the whole number in a given width; or, from 1 on, as an Elias gamma
code: a one for each bit below its highest, a zero, those bits.
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
    """The best k for the Rice codes of `count` numbers whose sum is less than `universe`."""
    return (universe * 31 // (count * 64)).bit_length()


def rice_widths(universe: int, counts: Numbers) -> Numbers:
    """`rice_width` for an array of counts."""
    shares = np.uint64(universe * 31) // (counts.astype(np.uint64) * np.uint64(64))
    return _bit_lengths(shares.astype(np.uint32))


def rice(numbers: Numbers, k: Numbers, most: int) -> tuple[Numbers, Numbers]:
    """The Rice codes of numbers of at most `most` bits, and their widths in bits."""
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
    """The gamma codes of numbers from 1 to 32,767, and their widths in bits."""
    one = np.uint32(1)
    rest = _bit_lengths(numbers) - one
    ones = np.left_shift(np.left_shift(one, rest) - one, rest + one)
    return np.bitwise_or(ones, numbers - np.left_shift(one, rest)), rest + rest + one


def _bit_lengths(numbers: Numbers) -> Numbers:
    return np.frexp(numbers.astype(np.float64))[1].astype(np.uint32)


def text_of(codes: Numbers, widths: Numbers, starts: NDArray[np.int64]) -> list[bytes]:
    """The codes as texts, one from each start to the next, each padded to a multiple of 96 bits."""
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
    """Reads numbers from a string of bits one by one."""

    bits: str
    place: int = 0

    def take(self, width: int) -> int:
        """The next number, of `width` bits."""
        start, self.place = self.place, self.place + width
        return int(self.bits[start : self.place], 2) if width else 0

    def ones(self) -> int:
        """The number of ones before the next zero, which is read too."""
        end = self.bits.index("0", self.place)
        count = end - self.place
        self.place = end + 1
        return count

    def gamma(self) -> int:
        """The next number, in gamma code."""
        rest = self.ones()
        return (1 << rest) | self.take(rest)

    def rice(self, k: int, most: int) -> int:
        """The next number, in Rice code."""
        start = self.place
        end = self.bits.find("0", start, start + ELEVEN)
        if end < 0:
            self.place = start + ELEVEN
            return self.take(most)
        self.place = end + 1
        return (end - start) << k | self.take(k)


def reader(text: str) -> Reader:
    """A reader for a text made by `text_of`."""
    return Reader("".join(map(_READ.__getitem__, text)))
