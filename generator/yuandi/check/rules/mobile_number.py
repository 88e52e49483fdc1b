"""PRV002: an unmasked mobile number."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.rules.shared.long_numbers import half_width, is_numbered, stands_alone, starred
from yuandi.check.vocabulary import Vocabulary

_MOBILE = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}", re.ASCII)
_COUNTRY = re.compile(r"(?<![0-9A-Za-z])(?:\+|00)?86[ -]?$")


@text_rule("PRV002", "mobile-number", Severity.ERROR, signs="1１")
def mobile_number(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """An unmasked mobile number."""
    text = half_width(prose, "１")
    for found in _MOBILE.finditer(text) if text is not prose.text or _MOBILE.search(prose.latin) else ():
        start, end = found.span()
        country = _COUNTRY.search(text, max(0, start - 6), start)
        if stands_alone(text, country.start() if country else start, end) and not is_numbered(prose.text, start):
            masked = f"{found[0][:3]}****{found[0][-4:]}"
            yield Finding(
                prose.at(start, end),
                Text("手机号码没有遮盖。", "A mobile number is not masked."),
                Text(
                    f"写作 {masked}，或改用办公电话；`yuandi check --mask` 会替您遮盖。",
                    f"Write {masked}, or give an office number instead; `yuandi check --mask` masks it for you.",
                ),
                fix=starred(prose, start, end, head=3, tail=4),
            )
