"""A form as a value: heading, facts, tables with room for writing, a line for signatures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from yuandi.i18n import message
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Cell, Fact
from yuandi.pages.view import View


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form: `wide` takes the remaining room, `blank` is for writing, `tight` does not wrap."""

    head: str
    width: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form; without a title it is the whole form."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of a form. `foot` are the labels of the signature lines."""

    facts: tuple[Fact, ...]
    tables: tuple[FormTable, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView(View):
    """A form for printing."""

    template: ClassVar[str] = "form.html"
    heading: str
    form: str
    facts: tuple[Fact, ...]
    tables: tuple[FormTable, ...]
    foot: tuple[str, ...]


def numbered(title: str, columns: Sequence[Column], rows: Iterable[Sequence[object]], *, empty: int = 0) -> FormTable:
    """A table with rows numbered from one, followed by `empty` empty rows."""
    width = len(columns)
    filled = [tuple(value if isinstance(value, Cell) else cell(value) for value in row) for row in rows]
    filled += [(cell(None),) * width] * empty
    numbers = (cell(f"{number}", is_number=True) for number in range(1, len(filled) + 1))
    body = tuple((number, *row) for number, row in zip(numbers, filled, strict=True))
    return FormTable(title, (Column(message("序号")), *columns), body)
