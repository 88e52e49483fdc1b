"""The order of names by strokes, as in official lists: the number of strokes, then the strokes themselves 横竖撇点折.

The first character decides, also of a compound surname, then the second. Within a surname, `count-first` puts given
names of one character before names of two; `char-first` compares character by character. The table strokes.txt holds
the order of the characters; docs/decisions/0015 tells its source. Unicode's order by strokes differs from it.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from yuandi.chinese.surnames import bare, surname_of

Rank = tuple[int, int]

_NOTHING: Rank = (0, 0)
_UNKNOWN = 1000


def by_strokes(name: str, *, school: str = "count-first", is_person: bool = True) -> tuple[object, ...]:
    """The sort key of a name; different names have different keys. `school` is `count-first` or `char-first`."""
    plain = bare(name)
    ranks = [_rank(character) for character in plain]
    surname = len(surname_of(plain))
    if is_person and school != "char-first" and len(plain) == surname + 1:
        ranks.insert(surname, _NOTHING)
    return (tuple(ranks), name)


def _rank(character: str) -> Rank:
    """Number of strokes and place among the characters of that number. Other scripts come first, unknown characters
    last."""
    known = _table().get(character)
    if known:
        return known
    is_han = "\u2e80" <= character <= "\ufaff" or character >= "\U00020000"
    return (_UNKNOWN if is_han else 0, ord(character))


@cache
def _table() -> Mapping[str, Rank]:
    text = (files("yuandi.chinese") / "strokes.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {character: (int(count), place) for count, characters in lines for place, character in enumerate(characters)}
