"""Documents as files of the site: for excerpts, and to look again where the lists leave a doubt.

What is met most often takes one byte, and the rest of what is met often two, all of the same few characters: servers
compress that to about nine bits a character. Which they are is read off a sample of the documents, so that hardly any
edit changes them. The newest documents have files of their own: among many hits they are the first.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.corpus import UNICODE, codes_of, written
from yuandi.search.constants import ALONE, ASCII, BASE, END, ON_A_CARD, OTHERS, PRIVATE, SEPARATORS, SYMBOLS
from yuandi.search.query.document import Document

FIELD = SEPARATORS[0]
MOST = OTHERS - 1
"""So many letters at most, since all are in the first download."""
ENOUGH = 1000
"""Smaller sites gain nothing."""
NEWEST = 100
"""So many of the newest documents, or up to twice as many, have files of their own."""
_SAMPLE = 16
_BLOCK = 300


def in_two(documents: int) -> int:
    """How many documents two files hold."""
    return 7 * max(1, round(sqrt(documents / 10_500 + 0.5)))


def alone(documents: int) -> int:
    """The first document that has a file of its own."""
    return max(0, documents // NEWEST - 1) * NEWEST


def place_of(number: int, in_two: int, alone: int) -> tuple[int, int]:
    """The file that a document is in, and its place there."""
    if number >= alone:
        return -(-2 * alone // in_two) + number - alone, 0
    shelf = 2 * number // in_two
    return shelf, number - _first_on(shelf, in_two)


def _first_on(shelf: int, in_two: int) -> int:
    return -(-shelf * in_two // 2)


def is_sampled(identifier: str) -> bool:
    """Whether a document belongs to the sample."""
    return crc32(identifier.encode()) % _SAMPLE == 0


def sample(documents: Sequence[Document]) -> NDArray[np.int64]:
    """How often each character is met in the sample."""
    return counts("".join(shelved(one) for one in documents if is_sampled(one.id)) if len(documents) >= ENOUGH else "")


def counts(text: str) -> NDArray[np.int64]:
    """How often each character is met."""
    return np.bincount(codes_of(text), minlength=UNICODE)


def letters(met: NDArray[np.int64]) -> str:
    """The commonest characters. Those met about as often come by code."""
    used = np.flatnonzero(met > 1)
    used = used[(used > ord(FIELD)) & ((used < 0xD800) | (used >= 0xF900)) & (used < 0x10000)]
    rough = np.floor(2 * np.log2(met[used])) if used.size else used
    order = np.lexsort((used, -rough))[:MOST]
    return "".join(map(chr, used[order].tolist()))


def encoded(text: str, letters: str) -> str:
    """A text as a script may carry it in quotes, with symbols for letters."""
    units = _table(letters)[np.frombuffer(text.encode("utf-16-le", "replace"), dtype=np.uint16)].view(np.uint16)
    return str(units[units != 0].tobytes(), "utf-16-le")


@lru_cache(maxsize=2)
def _table(letters: str) -> NDArray[np.uint32]:
    """What each unit of UTF-16 becomes: the second unit, where there is one, above the first."""
    table = np.arange(0x10000, dtype=np.uint32)
    table[PRIVATE : PRIVATE + ASCII] = 0xFFFD
    for code in range(ASCII):
        if letters or code < 0x20 or chr(code) not in SYMBOLS:
            table[code] = PRIVATE + code
    symbols = [ord(one) for one in SYMBOLS]
    for place, letter in enumerate(letters):
        row, column = divmod(place - ALONE, BASE)
        table[ord(letter)] = symbols[place] if row < 0 else symbols[ALONE + row] | symbols[column] << 16
    table[[0x2028, 0x2029]] = table[0x20]
    return table


def decoded(text: str, letters: str) -> str:
    """The text again."""
    units = np.frombuffer(text.encode("utf-16-le"), dtype=np.uint16)
    place = np.full(0x10000, -1, dtype=np.int16)
    if letters:
        place[[ord(one) for one in SYMBOLS]] = np.arange(len(SYMBOLS))
    places = place[units]
    leads = places >= ALONE
    since = np.arange(units.size) - np.maximum.accumulate(np.where(leads, 0, np.arange(1, units.size + 1)))
    second = np.append(False, (leads & (since % 2 == 0))[:-1]) if units.size else leads
    plain = units.copy()
    hidden = (units >= PRIVATE) & (units < PRIVATE + ASCII)
    plain[hidden] -= np.uint16(PRIVATE)
    if letters:
        known = np.array([ord(one) for one in letters], dtype=np.uint16)
        one = (places >= 0) & (places < ALONE) & ~second
        plain[one] = known[places[one]]
        at = np.flatnonzero(second) - 1
        plain[at] = known[ALONE + (places[at] - ALONE) * BASE + places[at + 1]]
    return plain[~second].tobytes().decode("utf-16-le")


def shelved(document: Document) -> str:
    """A document with its id, its address where that does not follow from the id, and its date."""
    address = "" if document.address == f"{document.id}/" else document.address
    return f"{document.id}{FIELD}{address}{FIELD}{document.date}{FIELD}{written(document)}"


def shelves(documents: Sequence[Document], letters: str) -> Iterator[str]:
    """The texts of all files."""
    both, last = in_two(len(documents)), alone(len(documents))
    starts = [_first_on(shelf, both) for shelf in range(-(-2 * last // both))]
    edges = [*starts, *range(last, len(documents) + 1)]
    for start in range(0, len(edges) - 1, _BLOCK):
        block = edges[start : start + _BLOCK + 1]
        parts = encoded("".join(map(shelved, documents[block[0] : block[-1]])), letters).split(END)
        for first, end in pairwise(block):
            yield END.join((*parts[first - block[0] : end - block[0]], ""))


def shelf(documents: Sequence[Document], letters: str) -> str:
    """The text of one file."""
    return encoded("".join(map(shelved, documents)), letters)


def cards(documents: Sequence[Document], letters: str) -> list[str]:
    """The texts of the files of titles."""
    bare = [Document(one.id, one.address, one.title, one.date) for one in documents]
    return [shelf(bare[start : start + ON_A_CARD], letters) for start in range(0, len(bare), ON_A_CARD)]


def unshelved(text: str, letters: str) -> list[Document]:
    """The documents of a file; their type, unit and column are told elsewhere."""
    return [_document(one) for one in decoded(text, letters).split("\x03")[:-1]]


def _document(text: str) -> Document:
    identifier, address, date, words = text.split(FIELD, 3)
    title, _, rest = words.partition("\x01")
    facts, _, body = rest.partition("\x02")
    return Document(identifier, address or f"{identifier}/", title, date, facts=facts, text=body)
