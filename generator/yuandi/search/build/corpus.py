"""All documents as arrays: the numbers of their characters, and the field and document of each stretch.

Characters are numbered in the order of their first use, so that an edit adds numbers and changes none. Stretches may be
in any order: the new text of an edited document is appended.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yuandi.search.constants import WIDE
from yuandi.search.query.document import SearchDocument
from yuandi.search.query.folding import BREAKS, folded

Codes = NDArray[np.uint32]
_BREAKS = np.array([ord(character) for character in BREAKS], dtype=np.uint32)
_BLOCK = 1000
_PART = 1_000_000
_SPACE = ord(" ")
UNICODE = 0x110000


@dataclass(frozen=True, slots=True)
class Corpus:
    """The characters of all documents by number; `alphabet` holds the codes of the numbers.

    Stretch i begins at `begins[i]` and is field `fields[i] % 4` of document `fields[i] // 4`.
    """

    characters: NDArray[np.uint16]
    alphabet: Codes
    begins: NDArray[np.int64]
    fields: NDArray[np.uint32]

    @property
    def is_break(self) -> NDArray[np.bool_]:
        """Whether each character of the alphabet is a break, which no query spans."""
        return np.isin(self.alphabet, _BREAKS)

    @property
    def met(self) -> NDArray[np.int64]:
        """The number of occurrences of each character of the alphabet."""
        counts = np.zeros(self.alphabet.size, dtype=np.int64)
        for start in range(0, self.characters.size, _PART):
            counts += np.bincount(self.characters[start : start + _PART], minlength=counts.size)
        return counts

    def fields_at(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The values of `fields` at sorted places."""
        if places.size < self.begins.size:
            return self.fields[np.searchsorted(self.begins, places, side="right") - 1]
        edges = np.searchsorted(places, np.append(self.begins, self.characters.size))
        return np.repeat(self.fields, np.diff(edges))


def written(document: SearchDocument) -> str:
    """A document as one text, each field followed by a break."""
    return f"{document.title}\x01{document.facts}\x02{document.text}\x03"


def corpus(documents: Sequence[SearchDocument]) -> Corpus:
    """The corpus of the documents, in their order."""
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
    """The codes of a long text, folded as by `fold`."""
    codes = codes_of(text)
    seen = np.zeros(UNICODE, dtype=np.bool_)
    seen[codes] = True
    used = [chr(code) for code in np.flatnonzero(seen).tolist()]
    uneven = [character for character in used if len(folded(character)) != 1]
    for character in uneven:
        text = text.replace(character, folded(character))
    table = np.arange(UNICODE, dtype=np.uint32)
    for character in used:
        if character not in uneven:
            table[ord(character)] = ord(folded(character))
    return _without_blanks(table[codes_of(text) if uneven else codes])


def codes_of(text: str) -> Codes:
    """The codes of a text's characters."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)


def _without_blanks(codes: Codes) -> Codes:
    """The codes with one space for several, and none beside a wide character or a break."""
    at = np.flatnonzero(codes == _SPACE)
    if not at.size:
        return codes
    if np.any(np.diff(at) == 1):
        codes = np.delete(codes, at[1:][np.diff(at) == 1])
        at = np.flatnonzero(codes == _SPACE)
    beside = codes[np.maximum(at - 1, 0)], codes[np.minimum(at + 1, codes.size - 1)]
    idle = (at == 0) | (at == codes.size - 1)
    for neighbours in beside:
        idle |= (neighbours >= WIDE) | np.isin(neighbours, _BREAKS)
    return np.delete(codes, at[idle]) if np.any(idle) else codes


def numbered(codes: Codes, alphabet: Codes) -> tuple[NDArray[np.uint16], Codes]:
    """The codes as numbers of the alphabet, and the alphabet with missing codes appended.

    Raises OverflowError if the alphabet has more than 65,535 characters.
    """
    seen = np.zeros(UNICODE, dtype=np.bool_)
    seen[codes] = True
    seen[alphabet] = False
    alphabet = np.concatenate([alphabet, np.flatnonzero(seen).astype(np.uint32)])
    if alphabet.size >= 1 << 16:
        raise OverflowError("more than 65,535 different characters")
    numbers = np.zeros(UNICODE, dtype=np.uint16)
    numbers[alphabet] = np.arange(alphabet.size)
    return numbers[codes], alphabet
