"""The pages of the library, and of every book that a list recommends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.page_plan.columns import PAGE
from yuandi.page_plan.planned_page import Listed, Planned, cut
from yuandi.page_plan.published import Published

Recommendation = tuple[Entry[BookList], int]
"""A list that recommends a book, and the book's index in it."""


@dataclass(frozen=True, slots=True)
class BookPage(Planned):
    """The page of a book, with the lists that recommend it, the newest first."""

    lists: Sequence[Recommendation]


@dataclass(frozen=True, slots=True)
class LibraryPage(Listed[BookPage]):
    """A page of all books."""


def planned_books(published: Published) -> Iterator[LibraryPage | BookPage]:
    """The library, and a page for each book; none without a book."""
    books = [BookPage(address, lists) for address, lists in _books(published).items()]
    if books:
        yield from map(LibraryPage, cut(books, PAGE, published.portal.addresses.library))
        yield from books


def _books(published: Published) -> Mapping[str, Sequence[Recommendation]]:
    """Books by their addresses, the most recently recommended first."""
    address = published.portal.addresses.book
    found: dict[str, list[Recommendation]] = {}
    for entry in published.of(BookList):
        for place, book in enumerate(entry.record.books):
            found.setdefault(address(book.title, book.author), []).append((entry, place))
    return found
