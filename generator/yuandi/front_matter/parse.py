"""Parsing of front matter: values with the place of every key and item, and the start of the body. Pure.

YAML is composed with PyYAML's C loader, which gives a place for every node. Before that its events are walked, so that
depth, aliases and size are bounded: the C loader crashes on deep nesting. Scalars stay text; the models interpret them.
The measurements behind this are in docs/decisions/0002.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from yuandi.base.text import shorten
from yuandi.front_matter import yaml_errors as words
from yuandi.front_matter.yaml_errors import UnparsableError

FRONT_MATTER_DEPTH = 50
DATA_DEPTH = 200
FRONT_MATTER_SIZE = 1 << 20
EXPANDED_NODES = 200_000

Path: TypeAlias = tuple[str | int, ...]
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers

_OPENING = re.compile(r"---[ \t]*(?:\n|$)")
_LATE = re.compile(r"\s{1,100}---(?=[ \t]*\n[\w-]{1,100}[:：])")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
NULLS = {"", "~", "null", "Null", "NULL"}
_CORE = re.compile(r"[-+]?(?:\d+|0o[0-7]+|0x[0-9a-fA-F]+)\Z|true\Z|false\Z|True\Z|False\Z|TRUE\Z|FALSE\Z")
_TRAPS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


@dataclass(frozen=True, slots=True)
class Place:
    """Character offsets of a key and of its value; for a list item both are those of its value."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that its mapping already has, with its character offsets."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Yaml:
    """Values as text, lists and mappings, with the place of each.

    `traps` are the paths of plain scalars that YAML 1.1 reads as another type than YAML 1.2 does.
    """

    values: Any
    places: dict[Path, Place]
    duplicates: tuple[Duplicate, ...] = ()
    traps: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a Markdown file: the YAML with its offset, and the offset of the body."""

    yaml: str
    yaml_start: int
    body_start: int
    has_front_matter: bool


def split(text: str) -> Split:
    """Separate the front matter from the body.

    Raises UnparsableError if the front matter is never closed or does not begin the file.
    """
    opening = _OPENING.match(text)
    if not opening:
        if late := _LATE.match(text):
            raise UnparsableError(late.end() - 3, *words.late())
        return Split("", 0, 0, has_front_matter=False)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise UnparsableError(0, *words.never_closed())
    return Split(text[opening.end() : closing.start()], opening.end(), closing.end(), has_front_matter=True)


def parse(text: str, *, depth: int, offset: int = 0) -> Yaml:
    """Return the values of a YAML text nested at most `depth` levels, their places shifted by `offset`.

    Raises UnparsableError if the text is not YAML or exceeds a limit.
    """
    if text.startswith("\ufeff"):  # the C loader skips this character and does not count it
        return parse(text[1:], depth=depth, offset=offset + 1)
    if len(text) > FRONT_MATTER_SIZE and depth == FRONT_MATTER_DEPTH:
        raise UnparsableError(offset, *words.too_big())
    try:
        if not _is_harmless(text):
            _guard(text, depth)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise words.explained(text, error, offset) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise words.unreadable_character(text, offset) from None
    except UnparsableError as error:
        error.start += offset
        raise
    if node is None:
        return Yaml(None, {})
    reader = _Reader(text, offset)
    return Yaml(reader.value(node, ()), reader.places, tuple(dict.fromkeys(reader.duplicates)), tuple(reader.traps))


@dataclass(slots=True)
class _Reader:
    """Turns composed nodes into values and records the place of each. Raises UnparsableError."""

    text: str
    offset: int
    places: dict[Path, Place] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    traps: list[Path] = field(default_factory=list)

    def value(self, node: yaml.Node, path: Path) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, path)
        return self._scalar(node, path)  # type: ignore[arg-type]  # the third and last kind of node

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for _, value_node in (pair for pair in node.value if _is_merge(pair[0])):
            merged |= self._merged(value_node, path)
        for key_node, value_node in node.value:
            if _is_merge(key_node):
                continue
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else self._as_written(key_node)
            if key in result:
                self.duplicates.append(Duplicate(key, *self._span(key_node)))
                continue
            inner = (*path, key)
            self.places[inner] = Place(self._span(key_node), self._span(value_node))
            result[key] = self.value(value_node, inner)
        return merged | result

    def _merged(self, node: yaml.Node, path: Path) -> dict[str, Any]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values: dict[str, Any] = {}
        for item in reversed(nodes):
            if not isinstance(item, yaml.MappingNode):
                raise UnparsableError(self._span(item)[0], *words.merge_of_no_mapping())
            values |= self._mapping(item, path)
        return values

    def _sequence(self, node: yaml.SequenceNode, path: Path) -> list[Any]:
        items = []
        for index, item in enumerate(node.value):
            inner = (*path, index)
            self.places[inner] = Place(self._span(item), self._span(item))
            items.append(self.value(item, inner))
        return items

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> str | None:
        text = str(node.value)
        if node.style:
            return text
        if text in NULLS:
            return None
        if is_trap(text):
            self.traps.append(path)
        return text

    def _as_written(self, node: yaml.Node) -> str:
        """The source of a list or a mapping that stands in place of a key."""
        return shorten(self.text[node.start_mark.index : node.end_mark.index])

    def _span(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.index + self.offset, node.end_mark.index + self.offset


def _is_merge(key: yaml.Node) -> bool:
    return isinstance(key, yaml.ScalarNode) and key.value == "<<" and not key.style


def _tag(text: str) -> str:
    """The tag that YAML 1.1 gives a plain scalar if it is a number or a boolean; else empty."""
    for tag, pattern in _RESOLVERS.get(text[0], ()):
        if pattern.match(text):
            return tag if tag in _TRAPS else ""
    return ""


def is_trap(text: str) -> bool:
    """Whether YAML 1.1 reads this plain scalar as a number or boolean that it is not in the core schema of YAML 1.2."""
    tag = _tag(text)
    if not tag:
        return False
    if tag.endswith(":float"):
        return ":" in text or "_" in text
    if not _CORE.match(text):
        return True
    return tag.endswith(":int") and text.lstrip("+-")[:1] == "0" and text.lstrip("+-").isdigit() and len(text) > 1


_INDENTED = re.compile(r"^[\s\-?:]{30}", re.MULTILINE)


def _is_harmless(text: str) -> bool:
    """Whether a text is too short and flat to exceed a limit, as most front matter is: its events are not walked.

    Without anchors nothing expands; each level of nesting needs a bracket or a column of indentation.
    """
    brackets = text.count("[") + text.count("{")
    return len(text) < 20_000 and "&" not in text and "*" not in text and brackets < 20 and not _INDENTED.search(text)


def _guard(text: str, limit: int) -> None:
    """Raise UnparsableError for nesting over `limit`, aliases within their own anchor, and aliases that expand to more
    than EXPANDED_NODES nodes."""
    sizes: dict[str, int] = {}
    stack: list[tuple[str | None, int]] = [(None, 0)]
    events: Iterator[Any] = yaml.parse(text, Loader=Loader)
    for event in events:
        start = event.start_mark.index
        if isinstance(event, yaml.AliasEvent):
            name = str(event.anchor)
            if name not in sizes and any(anchor == name for anchor, _ in stack):
                raise UnparsableError(start, *words.endless_alias(name))
            _grow(stack, sizes.get(name, 1), start)
        elif isinstance(event, yaml.CollectionStartEvent):
            stack.append((event.anchor, 1))
            if len(stack) - 1 > limit:
                raise UnparsableError(start, *words.too_deep(limit))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, size = stack.pop()
            if anchor:
                sizes[anchor] = size
            _grow(stack, size, start)
        elif isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                sizes[event.anchor] = 1
            _grow(stack, 1, start)


def _grow(stack: list[tuple[str | None, int]], size: int, start: int) -> None:
    anchor, before = stack[-1]
    if before + size > EXPANDED_NODES:
        raise UnparsableError(start, *words.alias_bomb())
    stack[-1] = (anchor, before + size)
