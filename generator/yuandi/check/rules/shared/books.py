"""How a book is recognised: by its ISBN, otherwise by title and author. Shared by the rules about book lists."""

import re
import unicodedata

from yuandi.entry_types.book_list import Book

_PREFIX = re.compile(r"isbn(?:[- ]?1[03])?[:：]?")
_LINES = re.compile(r"[-‐‑‒–—−\s]")
_ROLE = re.compile(r"(?:编著|主编|合著|著|编|撰)+$")


def isbn_digits(text: str) -> str:
    """Return an ISBN without hyphens, blanks and the word ISBN, in half-width capitals."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    return _LINES.sub("", _PREFIX.sub("", folded, count=1)).upper()


def is_isbn(digits: str) -> bool:
    """Whether ten or thirteen digits end in the right check digit (ISO 2108)."""
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False


def thirteen(digits: str) -> str:
    """Return an ISBN-10 as thirteen digits; an ISBN-13 is returned as it is."""
    if len(digits) == 13:
        return digits
    stem = f"978{digits[:9]}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(stem))
    return f"{stem}{-total % 10}"


def isbn_of(book: Book) -> str | None:
    """Return the ISBN of a book as thirteen digits; None without a valid one."""
    digits = isbn_digits(book.isbn) if book.isbn else ""
    return thirteen(digits) if is_isbn(digits) else None


def words_of(book: Book) -> str:
    """Return the title and author of a book without punctuation, blanks and roles such as 主编."""
    return f"{_bare(book.title)} {_ROLE.sub('', _bare(book.author))}"


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).lower()
