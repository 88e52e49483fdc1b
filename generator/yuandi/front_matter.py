"""Text → values with the place of every key and item, and where the body begins. Pure; reads no file.

YAML is composed with PyYAML's C loader, which gives a place for every node. Before that its events are
walked, so that depth, aliases and size are bounded: the C loader itself crashes on deep nesting.
Scalars stay text; the models decide what they mean. Measurements behind this: docs/decisions/0002.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from yuandi.text import Text, shorten

FRONT_MATTER_DEPTH = 50
DATA_DEPTH = 200
FRONT_MATTER_SIZE = 1 << 20
EXPANDED_NODES = 200_000

Path: TypeAlias = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_OPENING = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FULL_WIDTH_COLON = re.compile(r"^[ \t-]*[\w-]+：.*$", re.MULTILINE)
_INDENTED_KEY = re.compile(r"[ \t]+[\w-]+")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_CORE = re.compile(r"[-+]?(?:\d+|0o[0-7]+|0x[0-9a-fA-F]+)\Z|true\Z|false\Z|True\Z|False\Z|TRUE\Z|FALSE\Z")
_TRAPS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


class UnparsableError(Exception):
    """The YAML cannot be read; `start` is a character offset in the text that was given."""

    def __init__(self, start: int, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.start = start
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Place:
    """Character offsets of a key and its value; a list item has its value's place for both."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that stands a second time in its mapping."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Yaml:
    """Values as text, lists and mappings, with the place of each."""

    values: Any
    places: dict[Path, Place]
    duplicates: tuple[Duplicate, ...] = ()
    traps: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A Markdown text cut in two: the YAML with its offset, and where the body begins."""

    yaml: str
    yaml_start: int
    body_start: int
    has_front_matter: bool


def split(text: str) -> Split:
    """Cut off the front matter. Raises UnparsableError where it is opened and never closed."""
    opening = _OPENING.match(text)
    if not opening:
        return Split("", 0, 0, has_front_matter=False)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise UnparsableError(
            0,
            Text("文件头以 `---` 开始，却没有结束的 `---`。", "The front matter opens with `---` and is never closed."),
            Text("在最后一个字段的下一行单独写上 `---`。", "Put `---` alone on the line after the last field."),
        )
    return Split(text[opening.end() : closing.start()], opening.end(), closing.end(), has_front_matter=True)


def parse(text: str, *, depth: int, offset: int = 0) -> Yaml:
    """Read YAML. Places are shifted by `offset`. Raises UnparsableError."""
    if len(text) > FRONT_MATTER_SIZE and depth == FRONT_MATTER_DEPTH:
        raise UnparsableError(offset, *_too_big())
    try:
        _guard(text, depth)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise _explained(text, error, offset) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise _unreadable_character(text, offset) from None
    except UnparsableError as error:
        error.start += offset
        raise
    if node is None:
        return Yaml(None, {})
    reader = _Reader(text, offset)
    return Yaml(reader.value(node, ()), reader.places, tuple(dict.fromkeys(reader.duplicates)), tuple(reader.traps))


@dataclass(slots=True)
class _Reader:
    """Turns composed nodes into values and remembers where each stood. Raises UnparsableError."""

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
                raise UnparsableError(self._span(item)[0], *_merge_of_no_mapping())
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
        if text in _NULLS:
            return None
        if node.tag in _TRAPS and _is_trap(node.tag, text):
            self.traps.append(path)
        return text

    def _as_written(self, node: yaml.Node) -> str:
        """What stands in place of a key where a list or a mapping does."""
        return shorten(self.text[node.start_mark.index : node.end_mark.index])

    def _span(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.index + self.offset, node.end_mark.index + self.offset


def _is_merge(key: yaml.Node) -> bool:
    return bool(key.tag == "tag:yaml.org,2002:merge")


def _is_trap(tag: str, text: str) -> bool:
    """Whether YAML 1.1 reads this plain scalar as something that YAML 1.2's core schema does not."""
    if tag.endswith(":float"):
        return ":" in text or "_" in text
    if not _CORE.match(text):
        return True
    return tag.endswith(":int") and text.lstrip("+-")[:1] == "0" and text.lstrip("+-").isdigit() and len(text) > 1


def _guard(text: str, limit: int) -> None:
    """Refuse nesting over `limit`, anchors inside themselves and aliases that grow beyond a bound."""
    sizes: dict[str, int] = {}
    stack: list[tuple[str | None, int]] = [(None, 0)]
    events: Iterator[Any] = yaml.parse(text, Loader=Loader)
    for event in events:
        start = event.start_mark.index
        if isinstance(event, yaml.AliasEvent):
            name = str(event.anchor)
            if name not in sizes and any(anchor == name for anchor, _ in stack):
                raise UnparsableError(start, *_endless_alias(name))
            _grow(stack, sizes.get(name, 1), start)
        elif isinstance(event, yaml.CollectionStartEvent):
            stack.append((event.anchor, 1))
            if len(stack) - 1 > limit:
                raise UnparsableError(start, *_too_deep(limit))
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
        raise UnparsableError(start, *_alias_bomb())
    stack[-1] = (anchor, before + size)


def _explained(text: str, error: yaml.MarkedYAMLError, offset: int) -> UnparsableError:
    """The parser's complaint in words for an editor, at the place to look at."""
    colon = _FULL_WIDTH_COLON.search(text)
    mark = error.problem_mark or error.context_mark
    if colon and (mark is None or colon.start() <= mark.index):
        return full_width_colon(text, offset) or UnparsableError(offset, *_plain_complaint(error))
    start = mark.index if mark else 0
    if "mapping values are not allowed" in (error.problem or ""):
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return UnparsableError(
            offset + start, *(_indentation() if _INDENTED_KEY.fullmatch(line) else _colon_in_value())
        )
    if "<document start>" in (error.problem or ""):
        return UnparsableError(offset + start, *_indentation())
    if "found character '\\t'" in (error.problem or "") or text[start : start + 1] == "\t":
        return UnparsableError(offset + start, *_tab())
    if (left := _left_open(error)) and error.context_mark:
        return UnparsableError(offset + error.context_mark.index, *left)
    return UnparsableError(offset + min(start, max(0, len(text) - 1)), *_plain_complaint(error))


def full_width_colon(text: str, offset: int) -> UnparsableError | None:
    """The finding for a line such as `标题：甲`, where the colon is full-width."""
    found = _FULL_WIDTH_COLON.search(text)
    if not found:
        return None
    return UnparsableError(offset + text.index("：", found.start()), *_full_width())


def _left_open(error: yaml.MarkedYAMLError) -> tuple[Text, Text] | None:
    """The words for a quotation mark or bracket that nothing closes; what is wrong stands where it opens."""
    context = error.context or ""
    if "quoted scalar" in context and "end of stream" in (error.problem or ""):
        return _open_quote()
    return _open_bracket() if "flow sequence" in context or "flow mapping" in context else None


def _unreadable_character(text: str, offset: int) -> UnparsableError:
    found = _UNPRINTABLE.search(text)
    return UnparsableError(
        offset + (found.start() if found else 0),
        Text("这里有 YAML 不允许的控制字符。", "A control character that YAML does not allow stands here."),
        Text("删去这个看不见的字符，再重新输入这一行。", "Delete the invisible character and type the line again."),
    )


def _too_big() -> tuple[Text, Text]:
    return (
        Text("文件头超过 1 MiB，不予读取。", "The front matter is larger than 1 MiB and is not read."),
        Text(
            "把大表格放进同目录的 CSV 文件，正文写在第二个 `---` 之后。",
            "Put large tables in a CSV beside the entry, and the text after the second `---`.",
        ),
    )


def _too_deep(limit: int) -> tuple[Text, Text]:
    return (
        Text(f"嵌套超过 {limit} 层。", f"Nested more than {limit} deep."),
        Text("检查是否有多余的方括号或缩进。", "Look for brackets or indentation too many."),
    )


def _endless_alias(name: str) -> tuple[Text, Text]:
    return (
        Text(f"别名 `*{name}` 包含它自己。", f"The alias `*{name}` contains itself."),
        Text("删去别名，把内容写出来。", "Remove the alias and write the content out."),
    )


def _alias_bomb() -> tuple[Text, Text]:
    return (
        Text("别名展开后的内容过大。", "The aliases expand to more than is allowed."),
        Text("删去层层套用的 `*别名`，把内容写出来。", "Remove the nested `*aliases` and write the content out."),
    )


def _merge_of_no_mapping() -> tuple[Text, Text]:
    return (
        Text("`<<` 后面不是“字段: 值”。", "`<<` is not followed by `field: value` pairs."),
        Text(
            "让 `<<` 指向一个别名，如 `<<: *共同`，或删去这一行。",
            "Let `<<` name an alias, as in `<<: *common`, or remove the line.",
        ),
    )


def _colon_in_value() -> tuple[Text, Text]:
    return (
        Text(
            "这一行的值里有冒号加空格，读不出来。",
            "The value on this line contains a colon and a space, so it cannot be read.",
        ),
        Text('给值加上引号，如 `title: "甲: 乙"`，或改用全角冒号。', 'Put the value in quotes, as in `title: "A: B"`.'),
    )


def _indentation() -> tuple[Text, Text]:
    return (
        Text("这一行的缩进与前面不一致。", "This line is indented otherwise than those before."),
        Text("同一层的字段从同一列开始。", "Begin fields of one level in the same column."),
    )


def _full_width() -> tuple[Text, Text]:
    return (
        Text("字段名后面用了全角冒号。", "The field's name is followed by a full-width colon."),
        Text("改为半角冒号加一个空格，如 `title: 甲`。", "Use a plain colon and a space, as in `title: A`."),
    )


def _tab() -> tuple[Text, Text]:
    return (
        Text("这一行用制表符缩进，YAML 不允许。", "This line is indented with a tab, which YAML does not allow."),
        Text("改用空格缩进。", "Indent with spaces."),
    )


def _open_quote() -> tuple[Text, Text]:
    return (
        Text("这个引号没有成对。", "This quotation mark is never closed."),
        Text("在值的末尾补上同样的引号。", "Put the same mark at the end of the value."),
    )


def _open_bracket() -> tuple[Text, Text]:
    return (
        Text("这个括号没有成对，或括号里缺少逗号。", "This bracket is never closed, or a comma is missing within."),
        Text("补上括号；括号里的各项用半角逗号隔开。", "Close the bracket; put a comma between the items within."),
    )


def _plain_complaint(error: yaml.MarkedYAMLError) -> tuple[Text, Text]:
    what = error.problem or error.context or "syntax error"
    return (
        Text(f"这里不符合 YAML 语法（{what}）。", f"This is not YAML ({what})."),
        Text(
            "检查本行和上一行的引号、括号、冒号与缩进；含特殊符号的值请加引号。",
            "Check the quotes, brackets, colons and indentation of this line and the one before; quote values with special characters.",
        ),
    )
