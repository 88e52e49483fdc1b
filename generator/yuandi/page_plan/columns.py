"""The pages of columns: all current entries, pinned ones first, and by year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Column
from yuandi.page_plan.planned_page import Listed, cut
from yuandi.page_plan.published import Published

PAGE = 30
"""The maximum number of entries on a page of a list."""


@dataclass(frozen=True, slots=True)
class ColumnPage(Listed[Entry[Any]]):
    """A page of a column, or of one year of it, with the number of entries of each year."""

    column: Column
    year: int | None
    counts: Mapping[int, int]


def planned_columns(published: Published) -> Iterator[ColumnPage]:
    """The pages of every column, whole and by year."""
    where = published.portal.addresses
    for column in published.portal.columns:
        entries = published.by_column.get(column.id, ())
        pinned_first = sorted(entries, key=lambda entry: not published.is_pinned(entry))
        by_year = _by_year(entries)
        counts = {year: len(chosen) for year, chosen in by_year.items()}
        for part in cut(pinned_first, PAGE, partial(where.column, column.id, None)):
            yield ColumnPage(part, column, None, counts)
        for year, chosen in by_year.items():
            for part in cut(chosen, PAGE, partial(where.column, column.id, year)):
                yield ColumnPage(part, column, year, counts)


def _by_year(entries: Sequence[Entry[Any]]) -> Mapping[int, Sequence[Entry[Any]]]:
    found: dict[int, list[Entry[Any]]] = {}
    for entry in entries:
        found.setdefault(entry.record.date.year, []).append(entry)
    return found
