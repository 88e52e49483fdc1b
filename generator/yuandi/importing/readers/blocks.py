"""The content of a document independent of its format: blocks of Markdown text, tables and pictures. Only data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "table", "picture", "raw"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item of a list, table or picture.

    `text` is inline Markdown, for a picture its description; `level` is that of a heading (1–6) or the depth of an item
    (from 0), whose `mark` is `-` or `1.`; `rows` are the cells of a table. A `raw` block is unchanged Markdown. `source`
    is the name of a picture or the origin of a block.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    mark: str = "-"
    rows: tuple[tuple[str, ...], ...] = ()
    source: str = ""

    def saying(self, text: str) -> "Block":
        """The same block with another text."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a document; `suffix` is that of a file name, with its dot."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The content of a document: its blocks in order and its pictures by name.

    `metadata` holds `title`, `date`, `source` and `author` if the format has a place for them.
    """

    blocks: tuple[Block, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text that is not blank."""
    return tuple(Block("paragraph", text) for text in texts if text.strip())
