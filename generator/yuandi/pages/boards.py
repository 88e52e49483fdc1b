"""Boards: the verdicts on units, groups and people, what is due, what was handed in, which quotas are still free.

A cell shows a state by sign and word and links to its rows on the measure's page, which list the entries of each number.
The pace of open periods changes from day to day, so `yuandi measures` prints it and pages do not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from yuandi.i18n import in_context, message
from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import label
from yuandi.page_plan.boards import PEOPLE, BoardPage, MeasurePage, planned_boards
from yuandi.page_plan.registers import RegisterPage
from yuandi.pages.entry.showing import cell
from yuandi.pages.lists import PageLink, numbered, page_links
from yuandi.pages.matrices import MARKS, Boards, BoardSection, anchor, sections
from yuandi.pages.parts import Grid, Link, Mark, StateCount
from yuandi.pages.registers import Register, register_page, registers
from yuandi.pages.shown import Shown
from yuandi.pages.view import View
from yuandi.pages.words import number

EVIDENCE = 40
"""The maximum number of entries beside a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView(View):
    """Subjects × measures, with links to the other boards and to the tables to download."""

    template: ClassVar[str] = "board.html"
    states: tuple[StateCount, ...]
    sections: tuple[BoardSection, ...]
    quotas: Grid | None = None
    pages: tuple[PageLink, ...] = ()
    boards: tuple[Link, ...] = ()
    sheets: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A row on a measure's page, with its anchor."""

    anchor: str
    subject: Link
    period: str
    mark: Mark
    value: str
    limit: str
    evidence: tuple[Link, ...]
    more: int
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView(View):
    """One measure: its source, and every verdict with its evidence, the latest period first."""

    template: ClassVar[str] = "measure.html"
    code: str
    modality: str
    source: Link | None
    article: str
    rows: tuple[VerdictRow, ...]
    pages: tuple[PageLink, ...]


def board_pages(shown: Shown) -> Iterator[View]:
    """The boards."""
    boards, crumbs = Boards(shown), (Link(message("看板"), shown.portal.addresses.board()),)
    known = {register.name: register for register in registers(shown)}
    for page in shown.plan.of(planned_boards):
        if isinstance(page, MeasurePage):
            yield _measure(boards, page, crumbs)
        elif isinstance(page, RegisterPage):
            yield register_page(shown, known[page.name], page, crumbs)
        elif page.name == PEOPLE:
            yield _people(boards, page, crumbs)
        else:
            yield _board(boards, page, known.values())


def _board(boards: Boards, page: BoardPage, others: Iterable[Register]) -> BoardView:
    shown, where = boards.shown, boards.shown.portal.addresses
    has_people = any(isinstance(other, BoardPage) and other.name == PEOPLE for other in shown.plan.of(planned_boards))
    ways = tuple(Link(register.title, where.board(register.name)) for register in others)
    return BoardView(
        address=page.address,
        title=numbered(message("看板"), page.part),
        active="board",
        states=_states(boards.latest),
        sections=tuple(sections(boards, page.part.items)),
        quotas=_quotas(boards) if page.is_first else None,
        pages=page_links(page.part),
        boards=((Link(in_context("many", "人员"), where.board(PEOPLE)),) if has_people else ()) + ways,
        sheets=(Link(message("全部指标（CSV）"), where.board_sheet("measures")),) if shown.measured else (),
    )


def _people(boards: Boards, page: BoardPage, crumbs: tuple[Link, ...]) -> BoardView:
    return BoardView(
        address=page.address,
        title=numbered(message("人员看板"), page.part),
        crumbs=crumbs,
        active="board",
        states=_states(row for row in boards.latest if row.subject.kind == "person"),
        sections=tuple(sections(boards, page.part.items)),
        pages=page_links(page.part),
    )


def _states(rows: Iterable[Verdict]) -> tuple[StateCount, ...]:
    counts = Counter(row.state for row in rows)
    return tuple(StateCount(MARKS[state], counts[state]) for state in State if counts[state])


def _quotas(boards: Boards) -> Grid | None:
    """Each category of honours: how many were named, how many may be named, how many are still free."""
    rows = tuple(
        (
            cell(row.subject.name),
            cell(Link(row.title, *boards.places[id(row)])),
            cell(label(row.period)),
            cell(row.said_value, is_number=True),
            cell(str(row.limit)),
            cell(_free(row), is_number=True),
            cell(None, mark=MARKS[row.state]),
        )
        for row in boards.latest
        if row.subject.kind == "category"
    )
    heads = (
        message("类别"),
        message("规定"),
        message("年度"),
        message("已评"),
        message("限额"),
        message("还可评"),
        message("状态"),
    )
    return Grid(message("名额"), heads, rows) if rows else None


def _free(row: Verdict) -> str:
    """The part of a quota that is still free."""
    if row.limit.high is None or row.value is None or row.limit.is_share:
        return ""
    return number(max(0.0, row.limit.high - row.value))


def _measure(boards: Boards, page: MeasurePage, crumbs: tuple[Link, ...]) -> MeasureView:
    shown, rows = boards.shown, page.part.items
    measure = rows[0].measure.record
    source = measure.source
    entry = shown.portal.by_id.get(source.ref) if source and source.ref else None
    told = shown.entry(entry) if entry and entry.id in shown.ids else None
    return MeasureView(
        address=page.address,
        title=numbered(measure.title or page.code, page.part),
        crumbs=crumbs,
        active="board",
        code=page.code,
        modality=rows[0].modality.message,
        source=told or (Link(source.ref) if source and source.ref and not entry else None),
        article=(source.article or "") if source else "",
        rows=tuple(_verdict(boards, row, page.part.first + index) for index, row in enumerate(rows)),
        pages=page_links(page.part),
    )


def _verdict(boards: Boards, row: Verdict, index: int) -> VerdictRow:
    return VerdictRow(
        anchor=anchor(index),
        subject=boards.subject(row),
        period=label(row.period),
        mark=MARKS[row.state],
        value=row.said_value,
        limit=str(row.limit),
        evidence=tuple(boards.shown.entry(entry) for entry in row.evidence[:EVIDENCE]),
        more=max(0, len(row.evidence) - EVIDENCE),
        statement=row.statement or "",
    )
