"""TXT007: a circle, a 0 or an O for 〇 in a Chinese year."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary

_WRONG = "○◯0０OＯ"
_DIGIT = "一二三四五六七八九〇○◯0０OＯ"
_YEAR = re.compile(
    rf"(?<![{_DIGIT}零十百千万A-Za-z1-9])[一二][{_DIGIT}]{{3}}(?=[ 　]?年|[ 　]?[—–\-~～至、][—–]?[一二][{_DIGIT}]{{3}}[ 　]?年)"
)
_ZERO = str.maketrans(dict.fromkeys(_WRONG, "〇"))


@text_rule("TXT007", "wrong-zero", Severity.WARNING, signs=_WRONG)
def wrong_zero(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """○ U+25CB or 0 for 〇 in a Chinese year."""
    if "年" not in prose.text:
        return
    for year in _YEAR.finditer(prose.text):
        wrong = [place for place in range(*year.span()) if prose.text[place] in _WRONG]
        if wrong:
            start, end = wrong[0], wrong[-1] + 1
            right = year[0].translate(_ZERO)
            yield Finding(
                prose.at(start, end),
                Text(f"“{year[0]}年”的零应写作 〇。", f"The zero in “{year[0]}年” should be 〇."),
                Text(f"写作“{right}年”（〇 是 U+3007）。", f"Write “{right}年” (〇 is U+3007)."),
                fix=prose.fix(start, end, prose.text[start:end].translate(_ZERO)),
            )
