"""The pages of boards: verdicts on subjects, verdicts on people, every measure with its verdicts, the registers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from yuandi.measures import Row as Verdict
from yuandi.page_plan.planned_page import Listed, cut, parts
from yuandi.page_plan.published import Published
from yuandi.page_plan.registers import RegisterPage, planned_registers
from yuandi.page_plan.verdict_tables import Table, tables, tables_of_people

CELLS = 240
"""The maximum number of table cells on a page of a board."""

ROWS = 100
"""The maximum number of verdicts on a page."""

PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class BoardPage(Listed[Table]):
    """A page of the main board, or of the board with a name."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class MeasurePage(Listed[Verdict]):
    """A page of a measure with its verdicts, the latest period first, then subjects in the policy's order."""

    code: str


AnyBoard = BoardPage | MeasurePage | RegisterPage


def planned_boards(published: Published) -> Iterator[AnyBoard]:
    """The main board, and the other boards that are not empty."""
    portal, measured = published.portal, published.measured
    where = portal.addresses
    everybody = _cut(tables_of_people(measured, portal.units))
    yield from map(BoardPage, parts(_cut(tables(measured)) or [()], partial(where.board, "")))
    for part in parts(everybody, partial(where.board, PEOPLE)):
        yield BoardPage(part, PEOPLE)
    for code, rows in _by_code(measured).items():
        for verdicts in cut(rows, ROWS, partial(where.measure, code)):
            yield MeasurePage(verdicts, code)
    yield from planned_registers(published)


def _by_code(measured: Iterable[Verdict]) -> Mapping[str, Sequence[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for row in measured:
        found.setdefault(row.code, []).append(row)
    return {code: sorted(rows, key=lambda row: -row.period.last.toordinal()) for code, rows in found.items()}


def _cut(given: Iterable[Table]) -> list[Sequence[Table]]:
    """The tables of each page: at most `CELLS` cells, and at least one row."""
    pages: list[list[Table]] = []
    free = 0
    for table in given:
        start = 0
        while start < len(table.rows):
            if free < table.width:
                pages.append([])
                free = max(CELLS, table.width)
            end = start + free // table.width
            piece = table.some(start, end)
            pages[-1].append(piece)
            free -= table.width * len(piece.rows)
            start = end
    return [tuple(page) for page in pages]
