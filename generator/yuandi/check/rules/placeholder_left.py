"""TXT001: a placeholder of a template in a published entry."""

import re
from collections.abc import Iterator
from itertools import chain

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.english_months import MONTHS
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose, Signs
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN, lines

_SIGNS = ("XxＸ×✕╳", ("***", "＊"), ("TODO", "FIXME", "TBD", "orem ipsum"))
_HAS_CROSSES, _HAS_STARS, _HAS_WORDS = map(Signs.of, _SIGNS)
_CROSSES = re.compile(r"[XxＸ×✕╳]+")
_YEAR = re.compile(r"(?:19|20)\d?$")
_SINGLE = re.compile(r"[届屆]?[XxＸ×]?中全[会會]|年[XxＸ×]{1,2}月|月[XxＸ×]{1,2}日")
_CHINESE = re.compile(rf"[{HAN}、，。；：！？（）《》〈〉【】〔〕“”]")
_QUOTES = frozenset(("“”", "‘’", "「」", "『』", '""', "''"))
_STARS = re.compile(r"[*＊]{3,}")
_MASKED_BEFORE, _MASKED_AFTER = re.compile(r"[0-9A-Za-z０-９]-?$"), re.compile(r"[0-9A-Za-z０-９@-]")
_UNITS = frozenset(("年", "月", "日", "人", "名", "个", "次", "元", "市", "县", "区", "镇", "乡", "村", "街道", "社区"))
_WORDS = re.compile(
    r"(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD)(?![A-Za-z0-9_])(?! ?(?:list|List|LIST|清单|列表|事项))|[Ll]orem ipsum"
)
_WORD = re.compile(r"([A-Za-z]+),? $")
_HINT = Text("填上实际内容；确要保留时放进代码（`…`）。", "Fill it in. If it must stay, write it as code (`…`).")


@text_rule("TXT001", "placeholder-left", Severity.ERROR, signs=chain(*_SIGNS))
def placeholder_left(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """`XX村`, `20XX`, `***年`, `××市`, `TODO` in what is published."""
    if not prose.is_published:
        return
    for start, end in _found(prose):
        shown = prose.text[start:end]
        message = Text(f"留有占位符 `{shown}`。", f"The placeholder `{shown}` is not filled in.")
        yield Finding(prose.at(start, end), message, _HINT)


def _found(prose: Prose) -> Iterator[tuple[int, int]]:
    text = prose.text
    if prose.has_any(_HAS_CROSSES):
        for crosses in _CROSSES.finditer(text):
            start = _start(text, *crosses.span())
            if start is not None:
                yield start, crosses.end()
    if prose.has_any(_HAS_STARS):
        yield from _stars(text)
    if prose.has_any(_HAS_WORDS):
        yield from (found.span() for found in _WORDS.finditer(text))


def _start(text: str, start: int, end: int) -> int | None:
    """Return where the placeholder with these crosses begins; None if they belong to a word, a size or a quotation."""
    before, after = text[max(0, start - 4) : start], text[end : end + 4]
    if _is_ascii_word(after[:1]) or (after[:1] == "." and _is_ascii_word(after[1:2])):
        return None
    if before[-1:].isdigit():
        year = _YEAR.search(before)
        fits = year and len(year[0]) + end - start in (4, 5) and end - start < 3
        return start - len(year[0]) if year and fits and not _is_ascii_word(before[: year.start()][-1:]) else None
    if _is_ascii_word(before[-1:]) or before[-1:] in {"-", ".", "/", "#", "@"}:
        return None
    if end - start == 1:
        is_counted = before[-1:] in {"年", "月", "第"} and after[:1] in set("月日届屆次期号條条章批")
        return start if text[start] != "x" and (is_counted or _SINGLE.match(after)) else None
    if before[-1:] + after[:1] in _QUOTES or after.startswith("染色体"):
        return None
    if text[start] in "×✕╳":
        return start
    if word := _WORD.search(text, max(0, start - 20), start):  # after a capital it is a numeral: Chapter XX
        return start if text[start:end] == "XX" and (word[1].islower() or word[1] in MONTHS) else None
    return start if _CHINESE.match(before[-1:]) or _CHINESE.match(after) else None


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")


def _stars(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of stars that are neither emphasis nor a mask. A line of stars alone is a horizontal rule."""
    for start, end in lines(text):
        line = text[start:end]
        if ("***" in line or "＊" in line) and line.strip(" \t*＊"):
            runs = [run for run in _STARS.finditer(line) if not _masks(line, run)]
            meant = _emphasis(line, runs)
            if len(runs) == 1 and _joins(line, runs[0]):
                continue
            yield from ((start + run.start(), start + run.end()) for run in runs if run not in meant)


def _joins(line: str, run: re.Match[str]) -> bool:
    """Whether three stars end one emphasis and begin the next: `**bold***italic*`. The line has one star on one side and
    two on the other."""
    left, right = line[: run.start()].count("*"), line[run.end() :].count("*")
    return run[0] == "***" and {left, right} == {1, 2}


def _masks(line: str, run: re.Match[str]) -> bool:
    """Whether stars stand for part of a number or a mail address."""
    before, after = line[max(0, run.start() - 2) : run.start()], line[run.end() : run.end() + 1]
    return bool(_MASKED_BEFORE.search(before) and _MASKED_AFTER.match(after))


def _emphasis(line: str, runs: list[re.Match[str]]) -> set[re.Match[str]]:
    """Return the runs that are in pairs around words."""
    meant: set[re.Match[str]] = set()
    if len(runs) % 2 == 0:
        for opening, closing in zip(runs[::2], runs[1::2], strict=True):
            words = line[opening.end() : closing.start()]
            if words.strip() == words and words not in _UNITS and not re.search(r"[，。；：“”《》（）,;]", words):
                meant |= {opening, closing}
    return meant
