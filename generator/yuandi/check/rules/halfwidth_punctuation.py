"""TXT006: half-width punctuation in Chinese."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN

_MARKS = ",;:?!()"
_WIDE = str.maketrans(_MARKS, "，；：？！（）")
_BEFORE = rf"(?:(?<=[{HAN}].)|(?<=[{HAN}][*_].)|(?<=[{HAN}][*_]{{2}}.))"
_AFTER = rf"(?=[*_]{{0,2}}(?:(?<!!)\[)?[*_]{{0,2}}[{HAN}])"
_MARK_AFTER = rf"(?: (?=[{HAN}])|{_AFTER})"
_MARK = re.compile(rf"[,;:?!]{_BEFORE}{_MARK_AFTER}")
_LINKED = re.compile(rf"\](?:\( *\)|\[[^\[\]\n]*\])[*_]{{0,2}}([,;:?!]){_MARK_AFTER}")
"""A mark right after a link, of which only the text is left."""
_ENDS_HAN = re.compile(rf"[{HAN}][*_]{{0,2}}\Z")
_BRACKETS = re.compile(r"\([^()\n]{1,200}\)")
_OPENED = re.compile(rf"\({_BEFORE}{_AFTER}")
_CLOSED = re.compile(rf"\){_BEFORE}{_AFTER}")
_NUMBER = re.compile(r"\([一二三四五六七八九十百0-9]+\)")


@text_rule("TXT006", "halfwidth-punctuation", Severity.WARNING, signs=_MARKS)
def halfwidth_punctuation(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """Half-width `,;:?!()` between Han characters; brackets go by pairs."""
    for start, end in _found(prose.text):
        narrow = prose.text[start] if prose.text[start] != "(" else "()"
        wide = narrow.translate(_WIDE)
        source = prose.source[start:end]
        right = wide if len(narrow) == 1 else f"（{source[1:-1]}）"
        yield Finding(
            prose.at(start, end),
            Text(f"汉字之间用了半角的 `{narrow}`。", f"There is a half-width `{narrow}` between Han characters."),
            Text(f"改为 `{wide}`。", f"Write `{wide}`."),
            fix=prose.fix(start, end, right),
        )


def _found(text: str) -> Iterator[tuple[int, int]]:
    yield from (mark.span() for mark in _MARK.finditer(text))
    for mark in _LINKED.finditer(text) if "](" in text or "][" in text else ():
        if _ENDS_HAN.search(text, max(0, mark.start() - 3), mark.start()):
            yield mark.span(1)
    for pair in _BRACKETS.finditer(text) if "(" in text else ():
        start, end = pair.span()
        if text[start - 1 : start] == "]" or _NUMBER.fullmatch(pair[0]):
            continue
        if _OPENED.match(text, start) or _CLOSED.match(text, end - 1):
            yield start, end
