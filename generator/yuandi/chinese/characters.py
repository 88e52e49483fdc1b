"""Han characters, small numerals and lines: shared by the rules about wording."""

from collections.abc import Iterator
from functools import lru_cache

HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
"""The ranges of Han characters, for use within the brackets of a pattern."""
NUMERALS = "一二三四五六七八九十"

_VALUES = {numeral: value for value, numeral in enumerate(NUMERALS, 1)}


@lru_cache(maxsize=512)
def number(numeral: str) -> int | None:
    """The value of a numeral of at most 99 in Chinese characters or digits, or None if it is not a numeral."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if any(len(part) > 1 or (part and part not in _VALUES) for part in (tens, ones)):
        return None
    if not ten:
        return _VALUES.get(ones)
    return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each line: its start and its end, exclusive and without the line break."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)
