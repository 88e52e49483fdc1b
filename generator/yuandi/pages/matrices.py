"""Verdicts on each subject by the measures that apply to it: their addresses, and their tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from yuandi.i18n import in_context, message
from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import label
from yuandi.page_plan.boards import MeasurePage, planned_boards
from yuandi.page_plan.verdict_tables import Case, Crossed, Lines, Runs, Table, first, runs_of
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Cell, Grid, Link, Mark
from yuandi.pages.shown import Shown

MARKS: Mapping[State, Mark] = {state: Mark(state.value, state.message) for state in State}
_TITLES = {
    "unit": in_context("many", "单位"),
    "group": in_context("many", "小组"),
    "entry": in_context("many", "条目"),
    "person": in_context("many", "人员"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One cell: the state of a subject under a measure in its latest period, and the number of earlier failures."""

    mark: Mark
    value: str
    limit: str
    period: str
    address: str
    anchor: str
    earlier: int


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column: the measure, its title, and the address of all its rows."""

    code: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A subject with its cells, in the order of the columns; None if the measure does not apply to it."""

    subject: Link
    unit: str
    cells: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Subjects × the measures that they share."""

    title: str
    columns: tuple[BoardColumn, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class BoardSection:
    """Subjects of one kind: those that share no measure with others as lines, the others as matrices."""

    title: str
    lines: Grid | None
    matrices: tuple[Matrix, ...]


@dataclass(frozen=True)
class Boards:
    """All verdicts on the shown entries, and the address of each."""

    shown: Shown

    @cached_property
    def places(self) -> Mapping[int, tuple[str, str]]:
        """The page and the anchor of each verdict, by identity."""
        return {
            id(row): (page.address, anchor(page.part.first + index))
            for page in self.shown.plan.of(planned_boards)
            if isinstance(page, MeasurePage)
            for index, row in enumerate(page.part.items)
        }

    @cached_property
    def latest(self) -> tuple[Verdict, ...]:
        """The verdict of the latest period for each measure, case and subject."""
        return tuple(rows[-1] for rows in runs_of(self.shown.measured).values())

    def subject(self, row: Verdict) -> Link:
        """The subject of a verdict."""
        portal, who = self.shown.portal, row.subject
        if who.kind == "unit":
            return Link(who.name, portal.addresses.unit(who.id))
        if who.kind == "person":
            return Link(who.name, portal.addresses.person(who.id))
        if who.kind == "group":
            return Link(who.name, portal.addresses.group(who.id))
        entry = portal.by_id.get(who.id)
        return self.shown.entry(entry) if entry else Link(who.name)


def anchor(index: int) -> str:
    """The anchor of a row on a measure's page."""
    return f"row-{index + 1}"


def sections(boards: Boards, tables: Iterable[Table]) -> Iterator[BoardSection]:
    """The sections of a page: the tables of each kind of subject together."""
    for kind, group in groupby(tables, key=attrgetter("kind")):
        these = list(group)
        lines = next((_lines(boards, table) for table in these if isinstance(table, Lines)), None)
        title = "" if kind == "person" else _TITLES[kind]  # people have a board of their own, whose title says it
        yield BoardSection(title, lines, tuple(_matrix(boards, table) for table in these if isinstance(table, Crossed)))


def _matrix(boards: Boards, table: Crossed) -> Matrix:
    where = boards.shown.portal.addresses
    title = _TITLES[table.kind]
    asked = tuple(BoardColumn(code, title, where.measure(code)) for code, title in table.asked)
    rows = tuple(_row(boards, runs, table.asked) for runs in table.rows)
    return Matrix(_placed(title, table.place), asked, rows)


def _row(boards: Boards, runs: Runs, columns: Sequence[Case]) -> MatrixRow:
    start = first(runs)
    unit = boards.shown.unit(start.subject.unit) if start.subject.kind == "person" and start.subject.unit else None
    cells = tuple(_standing(boards, runs[column]) if column in runs else None for column in columns)
    return MatrixRow(boards.subject(start), unit.text if unit else "", cells)


def _lines(boards: Boards, table: Lines) -> Grid:
    """A line for each measure of each subject; the limit links to the verdict with its entries."""
    rows = tuple(_line(boards, rows) for rows in table.rows)
    return Grid(
        _TITLES[table.kind],
        (message("对象"), message("规定"), message("时期"), message("实际"), message("要求"), message("状态")),
        rows,
    )


def _line(boards: Boards, rows: Sequence[Verdict]) -> tuple[Cell, ...]:
    standing = _standing(boards, rows)
    return (
        cell(boards.subject(rows[-1])),
        cell(Link(rows[-1].title, standing.address, standing.anchor)),
        cell(standing.period),
        cell(standing.value or "—", is_number=True),
        cell(standing.limit),
        cell(message("往期不符 %(count)s", count=standing.earlier) if standing.earlier else None, mark=standing.mark),
    )


def _standing(boards: Boards, rows: Sequence[Verdict]) -> Standing:
    last = rows[-1]
    earlier = sum(row.state is State.VIOLATED for row in rows[:-1] if row.period.first.year == last.period.first.year)
    return Standing(
        MARKS[last.state],
        last.said_value,
        str(last.limit),
        label(last.period),
        *boards.places[id(last)],
        earlier,
    )


def _placed(title: str, place: int) -> str:
    """The title of a table, numbered if there are several."""
    return message("%(title)s %(number)s", title=title, number=place) if place else title
