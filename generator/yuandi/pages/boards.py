"""Boards: how units, groups and people stand with every measure, what is due, what was handed in, what is still free.

A cell says a state by sign and word and leads to its rows on the measure's page, where every number has its entries.
The pace of open periods grows from day to day: `yuandi measures` tells it, pages do not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import said
from yuandi.pages.entry.showing import cell
from yuandi.pages.lists import Page, page_links
from yuandi.pages.matrices import MARKS, ROWS, Boards, Matrix, Section, anchor, people, sections
from yuandi.pages.parts import Grid, Link, Mark, StateCount
from yuandi.pages.registers import register_pages, registers
from yuandi.pages.shown import Shown
from yuandi.pages.view import View
from yuandi.pages.words import number

CELLS = 240
"""So many cells of matrices stand on one page of a board."""

EVIDENCE = 40
"""So many entries stand beside a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView(View):
    """Subjects × measures, with ways to the other boards and the tables to download."""

    template: ClassVar[str] = "board.html"
    states: tuple[StateCount, ...]
    sections: tuple[Section, ...]
    quotas: Grid | None = None
    pages: tuple[Page, ...] = ()
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
    pages: tuple[Page, ...]


def has_boards(shown: Shown) -> bool:
    """Whether there is anything to stand on a board."""
    return bool(shown.portal.measures or shown.portal.columns)


def board_pages(shown: Shown) -> Iterator[View]:
    """The boards, where there is a policy with measures, or something due or handed in."""
    if not has_boards(shown):
        return
    boards = Boards(shown)
    others = tuple(registers(shown))
    where = shown.portal.addresses
    crumbs = (Link("看板", where.board()),)
    everybody = people(boards)
    ways = tuple(Link(one.title, where.board(one.name)) for one in others)
    parts = _parts(sections(boards)) or [()]
    for page, part in enumerate(parts, start=1):
        yield BoardView(
            address=where.board(number=page),
            title="看板" + (f"（第 {page} 页）" if page > 1 else ""),
            active="board",
            states=_states(boards.latest),
            sections=part,
            quotas=_quotas(boards) if page == 1 else None,
            pages=page_links(len(parts), page, lambda page: where.board(number=page)),
            boards=((Link("人员", where.board("people")),) if everybody else ()) + ways,
            sheets=(Link("全部指标（CSV）", where.board_sheet("measures")),) if shown.measured else (),
        )
    if everybody:
        yield from _people(boards, everybody, crumbs)
    for code, rows in boards.by_code.items():
        yield from _measure(boards, code, rows, crumbs)
    for one in others:
        yield from register_pages(shown, one, crumbs)


def _people(boards: Boards, everybody: Section, crumbs: tuple[Link, ...]) -> Iterator[BoardView]:
    where = boards.shown.portal.addresses
    parts = _parts((replace(everybody, title=""),))
    for page, part in enumerate(parts, start=1):
        yield BoardView(
            address=where.board("people", page),
            title="人员看板" + (f"（第 {page} 页）" if page > 1 else ""),
            crumbs=crumbs,
            active="board",
            states=_states(row for row in boards.latest if row.subject.kind == "person"),
            sections=part,
            pages=page_links(len(parts), page, lambda page: where.board("people", page)),
        )


def _parts(given: Iterable[Section]) -> list[tuple[Section, ...]]:
    """What stands on each page: at most `CELLS` cells, and a row at least. A section that goes on keeps its title."""
    pages: list[list[tuple[str, Grid | Matrix]]] = []
    free = 0
    for section in given:
        for table in (*((section.lines,) if section.lines else ()), *section.matrices):
            width = 1 + len(table.columns if isinstance(table, Matrix) else table.heads)
            start = 0
            while start < len(table.rows):
                if free < width:
                    pages.append([])
                    free = max(CELLS, width)
                end = start + free // width
                pages[-1].append((section.title, replace(table, rows=table.rows[start:end])))
                free -= width * len(table.rows[start:end])
                start = end
    return [tuple(_joined(page)) for page in pages]


def _joined(tables: Iterable[tuple[str, Grid | Matrix]]) -> Iterator[Section]:
    """Tables of one title as one section."""
    for title, group in groupby(tables, key=itemgetter(0)):
        these = [table for _, table in group]
        lines = next((table for table in these if isinstance(table, Grid)), None)
        yield Section(title, lines, tuple(table for table in these if isinstance(table, Matrix)))


def _states(rows: Iterable[Verdict]) -> tuple[StateCount, ...]:
    counts = Counter(row.state for row in rows)
    return tuple(StateCount(MARKS[state], counts[state]) for state in State if counts[state])


def _quotas(boards: Boards) -> Grid | None:
    """Each category of honours: how many were named, how many may be, how many are still free."""
    rows = tuple(
        (
            cell(row.subject.name),
            cell(Link(row.title, *boards.places[id(row)])),
            cell(said(row.period).zh),
            cell(row.said_value, is_number=True),
            cell(str(row.limit)),
            cell(_free(row), is_number=True),
            cell(None, mark=MARKS[row.state]),
        )
        for row in boards.latest
        if row.subject.kind == "category"
    )
    heads = ("类别", "规定", "年度", "已评", "限额", "还可评", "状态")
    return Grid("名额", heads, rows) if rows else None


def _free(row: Verdict) -> str:
    """How much of a quota nobody has taken yet."""
    if row.limit.high is None or row.value is None or row.limit.is_share:
        return ""
    return number(max(0.0, row.limit.high - row.value))


def _measure(boards: Boards, code: str, rows: Sequence[Verdict], crumbs: tuple[Link, ...]) -> Iterator[MeasureView]:
    shown, where = boards.shown, boards.shown.portal.addresses
    measure = rows[0].measure.record
    source = measure.source
    entry = shown.portal.by_id.get(source.ref) if source and source.ref else None
    told = shown.entry(entry) if entry and entry.id in shown.ids else None
    parts = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
    for page, part in enumerate(parts, start=1):
        yield MeasureView(
            address=where.measure(code, page),
            title=(measure.title or code) + (f"（第 {page} 页）" if page > 1 else ""),
            crumbs=crumbs,
            active="board",
            code=code,
            modality=rows[0].modality.label,
            source=told or (Link(source.ref) if source and source.ref and not entry else None),
            article=(source.article or "") if source else "",
            rows=tuple(_verdict(boards, row, (page - 1) * ROWS + index) for index, row in enumerate(part)),
            pages=page_links(len(parts), page, lambda page: where.measure(code, page)),
        )


def _verdict(boards: Boards, row: Verdict, index: int) -> VerdictRow:
    return VerdictRow(
        anchor=anchor(index),
        subject=boards.subject(row),
        period=said(row.period).zh,
        mark=MARKS[row.state],
        value=row.said_value,
        limit=str(row.limit),
        evidence=tuple(boards.shown.entry(entry) for entry in row.evidence[:EVIDENCE]),
        more=max(0, len(row.evidence) - EVIDENCE),
        statement=row.statement or "",
    )
