"""Lists cut into pages, grouped by month: of columns, of archives, of units and people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from yuandi.content.entry import Entry
from yuandi.pages.parts import Fact, Link, Row
from yuandi.pages.shown import Shown
from yuandi.pages.view import View
from yuandi.pages.words import month

PAGE = 30
NEAR = 3


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month under its name."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list: its number, and where it is; the current one leads nowhere."""

    number: int
    address: str | None
    follows_gap: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year with how many entries it has; the chosen one leads nowhere."""

    label: str
    count: int
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """A page of a list."""

    template: ClassVar[str] = "list.html"
    total: int
    months: tuple[Month, ...]
    pages: tuple[Page, ...]
    years: tuple[Year, ...] = ()
    facts: tuple[Fact, ...] = ()


def months(shown: Shown, entries: Sequence[Entry[Any]]) -> tuple[Month, ...]:
    """Entries, newest first, under their months."""
    dated = [entry for entry in entries if entry.record.date]
    return tuple(
        Month(label, shown.rows(group)) for label, group in groupby(dated, key=lambda entry: month(entry.record.date))
    )


def cut(entries: Sequence[Entry[Any]]) -> list[Sequence[Entry[Any]]]:
    """Entries in pages of at most PAGE; an empty list has one empty page."""
    return [entries[start : start + PAGE] for start in range(0, len(entries), PAGE)] or [entries]


def page_links(count: int, current: int, address: Callable[[int], str]) -> tuple[Page, ...]:
    """Links to the first, the last and the near pages of a list where there are several."""
    if count == 1:
        return ()
    near = {1, count, *range(max(1, current - NEAR), min(count, current + NEAR) + 1)}
    return tuple(
        Page(number, None if number == current else address(number), number > 1 and number - 1 not in near)
        for number in sorted(near)
    )


def column_pages(shown: Shown) -> Iterator[ListView]:
    """The pages of every column, whole and by year."""
    for column in shown.portal.columns:
        entries = shown.by_column.get(column.id, ())
        pinned_first = tuple(sorted(entries, key=lambda entry: not shown.is_pinned(entry)))
        by_year: dict[int, list[Entry[Any]]] = {}
        for entry in entries:
            by_year.setdefault(entry.record.date.year, []).append(entry)
        counts = {year: len(chosen) for year, chosen in by_year.items()}
        yield from _column(
            shown=shown,
            identifier=column.id,
            title=column.title,
            summary=column.summary or "",
            chosen=pinned_first,
            counts=counts,
            year=None,
        )
        for year, chosen in by_year.items():
            yield from _column(
                shown=shown,
                identifier=column.id,
                title=column.title,
                summary=column.summary or "",
                chosen=chosen,
                counts=counts,
                year=year,
            )


def _column(
    shown: Shown,
    identifier: str,
    title: str,
    summary: str,
    chosen: Sequence[Entry[Any]],
    counts: Mapping[int, int],
    year: int | None,
) -> Iterator[ListView]:
    base = f"columns/{identifier}" + (f"/{year}" if year else "")

    def address(number: int) -> str:
        return shown.portal.addresses.page(f"{base}/page/{number}" if number > 1 else base)

    parts = cut(chosen)
    for number, part in enumerate(parts, start=1):
        yield ListView(
            address=address(number),
            title=title + (f" {year}年" if year else "") + (f"（第 {number} 页）" if number > 1 else ""),
            summary=summary if number == 1 and not year else "",
            crumbs=(Link(title, shown.portal.addresses.column(identifier)),) if year or number > 1 else (),
            active=identifier,
            total=len(chosen),
            months=_months_of_page(shown, part),
            pages=page_links(len(parts), number, address),
            years=_years(shown, identifier, counts, year),
            facts=shown.feed(f"columns/{identifier}/", part) if number == 1 and not year else (),
        )


def _months_of_page(shown: Shown, part: Sequence[Entry[Any]]) -> tuple[Month, ...]:
    """Pinned entries stand above the months."""
    pinned = [entry for entry in part if shown.is_pinned(entry)]
    rest = [entry for entry in part if not shown.is_pinned(entry)]
    head = (Month("置顶", shown.rows(pinned)),) if pinned else ()
    return head + months(shown, rest)


def _years(shown: Shown, identifier: str, counts: Mapping[int, int], chosen: int | None) -> tuple[Year, ...]:
    where = shown.portal.addresses
    everything = Year("全部", sum(counts.values()), where.column(identifier) if chosen else None)
    by_year = (
        Year(f"{year}年", counts[year], None if year == chosen else where.page(f"columns/{identifier}/{year}"))
        for year in sorted(counts, reverse=True)
    )
    return (everything, *by_year)
