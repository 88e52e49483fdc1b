"""The path, key or value at a place in YAML. Read from the lines, since text that is being typed is often not valid
YAML yet. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +|-$)*)(?P<rest>.*)")
_KEY = re.compile(r"(?P<key>[^\s#:'\"\[\]{},&*!|>%@`][^:#]*?)\s*:(?:\s+|$)")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class YamlPlace:
    """A place in a line. `path` are the keys above; `key` the one whose value it is in, empty within a key.

    The word there stands from `start` to `end`, columns from 0; `siblings` are the other keys of the mapping. What is
    one word behind a dash (`is_item`) may be a value, or the beginning of a key.
    """

    path: tuple[str, ...]
    key: str
    word: str
    start: int
    end: int
    siblings: frozenset[str] = frozenset()
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class _YamlLine:
    dash: int | None
    column: int
    key: str
    value: int


def place_at(lines: Sequence[str], number: int, column: int) -> YamlPlace:
    """Return the place in a YAML text; line number and column are from 0."""
    text = lines[number]
    line = _read(text)
    path = _above(lines, number, line)
    if line.key and column >= line.value:
        return _in_value(text, line, path, column)
    if line.dash is not None and not line.key and path:
        return _in_value(
            text, _YamlLine(line.dash, line.column, path[-1], line.column), path[:-1], column, is_item=True
        )
    start, end = line.column, line.column + len(line.key) if line.key else len(text.rstrip())
    begins = min(start, column)
    return YamlPlace(
        path=path,
        key="",
        word=text[start:end],
        start=begins,
        end=max(end, begins),
        siblings=_siblings(lines, number, line),
    )


def _read(text: str) -> _YamlLine:
    found = _LINE.match(text)
    indent, dashes, rest = (found["indent"], found["dashes"], found["rest"]) if found else ("", "", text)
    column = len(indent) + len(dashes)
    dash = len(indent) + dashes.rindex("-") if dashes else None
    key = _KEY.match(rest)
    return _YamlLine(dash, column, key["key"], column + key.end()) if key else _YamlLine(dash, column, "", column)


def _above(lines: Sequence[str], number: int, line: _YamlLine) -> tuple[str, ...]:
    """Return the keys above a line, the outermost first."""
    path: list[str] = []
    column, limit = line.column, line.column if line.dash is None else line.dash + 1
    in_item = line.dash is not None
    for text in reversed(lines[:number]):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        above = _read(text)
        if not in_item and above.dash is not None and above.column == column:
            limit, in_item = above.dash + 1, True
        elif above.key and above.column < limit:
            path.insert(0, above.key)
            column, in_item = above.column, above.dash is not None
            limit = column if above.dash is None else above.dash + 1
        if limit <= 0:
            break
    return tuple(path)


def _siblings(lines: Sequence[str], number: int, line: _YamlLine) -> frozenset[str]:
    """Return the other keys of the mapping that a line belongs to."""
    found: set[str] = set()
    if line.dash is None:
        for text in reversed(lines[:number]):
            above = _read(text)
            if text.strip() and above.column < line.column:
                break
            if above.column == line.column:
                found.add(above.key)
                if above.dash is not None:
                    break
    for text in lines[number + 1 :]:
        below = _read(text)
        if text.strip() and (below.column < line.column or (below.dash is not None and below.dash < line.column)):
            break
        if below.column == line.column:
            found.add(below.key)
    return frozenset(found - {""})


def _in_value(text: str, line: _YamlLine, path: tuple[str, ...], column: int, *, is_item: bool = False) -> YamlPlace:
    """Return a place after a colon or a dash: in a plain value, or in brackets on the same line."""
    opened = _Opened(line.value, line.key)
    for index in range(line.value, column):
        opened.pass_by(text, index)
    start, stop = opened.start, ",]}" if opened.brackets else ""
    stop += ":" if opened.brackets and not opened.key else ""
    while start < column and text[start] == " ":
        start += 1
    end = column
    while end < len(text) and text[end] not in stop and not text.startswith(" #", end):
        end += 1
    word = text[start:end].rstrip()
    keys = (*path, *(key for bracket, key in opened.brackets if bracket == "{"))
    return YamlPlace(
        keys, opened.key, word.strip("'\""), start, start + len(word), is_item=is_item and not opened.brackets
    )


@dataclass(slots=True)
class _Opened:
    """The open brackets, each with the key before it; the current key; and where the current word began."""

    start: int
    key: str
    brackets: list[tuple[str, str]] = field(default_factory=list)

    def pass_by(self, text: str, index: int) -> None:
        char = text[index]
        if char in "[{" and not text[self.start : index].strip():
            self.brackets.append((char, self.key))
            self.key, self.start = self.key if char == "[" else "", index + 1
        elif self.brackets:
            self._within(text, index, char, *self.brackets[-1])

    def _within(self, text: str, index: int, char: str, bracket: str, before: str) -> None:
        if char == ",":
            self.key, self.start = self.key if bracket == "[" else "", index + 1
        elif char == _CLOSING[bracket]:
            self.brackets.pop()
            self.key, self.start = before, index + 1
        elif bracket == "{" and not self.key and char == ":" and text[index + 1 : index + 2] in {" ", ""}:
            self.key, self.start = text[self.start : index].strip(), index + 1
