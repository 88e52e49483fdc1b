"""Text as it is compared: width, case, Traditional and Simplified, blanks. The page's script folds in the same way.

Character by character: NFKC and lower case, then Traditional to Simplified; what has no width goes. A blank beside a
Chinese character goes too, so that `2025 年` is found by `2025年`; other blanks are one space.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from yuandi.search.constants import BEYOND, BLANK, GONE, WIDE

BREAKS = "\x01\x02\x03\n"
"""What no query reaches across: the end of a title, of the facts, of a document, of a paragraph."""
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32400))
_GONE, _BEYOND, _BLANK = map(re.compile, (GONE, BEYOND, BLANK))
_BESIDE_WIDE = re.compile(f"(?<=[{chr(WIDE)}-\U0010ffff]) | (?=[{chr(WIDE)}-\U0010ffff])")


@cache
def simplified() -> dict[str, str]:
    """Traditional characters with their Simplified ones, by OpenCC, character by character."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    every = [chr(code) for first, last in _HAN for code in range(first, last)]
    once = dict(zip(every, convert("\n".join(every)).split("\n"), strict=True))
    return {character: once.get(given, given) for character, given in once.items() if given != character}


@cache
def folded(character: str) -> str:
    """One character as it is compared; a blank is a space, and what has no width is nothing."""
    if character in BREAKS:
        return character
    known = simplified()
    plain = unicodedata.normalize("NFKC", character)
    plain = unicodedata.normalize("NFKC", _BEYOND.sub("\ufffd", _GONE.sub("", plain)).lower())
    return _BLANK.sub(" ", "".join(known.get(one, one) for one in plain))


def fold(text: str) -> str:
    """A text as it is compared. Breaks stay; a blank at the edge of anything is nothing."""
    plain = "".join(map(folded, unicodedata.normalize("NFC", text)))
    return "\n".join(_folded_line(line) for line in plain.split("\n"))


def _folded_line(line: str) -> str:
    parts = re.split("([\x01\x02\x03])", line)
    return "".join(_BESIDE_WIDE.sub("", _BLANK.sub(" ", part).strip()) for part in parts)


def pairs(characters: Iterable[str]) -> str:
    """What the script needs besides NFKC and lower case to arrive at these characters: each pair other → folded."""
    wanted = set(characters)
    return "".join(other + plain for other, plain in sorted(simplified().items()) if plain in wanted)
