"""The order of entries, and numbers that are out of order: shared by the rules about series."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from yuandi.content.entry import Entry

E = TypeVar("E", bound=Entry[Any])


def oldest_first(entries: Iterable[E]) -> list[E]:
    """Return entries sorted by date, then by path."""
    return sorted(entries, key=lambda entry: (entry.record.date or date.min, entry.path))


def out_of_order(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the place of each number that repeats an earlier one or is less than the one before it, with the other's place."""
    seen: dict[int, int] = {}
    last = -1
    for place, number in enumerate(numbers):
        if number in seen:
            yield place, seen[number]
        elif number < last:
            yield place, place - 1
        seen.setdefault(number, place)
        last = number
