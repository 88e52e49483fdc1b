"""The library: every book that a list recommends, with who recommended it when and who wrote about it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import Article, BookList, PersonalPlan, StudyRecord
from yuandi.pages.entry.book_list import books
from yuandi.pages.entry.showing import facts
from yuandi.pages.lists import PAGE, Page, page_links
from yuandi.pages.parts import Book, Fact, Link, Mark, Row
from yuandi.pages.shown import Shown
from yuandi.pages.view import View

TOLD = 60
"""So many articles, and records of reading, stand on the page of a book: the newest."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A list that recommends a book: the list, its period, who recommends, whether it must be read, why."""

    roll: Link
    period: str
    by: Link | None
    required: Mark | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookView(View):
    """A book in all lists, with what was written about it and who read it."""

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
    """All books, those recommended last first."""

    template: ClassVar[str] = "library.html"
    total: int
    books: tuple[Shelved, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Library:
    """Books by the address of their page, and who writes about which title."""

    shown: Shown

    @cached_property
    def listed(self) -> Mapping[str, Sequence[tuple[Entry[BookList], int, Book]]]:
        """Each book with the lists that have it, the newest list first, and its place in the list."""
        found: dict[str, list[tuple[Entry[BookList], int, Book]]] = {}
        for entry in self.shown.of(BookList):
            for place, book in enumerate(books(self.shown, entry)):
                found.setdefault(book.address, []).append((entry, place, book))
        return found

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

    def recommended(self, its: Sequence[tuple[Entry[BookList], int, Book]]) -> int:
        """How many lists that count recommend a book."""
        counting = {entry.id for entry in self.shown.portal.counted}
        return len({entry.id for entry, _, _ in its if entry.id in counting})

    def said_of(self, book: Book) -> tuple[Sequence[Entry[Any]], Sequence[Entry[Any]]]:
        """What was written about a book, and who read it."""
        return self.by_title.get(book.title, ((), ()))


def book_pages(shown: Shown) -> Iterator[View]:
    """The library, and a page for each book."""
    library = Library(shown)
    if not library.listed:
        return
    where = shown.portal.addresses
    everything = [
        Shelved(its[0][2], library.recommended(its), len(library.said_of(its[0][2])[0]))
        for its in library.listed.values()
    ]
    parts = [everything[start : start + PAGE] for start in range(0, len(everything), PAGE)]
    for number, part in enumerate(parts, start=1):
        yield LibraryView(
            address=where.library(number),
            title="书目" + (f"（第 {number} 页）" if number > 1 else ""),
            crumbs=(Link("归档", where.archive()),),
            active="archive",
            total=len(everything),
            books=tuple(part),
            pages=page_links(len(parts), number, where.library),
        )
    for its in library.listed.values():
        yield _page(shown, library, its)


def _page(shown: Shown, library: Library, its: Sequence[tuple[Entry[BookList], int, Book]]) -> BookView:
    where = shown.portal.addresses
    book = next((one for _, _, one in its if one.cover), its[0][2])
    written, read = library.said_of(book)
    distinct = {
        label: tuple(dict.fromkeys(value for _, _, one in its if (value := getattr(one, name))))
        for label, name in (("出版", "publisher"), ("书号", "isbn"), ("类别", "label"), ("在架", "place"))
    }
    return BookView(
        address=book.address,
        title=f"《{book.title}》",
        crumbs=(Link("归档", where.archive()), Link("书目", where.library())),
        active="archive",
        book=book,
        facts=facts(("作者", book.author), *distinct.items()),
        lists=tuple(_recommended(shown, entry, place) for entry, place, _ in its),
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
        Mark("required", "必读") if record.books[place].required else None,
        record.books[place].note or "",
    )
