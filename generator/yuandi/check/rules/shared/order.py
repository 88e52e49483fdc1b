"""Which of several comes first, and which number is out of order: shared by the rules about series."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from yuandi.content.entry import Entry

E = TypeVar("E", bound=Entry[Any])


def oldest_first(entries: Iterable[E]) -> list[E]:
    """By date, then by path: of two equals the second is the later one."""
    return sorted(entries, key=lambda entry: (entry.record.date or date.min, entry.path))


def out_of_order(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The place of each number that was there before, or is less than the one before it; with the place of that one."""
    seen: dict[int, int] = {}
    last = -1
    for place, number in enumerate(numbers):
        if number in seen:
            yield place, seen[number]
        elif number < last:
            yield place, place - 1
        seen.setdefault(number, place)
        last = number
