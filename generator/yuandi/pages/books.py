"""The library: every recommended book, with the lists that recommend it and the articles about it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import Article, BookList, PersonalPlan, StudyRecord
from yuandi.i18n import message
from yuandi.page_plan.books import BookPage, LibraryPage, planned_books
from yuandi.pages.entry.book_list import books
from yuandi.pages.entry.showing import facts
from yuandi.pages.lists import PageLink, numbered, page_links
from yuandi.pages.parts import Fact, Link, Mark, Row
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Book
from yuandi.pages.view import View
from yuandi.pages.words import book_title

TOLD = 60
"""The maximum number of articles, and of records of reading, on the page of a book; the newest are shown."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A list that recommends a book: the list, its period, the recommender, whether the book is required, and why."""

    roll: Link
    period: str
    by: Link | None
    required: Mark | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookView(View):
    """A book with all lists that recommend it, the articles about it and the records of reading it."""

    template: ClassVar[str] = "book.html"
    book: Book
    facts: tuple[Fact, ...]
    lists: tuple[Recommended, ...]
    written: tuple[Row, ...]
    read: tuple[Row, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Shelved:
    """A book in the library: how often it was recommended, what was written about it."""

    book: Book
    lists: int
    written: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView(View):
    """All books, the most recently recommended first."""

    template: ClassVar[str] = "library.html"
    total: int
    books: tuple[Shelved, ...]
    pages: tuple[PageLink, ...]


@dataclass(frozen=True)
class Library:
    """Books as the lists describe them, and the entries about each title."""

    shown: Shown

    def listed(self, page: BookPage) -> tuple[Book, ...]:
        """A book as described by each list that recommends it."""
        return tuple(self._books(entry)[place] for entry, place in page.lists)

    def _books(self, entry: Entry[BookList]) -> tuple[Book, ...]:
        if entry.path not in self._known:
            self._known[entry.path] = books(self.shown, entry)
        return self._known[entry.path]

    @cached_property
    def _known(self) -> dict[str, tuple[Book, ...]]:
        return {}

    @cached_property
    def by_title(self) -> Mapping[str, tuple[Sequence[Entry[Any]], Sequence[Entry[Any]]]]:
        """Articles about a book and records of reading it, by its bare title, newest first."""
        found: dict[str, tuple[list[Entry[Any]], list[Entry[Any]]]] = {}
        for article in self.shown.counting(Article):
            if article.record.work:
                found.setdefault(bare(article.record.work), ([], []))[0].append(article)
        for entry in self.shown.counted:
            if not isinstance(entry.record, StudyRecord | PersonalPlan):
                continue
            for word in entry.record.books:
                found.setdefault(bare(word), ([], []))[1].append(entry)
        return found

    def recommended(self, page: BookPage) -> int:
        """The number of counted lists that recommend a book."""
        counting = {entry.id for entry in self.shown.portal.counted}
        return len({entry.id for entry, _ in page.lists if entry.id in counting})

    def said_of(self, book: Book) -> tuple[Sequence[Entry[Any]], Sequence[Entry[Any]]]:
        """The articles about a book, and the records of reading it."""
        return self.by_title.get(book.title, ((), ()))


def book_pages(shown: Shown) -> Iterator[View]:
    """The library, and a page for each book."""
    library = Library(shown)
    for page in shown.plan.of(planned_books):
        yield _book(shown, library, page) if isinstance(page, BookPage) else _shelves(shown, library, page)


def _shelves(shown: Shown, library: Library, page: LibraryPage) -> LibraryView:
    return LibraryView(
        address=page.address,
        title=numbered(message("书目"), page.part),
        crumbs=(Link(message("归档"), shown.portal.addresses.archive()),),
        active="archive",
        total=page.part.total,
        books=tuple(_shelved(library, book) for book in page.part.items),
        pages=page_links(page.part),
    )


def _shelved(library: Library, page: BookPage) -> Shelved:
    book = library.listed(page)[0]
    return Shelved(book, library.recommended(page), len(library.said_of(book)[0]))


def _book(shown: Shown, library: Library, page: BookPage) -> BookView:
    where = shown.portal.addresses
    listed = library.listed(page)
    book = next((edition for edition in listed if edition.cover), listed[0])
    written, read = library.said_of(book)
    distinct = {
        label: tuple(dict.fromkeys(value for edition in listed if (value := getattr(edition, name))))
        for label, name in (
            (message("出版"), "publisher"),
            (message("书号"), "isbn"),
            (message("类别"), "label"),
            (message("在架"), "place"),
        )
    }
    return BookView(
        address=page.address,
        title=book_title(book.title),
        crumbs=(Link(message("归档"), where.archive()), Link(message("书目"), where.library())),
        active="archive",
        book=book,
        facts=facts((message("作者"), book.author), *distinct.items()),
        lists=tuple(_recommended(shown, entry, place) for entry, place in page.lists),
        written=shown.rows(written[:TOLD]),
        read=shown.rows(read[:TOLD]),
        more=len(written[TOLD:]) + len(read[TOLD:]),
    )


def _recommended(shown: Shown, entry: Entry[BookList], place: int) -> Recommended:
    record = entry.record
    return Recommended(
        shown.entry(entry),
        record.period.label,
        shown.actor(record.recommender) if record.recommender else None,
        Mark("required", message("必读")) if record.books[place].required else None,
        record.books[place].note or "",
    )
