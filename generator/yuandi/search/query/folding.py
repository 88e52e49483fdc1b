"""Folding of text for comparison: width, case, script and blanks. The page's script folds in the same way.

Each character is converted to NFKC and lower case, then from Traditional to Simplified; characters without width are
removed. So are blanks beside a Chinese character, so that `2025年` finds `2025 年`; other blanks become one space.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from yuandi.search.constants import BEYOND, BLANK, GONE, WIDE

BREAKS = "\x01\x02\x03\n"
"""Characters that no query spans: the ends of a title, of the facts, of a document, and of a paragraph."""
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32400))
_GONE, _BEYOND, _BLANK = map(re.compile, (GONE, BEYOND, BLANK))
_BESIDE_WIDE = re.compile(f"(?<=[{chr(WIDE)}-\U0010ffff]) | (?=[{chr(WIDE)}-\U0010ffff])")


@cache
def simplified() -> dict[str, str]:
    """The Simplified form of each Traditional character, by OpenCC."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    every = [chr(code) for first, last in _HAN for code in range(first, last)]
    once = dict(zip(every, convert("\n".join(every)).split("\n"), strict=True))
    return {character: once.get(given, given) for character, given in once.items() if given != character}


@cache
def folded(character: str) -> str:
    """A folded character: a space for a blank, empty for a character without width."""
    if character in BREAKS:
        return character
    known = simplified()
    plain = unicodedata.normalize("NFKC", character)
    plain = unicodedata.normalize("NFKC", _BEYOND.sub("\ufffd", _GONE.sub("", plain)).lower())
    return _BLANK.sub(" ", "".join(known.get(part, part) for part in plain))


def fold(text: str) -> str:
    """A folded text. Breaks stay; blanks at the edges of lines and fields are removed."""
    plain = "".join(map(folded, unicodedata.normalize("NFC", text)))
    return "\n".join(_folded_line(line) for line in plain.split("\n"))


def _folded_line(line: str) -> str:
    parts = re.split("([\x01\x02\x03])", line)
    return "".join(_BESIDE_WIDE.sub("", _BLANK.sub(" ", part).strip()) for part in parts)


def pairs(characters: Iterable[str]) -> str:
    """The pairs of Traditional and Simplified characters, in one text, that the script needs to fold to `characters`."""
    wanted = set(characters)
    return "".join(other + plain for other, plain in sorted(simplified().items()) if plain in wanted)
