"""All documents as arrays: each character by number, and which stretch belongs to which field of which document.

Characters are numbered in the order in which they were first needed, so that an edit adds numbers and changes none.
Stretches may lie in any order: an edited document's new text is put behind everything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.constants import WIDE
from yuandi.search.query.document import Document
from yuandi.search.query.folding import BREAKS, folded

Codes = NDArray[np.uint32]
_BREAKS = np.array([ord(one) for one in BREAKS], dtype=np.uint32)
_BLOCK = 1000
_PART = 1_000_000
_SPACE = ord(" ")
UNICODE = 0x110000


@dataclass(frozen=True, slots=True)
class Corpus:
    """`characters` by number, `alphabet` the codes of the numbers; stretch i begins at `begins[i]` and is field
    `fields[i] % 4` of document `fields[i] // 4`."""

    characters: NDArray[np.uint16]
    alphabet: Codes
    begins: NDArray[np.int64]
    fields: NDArray[np.uint32]

    @property
    def is_break(self) -> NDArray[np.bool_]:
        """Whether each numbered character is one that no query reaches across."""
        return np.isin(self.alphabet, _BREAKS)

    @property
    def met(self) -> NDArray[np.int64]:
        """How often each character is met."""
        counts = np.zeros(self.alphabet.size, dtype=np.int64)
        for start in range(0, self.characters.size, _PART):
            counts += np.bincount(self.characters[start : start + _PART], minlength=counts.size)
        return counts

    def fields_at(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The field of each of these places, which are in order."""
        if places.size < self.begins.size:
            return self.fields[np.searchsorted(self.begins, places, side="right") - 1]
        edges = np.searchsorted(places, np.append(self.begins, self.characters.size))
        return np.repeat(self.fields, np.diff(edges))


def written(document: Document) -> str:
    """A document as one text, its fields ended by breaks."""
    return f"{document.title}\x01{document.facts}\x02{document.text}\x03"


def corpus(documents: Sequence[Document]) -> Corpus:
    """The documents by number."""
    alphabet = np.zeros(0, dtype=np.uint32)
    characters: list[NDArray[np.uint16]] = []
    ends: list[NDArray[np.int64]] = [np.zeros(1, dtype=np.int64)]
    for start in range(0, len(documents), _BLOCK):
        codes = folded_codes("".join(map(written, documents[start : start + _BLOCK])))
        part, alphabet = numbered(codes, alphabet)
        characters.append(part)
        ends.append(np.flatnonzero((codes >= 1) & (codes <= 3)) + 1 + ends[-1][-1])
    begins = np.concatenate(ends)[:-1]
    order = np.arange(begins.size, dtype=np.uint32)
    whole = np.concatenate(characters) if characters else np.zeros(0, dtype=np.uint16)
    return Corpus(whole, alphabet, begins, order // 3 * 4 + order % 3)


def folded_codes(text: str) -> Codes:
    """A long text as `fold` gives it, as codes."""
    codes = codes_of(text)
    seen = np.zeros(UNICODE, dtype=np.bool_)
    seen[codes] = True
    used = [chr(code) for code in np.flatnonzero(seen).tolist()]
    uneven = [one for one in used if len(folded(one)) != 1]
    for one in uneven:
        text = text.replace(one, folded(one))
    table = np.arange(UNICODE, dtype=np.uint32)
    for one in used:
        if one not in uneven:
            table[ord(one)] = ord(folded(one))
    return _without_blanks(table[codes_of(text) if uneven else codes])


def codes_of(text: str) -> Codes:
    """The codes of a text's characters."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)


def _without_blanks(codes: Codes) -> Codes:
    """One space for several; none beside a wide character or a break."""
    at = np.flatnonzero(codes == _SPACE)
    if not at.size:
        return codes
    if np.any(np.diff(at) == 1):
        codes = np.delete(codes, at[1:][np.diff(at) == 1])
        at = np.flatnonzero(codes == _SPACE)
    beside = codes[np.maximum(at - 1, 0)], codes[np.minimum(at + 1, codes.size - 1)]
    idle = (at == 0) | (at == codes.size - 1)
    for one in beside:
        idle |= (one >= WIDE) | np.isin(one, _BREAKS)
    return np.delete(codes, at[idle]) if np.any(idle) else codes


def numbered(codes: Codes, alphabet: Codes) -> tuple[NDArray[np.uint16], Codes]:
    """Codes by number, and the alphabet with what was missing behind it."""
    seen = np.zeros(UNICODE, dtype=np.bool_)
    seen[codes] = True
    seen[alphabet] = False
    alphabet = np.concatenate([alphabet, np.flatnonzero(seen).astype(np.uint32)])
    if alphabet.size >= 1 << 16:
        raise OverflowError("more than 65,535 different characters")
    numbers = np.zeros(UNICODE, dtype=np.uint16)
    numbers[alphabet] = np.arange(alphabet.size)
    return numbers[codes], alphabet
