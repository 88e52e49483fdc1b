"""推荐书目: a shelf with typographic covers."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.entry_types.book_list import Book as Listed
from yuandi.i18n import clauses, in_context, message
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Book, Books

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
        title=bare(book.title),
        author=book.author,
        publisher=_published(book),
        isbn=book.isbn or "",
        label=book.kind or "",
        place=book.place or "",
        note=book.note or "",
        cover=shown.file(entry, book.cover) if book.cover else None,
        required=book.required,
        tint=index % TINTS,
        address=shown.portal.addresses.book(book.title, book.author),
    )


def _published(book: Listed) -> str:
    """The publisher, and the year."""
    year = message("%(year)s 年", year=book.year) if book.year else ""
    if book.publisher and year:
        return message("%(publisher)s %(year)s", publisher=book.publisher, year=year)
    return book.publisher or year
