"""Documents as files of the site: for excerpts, and to look again where the lists leave a doubt.

What is met often takes two bytes instead of three: the commonest characters change places with letters that hardly
occur. Which they are is read off a sample of the documents, so that hardly any edit changes them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from yuandi.search.corpus import UNICODE, codes_of, written
from yuandi.search.document import Document

FIRST, LAST = 0xA0, 0x800
"""The characters of two bytes that stand for others; they themselves stand in the private area."""
PRIVATE = 0xE000
ENOUGH = 1000
"""Smaller sites gain nothing."""
ON_A_CARD = 100
"""So many documents share a file of titles, from which many hits at once are told."""
_SAMPLE = 16
_BLOCK = 300
_FIELD = "\x04"
_END = chr(PRIVATE + 3)


def each(documents: int) -> int:
    """How many documents share a file."""
    return 3 * max(1, round(sqrt(documents / 10_500 + 0.5)))


def is_sampled(identifier: str) -> bool:
    """Whether a document belongs to the sample."""
    return crc32(identifier.encode()) % _SAMPLE == 0


def sample(documents: Sequence[Document]) -> NDArray[np.int64]:
    """How often each character is met in the sample."""
    text = "".join(one.text for one in documents if is_sampled(one.id)) if len(documents) >= ENOUGH else ""
    return counts(text)


def counts(text: str) -> NDArray[np.int64]:
    """How often each character is met."""
    return np.bincount(codes_of(text), minlength=UNICODE)


def letters(met: NDArray[np.int64]) -> str:
    """The commonest characters of three bytes. Those met about as often come by code."""
    used = np.flatnonzero(met > 1)
    used = used[(used >= LAST) & ((used < PRIVATE) | (used >= 0xF900)) & (used < 0x10000)]
    rough = np.floor(2 * np.log2(met[used])) if used.size else used
    order = np.lexsort((used, -rough))[: LAST - FIRST]
    return "".join(map(chr, used[order].tolist()))


def encoded(text: str, letters: str) -> str:
    """A text as a script may carry it in quotes, many characters by their letters."""
    return _table(letters)[codes_of(text)].tobytes().decode("utf-32-le")


def _table(letters: str) -> NDArray[np.uint32]:
    table = np.arange(UNICODE, dtype=np.uint32)
    table[PRIVATE : PRIVATE + LAST] = 0xFFFD
    table[0xD800:0xE000] = 0xFFFD
    for code in (*range(0x20), *b'"\\', *range(0x7F, LAST)):
        table[code] = PRIVATE + code
    table[[0x2028, 0x2029]] = 0x20
    for place, letter in enumerate(letters):
        table[ord(letter)] = FIRST + place
    return table


def decoded(text: str, letters: str) -> str:
    """The text again."""
    table = {FIRST + place: letter for place, letter in enumerate(letters)}
    table |= {PRIVATE + code: chr(code) for code in range(LAST)}
    return text.translate(table)


def shelved(document: Document) -> str:
    """A document with its id, its address where that does not follow from the id, and its date."""
    address = "" if document.address == f"{document.id}/" else document.address
    return f"{document.id}{_FIELD}{address}{_FIELD}{document.date}{_FIELD}{written(document)}"


def shelves(documents: Sequence[Document], letters: str) -> Iterator[str]:
    """The texts of all files."""
    size = each(len(documents))
    for start in range(0, len(documents), size * _BLOCK):
        block = documents[start : start + size * _BLOCK]
        parts = encoded("".join(map(shelved, block)), letters).split(_END)
        for place in range(0, len(block), size):
            yield _END.join((*parts[place : min(place + size, len(block))], ""))


def shelf(documents: Sequence[Document], letters: str) -> str:
    """The text of one file."""
    return encoded("".join(map(shelved, documents)), letters)


def cards(documents: Sequence[Document], letters: str) -> list[str]:
    """The texts of the files of titles."""
    bare = [replace(one, facts="", text="") for one in documents]
    return [shelf(bare[start : start + ON_A_CARD], letters) for start in range(0, len(bare), ON_A_CARD)]


def unshelved(text: str, letters: str) -> list[Document]:
    """The documents of a file; their type, unit and column are told elsewhere."""
    return [_document(one) for one in decoded(text, letters).split("\x03")[:-1]]


def _document(text: str) -> Document:
    identifier, address, date, words = text.split(_FIELD, 3)
    title, _, rest = words.partition("\x01")
    facts, _, body = rest.partition("\x02")
    return Document(identifier, address or f"{identifier}/", title, date, facts=facts, text=body)
