"""Long numbers in a text: recognised by form and check digit, and masked. Shared by PRV001–PRV003.

Check digits: GB 11643 (ISO 7064 MOD 11-2) for identity numbers, Luhn (ISO/IEC 7812-1) for cards.
"""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Fix
from yuandi.check.readable_text import Prose

_IDENTITY = re.compile(r"[1-9]\d{5} ?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[0-9Xx]", re.ASCII)
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_WITHIN_WORD = re.compile(r"[0-9A-Za-z_*]|[.,-]\d")
_NUMBERED = re.compile(
    r"(?:订单|运单|单号|流水|编号|序列号|批号|合同|发票|条码|工单|案号|文号|QQ|ISBN)(?:号码|号|编号)?[ 　]*[:：为是]?[ 　]*$"
)
_LONG = re.compile(r"\d[\d -]{9,}[\dXx]")
_NEAR = 1000
"""At most this number of characters is searched for the other half of an emphasis."""
_OPENING = re.compile(r"(?<![0-9A-Za-z_*])(?:\*{1,3}|_{1,3})$")
_CLOSING = re.compile(r"(?:\*{1,3}|_{1,3})(?![0-9A-Za-z_*])")


def half_width(prose: Prose, signs: str) -> str:
    """Return a text with its full-width digits as half-width ones, if it has any of `signs`; every character keeps its place."""
    text = prose.text
    return text.translate(_NARROW) if any(sign in text for sign in signs) else text


def identity_numbers(prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield the spans of resident identity numbers with a valid check digit."""
    text = half_width(prose, "１２")
    for found in _IDENTITY.finditer(text) if text is not prose.text or _IDENTITY.search(prose.latin) else ():
        if stands_alone(text, *found.span()) and _is_identity(found[0].replace(" ", "").upper()):
            yield found.span()


def _is_identity(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[-1]


def is_luhn(number: str) -> bool:
    """Whether a number's last digit is its check digit by Luhn's formula."""
    digits = [int(digit) for digit in reversed(number)]
    return sum(digits[::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number is not part of a longer number or word. Stars and underscores that make it bold do not count."""
    start, end = _with_emphasis(text, start, end)
    before = text[max(0, start - 2) : start]
    within = re.search(r"[0-9A-Za-z_*][-.,]?$|^[-.,]$", before) if before else None
    return not within and not _WITHIN_WORD.match(text, end)


def _with_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a number with the marks of emphasis beside it that are closed on the same line."""
    if {"*", "_"} & {text[max(0, start - 1) : start], text[end : end + 1]}:
        before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
        after = text[end : end + _NEAR].partition("\n")[0]
        opening, closing = _OPENING.search(before), _CLOSING.match(after)
        start -= len(opening[0]) if opening and opening[0] in after else 0
        end += len(closing[0]) if closing and closing[0] in before else 0
    return start, end


def is_numbered(text: str, start: int) -> bool:
    """Whether the words before a number say that it is an order number, a document number or the like."""
    return bool(_NUMBERED.search(text, max(0, start - 16), start))


def starred(prose: Prose, start: int, end: int, *, head: int, tail: int) -> Fix | None:
    """Return a fix, made on request, that keeps the first `head` and the last `tail` characters of a number.

    The stars are escaped where Markdown would read them as emphasis.
    """
    number = re.sub(r"[ -]", "", prose.text[start:end])
    star = r"\*" if prose.part == "body" and _is_among_stars(prose, start, end) else "*"
    masked = number[:head] + star * (len(number) - head - tail) + number[-tail:]
    return prose.fix(start, end, masked, on_request=True)


def _is_among_stars(prose: Prose, start: int, end: int) -> bool:
    """Whether the paragraph has stars, or other long numbers that would become stars."""
    before = prose.source[max(0, start - _NEAR) : start].rpartition("\n\n")[2]
    after = prose.source[end : end + _NEAR].partition("\n\n")[0]
    return any("*" in words or _LONG.search(words) for words in (before, after))
