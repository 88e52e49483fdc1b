"""Boards that are tables: deadlines, submissions, freshness of columns. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from yuandi.i18n import in_context, message
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.registers import COLUMNS, DUE, SUBMISSIONS, RegisterPage, due
from yuandi.pages.entry.showing import cell
from yuandi.pages.lists import PageLink, numbered, page_links
from yuandi.pages.parts import Cell, Grid, Link, Mark, StateCount
from yuandi.pages.shown import Shown
from yuandi.pages.submissions import Submission, by_sender, states, submissions
from yuandi.pages.view import View
from yuandi.pages.words import number


@dataclass(frozen=True, slots=True)
class Register:
    """A table with all its lines, for pages and for a sheet; each line has the title of the group that it belongs to."""

    name: str
    title: str
    heads: tuple[str, ...]
    lines: Sequence[tuple[str, tuple[Cell, ...]]]
    states: tuple[StateCount, ...] = ()
    sums: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesView(View):
    """Tables under one title."""

    template: ClassVar[str] = "tables.html"
    tables: tuple[Grid, ...]
    states: tuple[StateCount, ...] = ()
    pages: tuple[PageLink, ...] = ()
    sheets: tuple[Link, ...] = ()


def registers(shown: Shown) -> Iterator[Register]:
    """The registers with at least one line."""
    found = (_due(shown), _handed_in(shown), _columns(shown))
    return (register for register in found if register.lines)


def register_page(shown: Shown, register: Register, page: RegisterPage, crumbs: tuple[Link, ...]) -> TablesView:
    """A page of a register; the first has the sums."""
    sums = (register.sums,) if register.sums and page.is_first else ()
    return TablesView(
        address=page.address,
        title=numbered(register.title, page.part),
        crumbs=crumbs,
        active="board",
        tables=(*sums, *_tables(register.heads, [register.lines[place] for place in page.part.items])),
        states=register.states,
        pages=page_links(page.part),
        sheets=(Link(message("表格（CSV）"), shown.portal.addresses.board_sheet(register.name)),),
    )


def _tables(heads: tuple[str, ...], lines: Sequence[tuple[str, tuple[Cell, ...]]]) -> Iterator[Grid]:
    """A table for each title, with all its lines."""
    by_title: dict[str, list[tuple[Cell, ...]]] = {}
    for title, cells in lines:
        by_title.setdefault(title, []).append(cells)
    return (Grid(title, heads, tuple(rows)) for title, rows in by_title.items())


def _due(shown: Shown) -> Register:
    """Deadlines within the next weeks and late ones, by owner, then by day."""
    found = []
    for deadline in due(shown.published):
        owner = shown.actor(deadline.owner) if deadline.owner else Link("")
        state = Mark("overdue", message("逾期")) if deadline.day < shown.as_of else Mark("coming", message("未到期"))
        cells = (
            cell(owner),
            cell(_iso(deadline.day), is_tight=True),
            cell(deadline.text),
            cell(shown.entry(deadline.entry)),
            cell(None, mark=state),
        )
        found.append((owner.text, deadline.day, cells))
    lines = [(message("未办结的事项"), cells) for _, _, cells in sorted(found, key=lambda row: row[:2])]
    return Register(
        DUE,
        message("近期截止"),
        (message("责任"), message("期限"), message("事项"), message("出处"), message("状态")),
        lines,
    )


def _handed_in(shown: Shown) -> Register:
    """Submissions and whether they were on time, the newest first."""
    found = submissions(shown)
    lines = [(year_label(submission.day.year), _submission(submission)) for submission in found]
    heads = (
        message("报送日期"),
        message("报送单位"),
        message("事项"),
        message("种类"),
        message("期限"),
        message("状态"),
    )
    return Register(SUBMISSIONS, message("报送登记"), heads, lines, states(found), by_sender(found))


def _submission(submission: Submission) -> tuple[Cell, ...]:
    return (
        cell(_iso(submission.sent)),
        cell(submission.sender),
        cell(submission.what),
        cell(submission.label, is_tight=True),
        cell(_iso(submission.due), is_tight=True),
        cell(None, mark=submission.state),
    )


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""


def _columns(shown: Shown) -> Register:
    """Each column with its newest entry, and whether it is as fresh as the column requires."""
    lines = []
    for column in shown.portal.columns:
        entries = shown.by_column.get(column.id, ())
        newest = max((entry.record.date for entry in entries if entry.record.date <= shown.as_of), default=None)
        cells = (
            cell(shown.column(column)),
            cell(shown.actor(column.owner) if column.owner else None),
            cell(_iso(newest), is_tight=True),
            cell(number(len(entries)), is_number=True),
            cell(message("%(count)s 天内", count=column.fresh_within) if column.fresh_within else ""),
            cell(None, mark=_fresh(shown, newest, column.fresh_within)),
        )
        lines.append((in_context("many", "栏目"), cells))
    return Register(
        COLUMNS,
        message("栏目更新"),
        (message("栏目"), message("负责"), message("最近更新"), message("件数"), message("要求"), message("状态")),
        lines,
    )


def _fresh(shown: Shown, newest: date | None, within: int | None) -> Mark | None:
    if newest is None:
        return Mark("overdue", message("空栏目"))
    if not within:
        return None
    return (
        Mark("overdue", message("久未更新"))
        if newest + timedelta(days=within) < shown.as_of
        else Mark("done", message("正常"))
    )
