"""A page before it is drawn: its address, and the part of a list that it shows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that a build makes, by its address."""

    address: str


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """The part of a list on one page: the page's number, its items, the index of the first, and the addresses of all pages
    of the list are."""

    number: int
    items: Sequence[T]
    first: int
    total: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A page of a list."""

    part: Part[T]

    @property
    def address(self) -> str:
        """The address of the page."""
        return self.part.addresses[self.part.number - 1]

    @property
    def is_first(self) -> bool:
        """Whether it is the first page of the list."""
        return self.part.number == 1


def cut(items: Sequence[T], size: int, address: Callable[[int], str]) -> Iterator[Part[T]]:
    """Items in pages of at most `size`; an empty list has one empty page."""
    return parts([items[start : start + size] for start in range(0, len(items), size)] or [items], address)


def parts(groups: Sequence[Sequence[T]], address: Callable[[int], str]) -> Iterator[Part[T]]:
    """One page for each group of items."""
    addresses = tuple(address(number) for number in range(1, len(groups) + 1))
    total, first = sum(map(len, groups)), 0
    for number, group in enumerate(groups, start=1):
        yield Part(number, group, first, total, addresses)
        first += len(group)


def addresses_of(pages: Iterable[Planned | Listed[T]]) -> frozenset[str]:
    """The addresses of pages."""
    return frozenset(page.address for page in pages)
