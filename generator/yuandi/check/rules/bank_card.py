"""PRV003: the number of a bank card."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.rules.shared.long_numbers import half_width, identity_numbers, is_luhn, is_numbered, stands_alone
from yuandi.check.vocabulary import Vocabulary

_CARD = re.compile(r"[3-6]\d{3}(?:([ -]?)\d{4})(?:\1\d{4}){2}(?:\1\d{1,3})?", re.ASCII)


@text_rule("PRV003", "bank-card", Severity.ERROR, signs="3456３４５６")
def bank_card(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """A card number, of 16 to 19 digits, that passes the Luhn check."""
    text = half_width(prose, "３４５６")
    for found in _CARD.finditer(text) if text is not prose.text or _CARD.search(prose.latin) else ():
        number = re.sub("[ -]", "", found[0])
        if not (is_luhn(number) and stands_alone(text, *found.span())) or is_numbered(prose.text, found.start()):
            continue
        if found.span() not in identity_numbers(prose):
            yield Finding(
                prose.at(*found.span()),
                Text("银行卡号公开了。", "A bank card number is published."),
                Text("删去，或只留末四位。", "Remove it, or keep only its last four digits."),
            )
