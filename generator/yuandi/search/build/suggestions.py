"""What may be meant, after the first letters: names and words by how they are written, how they sound, and initials.

Files by the first letter of the sound, and by the first character. In a file the weightiest terms come first.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from yuandi.search.constants import PARTS
from yuandi.search.query.document import Term
from yuandi.search.query.folding import fold

_LONGEST = 4


def suggestions(terms: Iterable[Term]) -> dict[str, str]:
    """Files by name: `d` for sounds that begin so, `7` for characters whose code leaves 7."""
    from yuandi.chinese.readings import sounds  # its dictionary takes long to load, and an edited text needs none

    rows: dict[str, list[Sequence[object]]] = {}
    for term in sorted(terms, key=lambda term: (-term.weight, term.kind, term.text)):
        spoken = [
            sound for sound in sounds(term.text, reading=term.reading or None, is_person=term.kind == "person") if sound
        ]
        row = (term.text, term.kind, "".join(spoken), "".join(sound[0] for sound in spoken), term.address)
        for name in {*_names(row), str(ord(fold(term.text)[0]) % PARTS)}:
            rows.setdefault(name, []).append(row)
    return {name: json.dumps(found, ensure_ascii=False, separators=(",", ":")) for name, found in sorted(rows.items())}


def _names(row: Sequence[object]) -> set[str]:
    first = str(row[2])[:1]
    return {first} if "a" <= first <= "z" else set()


def words(titles: Iterable[str]) -> Mapping[str, int]:
    """Words of two to four characters that a dictionary knows, with how many titles have them."""
    from pypinyin.constants import PHRASES_DICT

    found: Counter[str] = Counter()
    for title in titles:
        parts = {title[at : at + size] for size in range(2, _LONGEST + 1) for at in range(len(title) - size + 1)}
        found.update(part for part in parts if part in PHRASES_DICT)
    return found
