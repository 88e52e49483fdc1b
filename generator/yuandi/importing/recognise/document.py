"""A document after its head was read, and the values found for the fields of its type. Only data and look-ups."""

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
class OfficeDocument:
    """A document after its head was read, as the functions for types get it. `since` is its day, if known."""

    head: Head
    blocks: tuple[Block, ...]
    names: Names
    since: date | None

    @property
    def texts(self) -> list[str]:
        """The text of each block except tables."""
        return [plain(block.text) for block in self.blocks if block.kind != "table" and block.text]

    @property
    def year(self) -> int | None:
        """The year of the document: that of its day, else the one in its title, or None."""
        if self.since:
            return self.since.year
        named = re.search(r"((?:19|20)\d\d)\s*年?", self.head.title)
        return int(named[1]) if named else None

    def rosters(self, *kinds: str) -> list[Roster]:
        """The tables of these kinds."""
        found = (roster(block.rows, kinds) for block in self.blocks if block.kind == "table")
        return [table for table in found if table]


@dataclass(slots=True)
class Filled:
    """The values that were found, by English key; further ones for the field `extra`; notes; and files beside the entry.

    `without_tables` is whether the tables are in the values and leave the body.
    """

    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    without_tables: bool = False
