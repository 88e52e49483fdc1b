"""What a document is made of once its format is forgotten: blocks of Markdown text, tables and pictures. Only data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "table", "picture", "raw"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item of a list, table or picture.

    `text` is Markdown within a line (a picture's description); `level` is that of a heading (1–6) or the depth of an
    item (0 …), whose `mark` is `-` or `1.`; `rows` are the cells of a table. A `raw` block is Markdown as it came.
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
    """A picture that a document holds."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A document that was read: its blocks in order, its pictures by name, and what its head says of it.

    `said` holds `title`, `date`, `source` and `author` where the format has a place for them.
    """

    blocks: tuple[Block, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text that holds anything."""
    return tuple(Block("paragraph", text) for text in texts if text.strip())
