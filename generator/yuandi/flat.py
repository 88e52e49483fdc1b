"""Front matter so flat that it need not be parsed as YAML: a field and its words on each line, or a short list.

Most front matter is; it gives the same values ten times faster. All else is left to the parser. tests/test_flat.py
compares the two over the sample portal and thousands of texts.
"""

import re

from yuandi.front_matter import NULLS, Path, Yaml, is_trap

_LONGEST = 20_000
_WORDS = r"[^\W_](?:[\w（），。；：？！“”《》、·〇./+~-]|:(?=[\w])| (?=[^\s:#]))*+(?<! )"
_ITEM = r"[^\W_](?:[\w（）。；：？！“”《》、·〇./+~-]| (?=[^\s:#,\]]))*+(?<! )"
_LINE = re.compile(
    rf"(?P<key>[A-Za-z\u4e00-\u9fff][\w-]{{0,60}}):(?:[ ]+(?:(?P<words>{_WORDS})|\[(?P<items>(?:{_ITEM}(?:, ?{_ITEM})*+)?)\]))?\n"
)


def flat(text: str) -> Yaml | None:
    """The values of flat front matter, without their places; None for any other, and for one that is long."""
    if len(text) > _LONGEST:
        return None
    values: dict[str, str | list[str | None] | None] = {}
    traps: list[Path] = []
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return None
        position = line.end()
        key, words, items = line.group("key", "words", "items")
        if key in values:
            return None
        if items is None:
            values[key] = _plain(words, (key,), traps) if words else None
        else:
            parts = items.replace(", ", ",").split(",") if items else []
            values[key] = [_plain(part, (key, index), traps) for index, part in enumerate(parts)]
    return Yaml(values, {}, (), tuple(traps)) if values else None


def _plain(words: str, path: Path, traps: list[Path]) -> str | None:
    if words in NULLS:
        return None
    if words[0].isascii() and is_trap(words):
        traps.append(path)
    return words
