"""Suggestions for the first letters of a query: names and words by their characters, their pinyin, and its initials.

The files are by the first letter of the pinyin, and by the first character. Terms of the highest weight come first.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from yuandi.search.constants import PARTS
from yuandi.search.query.document import Term
from yuandi.search.query.folding import fold

_LONGEST = 4


def suggestions(terms: Iterable[Term]) -> dict[str, str]:
    """The contents of the files by name: `d` for pinyin that begins with d, `7` for codes with the remainder 7 by PARTS."""
    from yuandi.chinese.readings import sounds  # its dictionary loads slowly, and the update of a text does not need it

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
    """The words of two to four characters in titles that pypinyin's dictionary has, with the number of their titles."""
    from pypinyin.constants import PHRASES_DICT

    found: Counter[str] = Counter()
    for title in titles:
        parts = {title[at : at + size] for size in range(2, _LONGEST + 1) for at in range(len(title) - size + 1)}
        found.update(part for part in parts if part in PHRASES_DICT)
    return found
