"""A chapter on the page: its sums in a sentence, its blocks; and tables without empty columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yuandi.i18n import clauses, message
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Block, Cell, Grid
from yuandi.pages.words import bracketed

MOST = 200
"""The maximum number of rows in a table of a dossier; a longer table says that it is cut."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a dossier: the number of its items, its sums, its blocks."""

    title: str
    count: int
    said: str
    blocks: tuple[Block, ...]


Value = object
Row = Sequence[Value]


def table(title: str, heads: Sequence[str], rows: Sequence[Row]) -> Grid:
    """A table of values or ready cells. Empty columns are left out."""
    cells = [tuple(value if isinstance(value, Cell) else cell(value) for value in row) for row in rows[:MOST]]
    kept = [
        place for place in range(len(heads)) if place == 0 or any(row[place].links or row[place].mark for row in cells)
    ]
    cut = tuple(tuple(row[place] for place in kept) for row in cells)
    told = bracketed(title, message("列出 %(count)s 项", count=MOST)) if len(rows) > MOST else title
    return Grid(told, tuple(heads[place] for place in kept), cut)


def sentence(parts: Iterable[str]) -> str:
    """The sums of a chapter: `共 12 次，24 学时。`; empty if there are none."""
    said = clauses(parts)
    return message("%(said)s。", said=said) if said else ""
