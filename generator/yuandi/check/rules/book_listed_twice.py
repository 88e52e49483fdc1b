"""BKS002: a book that was already recommended."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.books import isbn_of, words_of
from yuandi.check.rules.shared.order import oldest_first
from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.entry_types.book_list import Book
from yuandi.entry_types.dates import LAST_YEAR
from yuandi.facts.standing import Purpose, counts_for
from yuandi.portal.portal import Portal

LastListed = dict[str, Entry[BookList]]
"""The list in which each book was last, by ISBN or words."""


@rule("BKS002", "book-listed-twice", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def book_listed_twice(portal: Portal) -> Iterator[Finding]:
    """One book twice in a list, or again within `rebook_months` of the policy."""
    months = portal.policy.in_force.rebook_months if portal.policy_readable else 0
    listed: LastListed = {}
    for entry in oldest_first(portal.of(BookList)):
        is_out = counts_for(entry, Purpose.RULES)
        here: LastListed = {}
        for index, book in enumerate(entry.record.books):
            before = _found(here, book) or (_found(listed, book) if is_out else None)
            if before is entry or (before and entry.record.date < _after(before.record.date, months)):
                yield _finding(entry, index, book, before, months)
            _note(here, book, entry)
        if is_out:
            listed |= here


def _found(listed: LastListed, book: Book) -> Entry[BookList] | None:
    """Return the last list with a book. Two editions, each with its own ISBN, are two books."""
    isbn, words = isbn_of(book), words_of(book)
    if isbn is None:
        return listed.get(words)
    return listed.get(isbn) or listed.get(f"{words} without ISBN")


def _note(listed: LastListed, book: Book, entry: Entry[BookList]) -> None:
    isbn, words = isbn_of(book), words_of(book)
    listed[words] = entry
    listed[isbn or f"{words} without ISBN"] = entry


def _after(day: date, months: int) -> date:
    """Return the day `months` months later; the last day of the month if the month is too short."""
    years, month = divmod(day.month - 1 + min(months, 12 * LAST_YEAR), 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _finding(entry: Entry[BookList], index: int, book: Book, before: Entry[BookList], months: int) -> Finding:
    if before is entry:
        message = Text(
            f"《{book.title.strip('《》')}》在本书目中列了不止一次。", f"`{book.title}` is in this list more than once."
        )
    else:
        message = Text(
            f"《{book.title.strip('《》')}》在 {before.record.date} 的 {before.path} 里推荐过，不满 {months} 个月。",
            f"`{book.title}` was listed in {before.path} on {before.record.date}, less than {months} months before.",
        )
    return Finding(
        entry.at("books", index, "title"),
        message,
        Text("换一本；不同版本请写明书号。", "List another book. If this is another edition, give its ISBN."),
    )
