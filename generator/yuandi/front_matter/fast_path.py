"""Flat front matter, read without a YAML parser: on each line a field and its words, a short list, or a mapping in
braces; or a field with such lines below it.

Most front matter is flat, and is read ten times faster. All other front matter is left to the parser.
tests/front_matter/test_fast_path.py compares the two over the sample portal and thousands of texts.
"""

import re
from typing import Any

from yuandi.front_matter.parse import NULLS, Path, Yaml, is_trap

_LONGEST = 20_000
_KEY = r"[A-Za-z\u4e00-\u9fff][\w-]{0,60}"
_WORDS = r"[^\W_](?:[\w（），。；：？！“”《》、·〇./+~-]|:(?=[\w])| (?=[^\s:#]))*+(?<! )"
_ITEM = r"[^\W_](?:[\w（）。；：？！“”《》、·〇./+~-]| (?=[^\s:#,\]}]))*+(?<! )"
_PAIRS = rf"{_KEY}: {_ITEM}(?:, {_KEY}: {_ITEM})*+"
_ROW = rf"- (?:{_WORDS}|\{{{_PAIRS}\}})\n"
_LINE = re.compile(
    rf"(?P<key>{_KEY}):(?:[ ]+(?:(?P<words>{_WORDS})|\[(?P<items>(?:{_ITEM}(?:, ?{_ITEM})*+)?)\]|\{{(?P<pairs>{_PAIRS})\}})\n"
    rf"|\n(?P<rows>(?P<indent> {{0,8}}){_ROW}(?:(?P=indent){_ROW})*+)?)"
)


class _TwiceError(Exception):
    """A mapping has a key twice."""


def flat(text: str) -> Yaml | None:
    """The values of flat front matter without their places; None if it is not flat or longer than 20,000 characters."""
    if len(text) > _LONGEST:
        return None
    values: dict[str, Any] = {}
    traps: list[Path] = []
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None or line["key"] in values:
            return None
        position = line.end()
        try:
            values[line["key"]] = _value(line, traps)
        except _TwiceError:
            return None
    return Yaml(values, {}, (), tuple(traps)) if values else None


def _value(line: re.Match[str], traps: list[Path]) -> Any:
    key, words, items, pairs, rows = line.group("key", "words", "items", "pairs", "rows")
    if words is not None:
        return _plain(words, (key,), traps)
    if items is not None:
        parts = items.replace(", ", ",").split(",") if items else []
        return [_plain(part, (key, index), traps) for index, part in enumerate(parts)]
    if pairs is not None:
        return _mapping(pairs, (key,), traps)
    return rows and [_row(row.lstrip(" ")[2:], (key, index), traps) for index, row in enumerate(rows[:-1].split("\n"))]


def _row(text: str, path: Path, traps: list[Path]) -> dict[str, str | None] | str | None:
    return _mapping(text[1:-1], path, traps) if text[0] == "{" else _plain(text, path, traps)


def _mapping(pairs: str, path: Path, traps: list[Path]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for pair in pairs.split(", "):
        key, _, words = pair.partition(": ")
        if key in found:
            raise _TwiceError
        found[key] = _plain(words, (*path, key), traps)
    return found


def _plain(words: str, path: Path, traps: list[Path]) -> str | None:
    if words in NULLS:
        return None
    if words[0].isascii() and is_trap(words):
        traps.append(path)
    return words
