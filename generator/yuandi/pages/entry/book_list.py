"""推荐书目: a shelf with typographic covers."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.entry_types.book_list import Book as Listed
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import Book, Books
from yuandi.pages.shown import Shown

TINTS = 6


def showing(shown: Shown, entry: Entry[BookList]) -> Showing:
    """A book list."""
    record = entry.record
    by = shown.actor(record.recommender) if record.recommender else None
    required = sum(book.required for book in record.books)
    count = f"{len(record.books)} 种" + (f"，其中必读 {required} 种" if required else "")
    return Showing(
        facts(("时期", record.period.label), ("主题", record.topic), ("推荐", by), ("册数", count)),
        before=(Books("书目", books(shown, entry)),),
    )


def books(shown: Shown, entry: Entry[BookList]) -> tuple[Book, ...]:
    """The books of a list; the tint follows the place in the list."""
    return tuple(_book(shown, entry, book, index) for index, book in enumerate(entry.record.books))


def _book(shown: Shown, entry: Entry[BookList], book: Listed, index: int) -> Book:
    published = " ".join(filter(None, (book.publisher, f"{book.year} 年" if book.year else "")))
    return Book(
        title=bare(book.title),
        author=book.author,
        publisher=published,
        isbn=book.isbn or "",
        label=book.kind or "",
        place=book.place or "",
        note=book.note or "",
        cover=shown.file(entry, book.cover) if book.cover else None,
        required=book.required,
        tint=index % TINTS,
        address=shown.portal.addresses.book(book.title, book.author),
    )
