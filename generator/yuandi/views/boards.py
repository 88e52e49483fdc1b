"""Boards: how units, groups and people stand with every measure, what is due, what was handed in, what is still free.

A cell says a state by sign and word and leads to its rows on the measure's page, where every number has its entries.
The pace of open periods grows from day to day: `yuandi measures` tells it, pages do not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from yuandi.entry import Entry
from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import said
from yuandi.models import Application, News
from yuandi.views.deadlines import deadlines
from yuandi.views.lists import Page, page_links
from yuandi.views.matrices import MARKS, ROWS, Boards, Matrix, Section, anchor, people, sections
from yuandi.views.parts import Grid, Link, Mark
from yuandi.views.shown import Shown
from yuandi.views.types.showing import cell
from yuandi.views.view import View
from yuandi.views.words import number

PEOPLE = 60
"""So many people stand on one page of their board."""

WEEKS = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many verdicts of the latest periods are in one state."""

    mark: Mark
    count: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesView(View):
    """Tables under one title."""

    template: ClassVar[str] = "tables.html"
    tables: tuple[Grid, ...]
    sheets: tuple[Link, ...] = ()


def has_boards(shown: Shown) -> bool:
    """Whether there is anything to stand on a board."""
    return bool(shown.portal.measures or shown.portal.columns)


def board_pages(shown: Shown) -> Iterator[View]:
    """The boards, where there is a policy with measures, or something due or handed in."""
    if not has_boards(shown):
        return
    boards = Boards(shown)
    others = tuple(other_boards(shown))
    where = shown.portal.addresses
    crumbs = (Link("看板", where.board()),)
    everybody = people(boards)
    ways = tuple(Link(view.title, view.address) for view in others)
    yield BoardView(
        address=where.board(),
        title="看板",
        active="board",
        states=_states(boards.latest),
        sections=sections(boards),
        quotas=_quotas(boards),
        boards=((Link("人员", where.board("people")),) if everybody else ()) + ways,
        sheets=(Link("全部指标（CSV）", where.board_sheet("measures")),) if shown.measured else (),
    )
    if everybody:
        yield from _people(boards, everybody, crumbs)
    for code, rows in boards.by_code.items():
        yield from _measure(boards, code, rows, crumbs)
    yield from others


def _people(boards: Boards, everybody: Section, crumbs: tuple[Link, ...]) -> Iterator[BoardView]:
    where = boards.shown.portal.addresses
    parts = [*_parts(everybody)]
    for page, part in enumerate(parts, start=1):
        yield BoardView(
            address=where.board("people", page),
            title="人员看板" + (f"（第 {page} 页）" if page > 1 else ""),
            crumbs=crumbs,
            active="board",
            states=_states(row for row in boards.latest if row.subject.kind == "person"),
            sections=(part,),
            pages=page_links(len(parts), page, lambda page: where.board("people", page)),
        )


def _parts(everybody: Section) -> Iterator[Section]:
    """What stands on each page: at most `PEOPLE` rows of matrices."""
    part: list[Matrix] = []
    lines = everybody.lines
    free = PEOPLE
    for matrix in everybody.matrices:
        rows = matrix.rows
        while rows:
            part.append(Matrix(matrix.title, matrix.columns, rows[:free]))
            rows, free = rows[free:], free - len(rows[:free])
            if not free:
                yield Section("", lines, tuple(part))
                part, lines, free = [], None, PEOPLE
    if part or lines:
        yield Section("", lines, tuple(part))


def _states(rows: Iterable[Verdict]) -> tuple[StateCount, ...]:
    counts = Counter(row.state for row in rows)
    return tuple(StateCount(MARKS[state], counts[state]) for state in State if counts[state])


def _quotas(boards: Boards) -> Grid | None:
    """Each category of honours: how many were named, how many may be, how many are still free."""
    rows = tuple(
        (
            cell(row.subject.name),
            cell(Link(row.title, boards.places[id(row)][0])),
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
        anchor(index),
        boards.subject(row),
        said(row.period).zh,
        MARKS[row.state],
        row.said_value,
        str(row.limit),
        tuple(boards.shown.entry(entry) for entry in row.evidence),
        row.statement or "",
    )


def other_boards(shown: Shown) -> Iterator[TablesView]:
    """What is due, what was handed in, how fresh the columns are."""
    where = shown.portal.addresses
    crumbs = (Link("看板", where.board()),)
    for name, title, tables in (
        ("deadlines", "近期截止", _due_tables(shown)),
        ("submissions", "报送登记", _submissions(shown)),
        ("columns", "栏目更新", _freshness(shown)),
    ):
        if tables:
            yield TablesView(
                address=where.board(name),
                title=title,
                crumbs=crumbs,
                active="board",
                tables=tables,
                sheets=(Link("表格（CSV）", where.board_sheet(name)),),
            )


def _due_tables(shown: Shown) -> tuple[Grid, ...]:
    """What is due within the next weeks, or late: by whose it is, then by day."""
    found = []
    for one in deadlines(shown):
        if one.done or one.day > shown.as_of + WEEKS:
            continue
        owner = shown.actor(one.owner) if one.owner else Link("")
        state = Mark("overdue", "逾期") if one.day < shown.as_of else Mark("coming", "未到期")
        cells = (cell(owner), cell(_iso(one.day)), cell(one.text), cell(shown.entry(one.entry)), cell(None, mark=state))
        found.append((owner.text, one.day, cells))
    rows = tuple(cells for _, _, cells in sorted(found, key=lambda row: row[:2]))
    return (Grid("未办结的事项", ("责任", "期限", "事项", "出处", "状态"), rows),) if rows else ()


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""


def _submissions(shown: Shown) -> tuple[Grid, ...]:
    """Who handed in what, the newest first, by year."""
    by_year: dict[int, list[tuple[date, Entry[Any]]]] = {}
    for entry in shown.entries:
        if isinstance(entry.record, Application | News) and entry.record.submitted:
            by_year.setdefault(entry.record.submitted.year, []).append((entry.record.submitted, entry))
    heads = ("报送日期", "报送单位", "事项", "种类")
    return tuple(
        Grid(
            f"{year}年",
            heads,
            tuple(
                (cell(_iso(when)), cell(_sender(shown, entry)), cell(shown.entry(entry)), cell(shown.label(entry)))
                for when, entry in sorted(by_year[year], key=lambda one: (-one[0].toordinal(), one[1].id))[:ROWS]
            ),
        )
        for year in sorted(by_year, reverse=True)[:3]
    )


def _sender(shown: Shown, entry: Entry[Any]) -> Link | None:
    record = entry.record
    return shown.actor(record.subject, entry) if isinstance(record, Application) else shown.unit(record.unit)


def _freshness(shown: Shown) -> tuple[Grid, ...]:
    """Each column with its newest entry, and whether it came within the days that the column asks for."""
    rows = []
    for column in shown.portal.columns:
        entries = shown.by_column.get(column.id, ())
        newest = max((entry.record.date for entry in entries), default=None)
        rows.append(
            (
                cell(shown.column(column)),
                cell(shown.actor(column.owner) if column.owner else None),
                cell(_iso(newest)),
                cell(number(len(entries)), is_number=True),
                cell(f"{column.fresh_within} 天内" if column.fresh_within else ""),
                cell(None, mark=_fresh(shown, newest, column.fresh_within)),
            )
        )
    return (Grid("栏目", ("栏目", "负责", "最近更新", "件数", "要求", "状态"), tuple(rows)),) if rows else ()


def _fresh(shown: Shown, newest: date | None, within: int | None) -> Mark | None:
    if newest is None:
        return Mark("overdue", "空栏目")
    if not within:
        return None
    return Mark("overdue", "久未更新") if newest + timedelta(days=within) < shown.as_of else Mark("done", "正常")
