"""The texts of documents as files of the site: for excerpts, and to settle the doubts that the lists leave.

The most frequent characters (letters) take one byte or two, all from a small alphabet: servers compress that to about
nine bits a character. They are counted in a sample of the documents, so that few edits change them. The newest documents
have files of their own, because they come first among many hits.
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
from yuandi.search.query.document import SearchDocument

FIELD = SEPARATORS[0]
MOST = OTHERS - 1
"""The largest number of letters, which are all in the manifest."""
ENOUGH = 1000
"""The least number of documents for which letters are used."""
NEWEST = 100
"""At least this number of the newest documents, and less than twice as many, have files of their own."""
_SAMPLE = 16
_BLOCK = 300


def in_two(documents: int) -> int:
    """The number of documents in two files together."""
    return 7 * max(1, round(sqrt(documents / 10_500 + 0.5)))


def alone(documents: int) -> int:
    """The number of the first document that has a file of its own."""
    return max(0, documents // NEWEST - 1) * NEWEST


def place_of(number: int, in_two: int, alone: int) -> tuple[int, int]:
    """The number of the file that holds a document, and the document's place in it."""
    if number >= alone:
        return -(-2 * alone // in_two) + number - alone, 0
    shelf = 2 * number // in_two
    return shelf, number - _first_on(shelf, in_two)


def _first_on(shelf: int, in_two: int) -> int:
    return -(-shelf * in_two // 2)


def is_sampled(identifier: str) -> bool:
    """Whether a document belongs to the sample."""
    return crc32(identifier.encode()) % _SAMPLE == 0


def sample(documents: Sequence[SearchDocument]) -> NDArray[np.int64]:
    """The number of occurrences of each character in the sample; zeros for fewer than ENOUGH documents."""
    sampled = [document for document in documents if is_sampled(document.id)] if len(documents) >= ENOUGH else []
    return counts("".join(map(shelved, sampled)))


def counts(text: str) -> NDArray[np.int64]:
    """The number of occurrences of each character, by code."""
    return np.bincount(codes_of(text), minlength=UNICODE)


def letters(met: NDArray[np.int64]) -> str:
    """The most frequent characters; characters of similar frequency in the order of their codes."""
    used = np.flatnonzero(met > 1)
    used = used[(used > ord(FIELD)) & ((used < 0xD800) | (used >= 0xF900)) & (used < 0x10000)]
    rough = np.floor(2 * np.log2(met[used])) if used.size else used
    order = np.lexsort((used, -rough))[:MOST]
    return "".join(map(chr, used[order].tolist()))


def encoded(text: str, letters: str) -> str:
    """A text in a form that a script can hold in quotes, with symbols for letters."""
    units = _table(letters)[np.frombuffer(text.encode("utf-16-le", "replace"), dtype=np.uint16)].view(np.uint16)
    return str(units[units != 0].tobytes(), "utf-16-le")


@lru_cache(maxsize=2)
def _table(letters: str) -> NDArray[np.uint32]:
    """The replacement of each UTF-16 code unit: one unit, or two with the second in the high bits."""
    table = np.arange(0x10000, dtype=np.uint32)
    table[PRIVATE : PRIVATE + ASCII] = 0xFFFD
    for code in range(ASCII):
        if letters or code < 0x20 or chr(code) not in SYMBOLS:
            table[code] = PRIVATE + code
    symbols = [ord(symbol) for symbol in SYMBOLS]
    for place, letter in enumerate(letters):
        row, column = divmod(place - ALONE, BASE)
        table[ord(letter)] = symbols[place] if row < 0 else symbols[ALONE + row] | symbols[column] << 16
    table[[0x2028, 0x2029]] = table[0x20]
    return table


def decoded(text: str, letters: str) -> str:
    """The text that `encoded` was given."""
    units = np.frombuffer(text.encode("utf-16-le"), dtype=np.uint16)
    place = np.full(0x10000, -1, dtype=np.int16)
    if letters:
        place[[ord(symbol) for symbol in SYMBOLS]] = np.arange(len(SYMBOLS))
    places = place[units]
    leads = places >= ALONE
    since = np.arange(units.size) - np.maximum.accumulate(np.where(leads, 0, np.arange(1, units.size + 1)))
    second = np.append(False, (leads & (since % 2 == 0))[:-1]) if units.size else leads
    plain = units.copy()
    hidden = (units >= PRIVATE) & (units < PRIVATE + ASCII)
    plain[hidden] -= np.uint16(PRIVATE)
    if letters:
        known = np.array([ord(letter) for letter in letters], dtype=np.uint16)
        single = (places >= 0) & (places < ALONE) & ~second
        plain[single] = known[places[single]]
        at = np.flatnonzero(second) - 1
        plain[at] = known[ALONE + (places[at] - ALONE) * BASE + places[at + 1]]
    return plain[~second].tobytes().decode("utf-16-le")


def shelved(document: SearchDocument) -> str:
    """A document as text: its id, its address unless that follows from the id, its date, and its fields."""
    address = "" if document.address == f"{document.id}/" else document.address
    return f"{document.id}{FIELD}{address}{FIELD}{document.date}{FIELD}{written(document)}"


def shelves(documents: Sequence[SearchDocument], letters: str) -> Iterator[str]:
    """The contents of all files of texts."""
    both, last = in_two(len(documents)), alone(len(documents))
    starts = [_first_on(shelf, both) for shelf in range(-(-2 * last // both))]
    edges = [*starts, *range(last, len(documents) + 1)]
    for start in range(0, len(edges) - 1, _BLOCK):
        block = edges[start : start + _BLOCK + 1]
        parts = encoded("".join(map(shelved, documents[block[0] : block[-1]])), letters).split(END)
        for first, end in pairwise(block):
            yield END.join((*parts[first - block[0] : end - block[0]], ""))


def shelf(documents: Sequence[SearchDocument], letters: str) -> str:
    """The content of one file of texts."""
    return encoded("".join(map(shelved, documents)), letters)


def cards(documents: Sequence[SearchDocument], letters: str) -> list[str]:
    """The contents of the files of titles."""
    bare = [SearchDocument(document.id, document.address, document.title, document.date) for document in documents]
    return [shelf(bare[start : start + ON_A_CARD], letters) for start in range(0, len(bare), ON_A_CARD)]


def unshelved(text: str, letters: str) -> list[SearchDocument]:
    """The documents of a file, without their types, units and columns, which the manifest has."""
    return [_document(part) for part in decoded(text, letters).split("\x03")[:-1]]


def _document(text: str) -> SearchDocument:
    identifier, address, date, words = text.split(FIELD, 3)
    title, _, rest = words.partition("\x01")
    facts, _, body = rest.partition("\x02")
    return SearchDocument(identifier, address or f"{identifier}/", title, date, facts=facts, text=body)
