"""The pages of the archive: all years, each year, each month. They include expired entries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from yuandi.content.entry import Entry
from yuandi.page_plan.columns import PAGE
from yuandi.page_plan.planned_page import Listed, Planned, cut
from yuandi.page_plan.published import Published


@dataclass(frozen=True, slots=True)
class ArchivePage(Planned):
    """The page of all years."""


@dataclass(frozen=True, slots=True)
class YearPage(Planned):
    """The page of one year, with its entries."""

    year: int
    entries: Sequence[Entry[Any]]


@dataclass(frozen=True, slots=True)
class MonthPage(Listed[Entry[Any]]):
    """A page of one month."""

    year: int
    month: int


def planned_archive(published: Published) -> Iterator[ArchivePage | YearPage | MonthPage]:
    """The archive's pages, the newest year first, each followed by its months."""
    where = published.portal.addresses
    yield ArchivePage(where.archive())
    for year, months in _by_month(published.entries).items():
        entries = [entry for entry in published.entries if entry.record.date.year == year]
        yield YearPage(where.archive(year), year, entries)
        for month in sorted(months):
            for part in cut(months[month], PAGE, partial(where.archive, year, month)):
                yield MonthPage(part, year, month)


def _by_month(entries: Sequence[Entry[Any]]) -> Mapping[int, Mapping[int, Sequence[Entry[Any]]]]:
    found: dict[int, dict[int, list[Entry[Any]]]] = {}
    for entry in entries:
        found.setdefault(entry.record.date.year, {}).setdefault(entry.record.date.month, []).append(entry)
    return found
