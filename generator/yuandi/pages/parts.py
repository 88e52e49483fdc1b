"""What pages are made of: links, rows, facts and blocks. Frozen values that templates print as they are.

An address is relative to the site's root; None means that there is no page to link to.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

WORDS = "\ue000words\ue001"
"""A placeholder for the number of words of a body: a view does not know the body that it is shown with."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words and their target: a page, or an anchor on it."""

    text: str
    address: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state shown by sign and word: pinned, superseded, revoked, expired, required …"""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list."""

    title: str
    address: str
    date: date | None
    label: str
    column: Link | None
    unit: Link | None
    summary: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_revoked(self) -> bool:
        """Whether the entry is shown struck through."""
        return any(mark.kind == "revoked" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Count:
    """A link with a number."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class StateCount:
    """The number of items in one state."""

    mark: Mark
    count: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file to download."""

    title: str
    address: str
    form: str
    size: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an entry's page; `kind` names the template that draws it."""

    kind: ClassVar[str]
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its links, and how it is set."""

    links: tuple[Link, ...]
    is_number: bool = False
    mark: Mark | None = None
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A table with a head."""

    kind: ClassVar[str] = "grid"
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Items(Block):
    """Sentences in a list."""

    kind: ClassVar[str] = "items"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows(Block):
    """Entries in a list."""

    kind: ClassVar[str] = "rows"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a whole, in words and percent."""

    label: str
    value: str
    percent: float
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Bars(Block):
    """Shares of wholes: attendance, scores, spending."""

    kind: ClassVar[str] = "bars"
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """Steps in order, each with its day."""

    kind: ClassVar[str] = "steps"
    steps: tuple[tuple[str, date | None], ...]
