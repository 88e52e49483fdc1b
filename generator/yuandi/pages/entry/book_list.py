"""推荐书目: a shelf with typographic covers."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.entry_types.book_list import Book as Listed
from yuandi.i18n import clauses, in_context, message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import Book, Books
from yuandi.pages.shown import Shown

TINTS = 6


def showing(shown: Shown, entry: Entry[BookList]) -> Showing:
    """A book list."""
    record = entry.record
    by = shown.actor(record.recommender) if record.recommender else None
    required = sum(book.required for book in record.books)
    count = clauses(
        (
            message("%(count)s 种", count=len(record.books)),
            message("其中必读 %(count)s 种", count=required) if required else "",
        )
    )
    return Showing(
        facts(
            (message("时期"), record.period.label),
            (message("主题"), record.topic),
            (in_context("who", "推荐"), by),
            (message("册数"), count),
        ),
        before=(Books(message("书目"), books(shown, entry)),),
    )


def books(shown: Shown, entry: Entry[BookList]) -> tuple[Book, ...]:
    """The books of a list; the tint follows the place in the list."""
    return tuple(_book(shown, entry, book, index) for index, book in enumerate(entry.record.books))


def _book(shown: Shown, entry: Entry[BookList], book: Listed, index: int) -> Book:
    return Book(
        bare(book.title),
        book.author,
        _published(book),
        book.isbn or "",
        book.kind or "",
        book.place or "",
        book.note or "",
        shown.file(entry, book.cover) if book.cover else None,
        book.required,
        index % TINTS,
        shown.portal.addresses.book(book.title, book.author),
    )


def _published(book: Listed) -> str:
    """The publisher, and the year."""
    year = message("%(year)s 年", year=book.year) if book.year else ""
    if book.publisher and year:
        return message("%(publisher)s %(year)s", publisher=book.publisher, year=year)
    return book.publisher or year
