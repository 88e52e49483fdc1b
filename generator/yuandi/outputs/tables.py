"""Boards as tables for Excel and WPS, with what the pages show."""

from collections.abc import Iterable, Iterator, Sequence

from yuandi.base.csv_file import as_csv
from yuandi.i18n import in_context, listed, message, say, series
from yuandi.measures.periods import label
from yuandi.outputs.output import Export
from yuandi.pages import Shown
from yuandi.pages.parts import Cell
from yuandi.pages.registers import Register, registers

_HEAD = (
    message("单位"),
    message("编号"),
    message("指标"),
    message("对象"),
    message("周期"),
    message("状态"),
    message("数值"),
    message("要求"),
    in_context("what a value is from", "依据"),
)


def sheets(shown: Shown) -> Iterator[Export]:
    """All verdicts, and each of the other boards."""
    where = shown.portal.addresses
    if shown.measured:
        yield Export(where.board_sheet("measures"), _sheet(shown, [_HEAD, *_verdicts(shown)]))
    for register in registers(shown):
        yield Export(where.board_sheet(register.name), _sheet(shown, _rows(register)))


def _sheet(shown: Shown, rows: Iterable[Sequence[str]]) -> str:
    """A table in the language of the interface."""
    lang = shown.portal.settings.language
    return as_csv([say(word, lang) for word in row] for row in rows)


def _verdicts(shown: Shown) -> Iterator[list[str]]:
    for row in shown.measured:
        unit = shown.portal.units.by_id.get(row.subject.unit or "")
        yield [
            unit.name if unit else "",
            row.code,
            row.title,
            row.subject.name,
            label(row.period),
            row.state.message,
            row.said_value,
            str(row.limit),
            row.statement or series(entry.record.title for entry in row.evidence),
        ]


def _rows(register: Register) -> Iterator[list[str]]:
    """All lines of a register, of all its pages."""
    yield list(register.heads)
    yield from ([*map(_words, cells)] for _, cells in register.lines)


def _words(cell: Cell) -> str:
    return listed(link.text for link in cell.links) or (cell.mark.label if cell.mark else "")
