"""A document with its head read, and what was found in it for the fields of its type. Only data and look-ups."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yuandi.base.text import Text
from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain
from yuandi.importing.recognise.facts.rosters import Roster, roster
from yuandi.importing.recognise.head import Head
from yuandi.importing.recognise.names import Names


@dataclass(frozen=True)
class Document:
    """A document with its head read: what the readers of types look into."""

    head: Head
    blocks: tuple[Block, ...]
    names: Names
    since: date | None

    @property
    def texts(self) -> list[str]:
        """The words of its paragraphs."""
        return [plain(block.text) for block in self.blocks if block.kind != "table" and block.text]

    @property
    def year(self) -> int | None:
        """The year that the document is of: that of its day, else the one that its title names."""
        if self.since:
            return self.since.year
        named = re.search(r"((?:19|20)\d\d)\s*年?", self.head.title)
        return int(named[1]) if named else None

    def rosters(self, *kinds: str) -> list[Roster]:
        """The tables that are of one of these kinds."""
        found = (roster(block.rows, kinds) for block in self.blocks if block.kind == "table")
        return [one for one in found if one]


@dataclass(slots=True)
class Filled:
    """The values that were found, by English key, what else to say, and files beside the entry."""

    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    without_tables: bool = False
