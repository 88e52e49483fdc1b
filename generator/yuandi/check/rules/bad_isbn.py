"""BKS001: an ISBN that is not valid."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.books import is_isbn, isbn_digits
from yuandi.entry_types import BookList
from yuandi.portal.portal import Portal


@rule("BKS001", "bad-isbn", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def bad_isbn(portal: Portal) -> Iterator[Finding]:
    """An ISBN-10 or ISBN-13 whose check digit is wrong, or that has too few or too many digits."""
    for entry in portal.of(BookList):
        for index, book in enumerate(entry.record.books):
            digits = isbn_digits(book.isbn) if book.isbn else ""
            if book.isbn is None or is_isbn(digits):
                continue
            key = entry.origin.key("isbn", "books", index)
            yield Finding(
                entry.at("books", index, "isbn"),
                Text(
                    f"`{key}: {shorten(book.isbn)}`：{_why(digits).zh}。",
                    f"`{key}: {shorten(book.isbn)}`: {_why(digits).en}.",
                ),
                Text("照书的封底或版权页核对。", "Compare it with the back cover or the imprint page of the book."),
            )


def _why(digits: str) -> Text:
    if len(digits) not in {10, 13}:
        return Text(f"应为 10 位或 13 位，这里是 {len(digits)} 位", f"{len(digits)} digits instead of 10 or 13")
    if not digits[:-1].isdigit() or (len(digits) == 13 and not digits.startswith(("978", "979"))):
        return Text("不是书号", "this is not an ISBN")
    return Text("校验位不对", "the check digit is wrong")
