"""TXT009: a sentence that is twice in one paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.readable_text import Prose, Signs
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN

_PARAGRAPH = re.compile(r"\n[ \t]*(?=\n|[-*+>|#]|\d+[.)、])|(?<=[。！？!?.：:；;])\n")
_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?[”’」』）)]?")
_NOISE = re.compile(r"\([^()\s]{1,7}\)|[\W_]")
_HAS_MARKS = Signs.of("！？!?")
_MARKS = re.compile("[！？!?]")
_LEAST, _START, _SHARE = 8, 12, 0.7
"""The least length of a sentence that is compared; the least length of a common start, and its least share of the
former sentence, for a false start."""


@text_rule("TXT009", "repeated-sentence", Severity.WARNING, of_bodies=True)
def repeated_sentence(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """One sentence twice in a paragraph, or begun again right after."""
    if not _may_repeat(prose):
        return
    position = 0
    for end in (*(found.start() for found in _PARAGRAPH.finditer(prose.source)), len(prose.source)):
        yield from _repeated(prose, position, end)
        position = end


def _may_repeat(prose: Prose) -> bool:
    """Whether any two sentences of a body are equal, or two neighbours begin in the same way. Mostly none do."""
    text = _MARKS.sub("。", prose.source) if prose.has_any(_HAS_MARKS) else prose.source
    sentences = [piece.rpartition("\n")[2].strip(" \t　”’」』）)") for piece in text.split("。")]
    long = [sentence for sentence in sentences if len(sentence) >= _LEAST]
    if len({sentence[:_START] for sentence in long}) == len(long):
        return False
    starts = [sentence[:_START] for sentence in sentences]
    alike = any(start == other and len(start) == _START for start, other in pairwise(starts))
    return alike or len(set(long)) < len(long)


def _repeated(prose: Prose, start: int, end: int) -> Iterator[Finding]:
    seen: set[str] = set()
    former = ""
    for found in _SENTENCE.finditer(prose.text, start, end):
        begins, ends = found.span()
        begins += len(found[0]) - len(found[0].lstrip())
        words = _NOISE.sub("", prose.source[begins:ends])
        if len(words) >= _LEAST and re.search(f"[{HAN}]", words):
            again = words in seen
            if again or _is_false_start(former, words):
                yield _finding(prose, begins, ends, again=again)
            seen.add(words)
        former = words


def _is_false_start(former: str, words: str) -> bool:
    """Whether a sentence repeats most of the one before it and then goes on differently."""
    pairs = enumerate(zip(former, words, strict=False))
    common = next((place for place, (character, other) in pairs if character != other), min(len(former), len(words)))
    return common >= _START and common >= _SHARE * len(former) and former != words


def _finding(prose: Prose, start: int, end: int, *, again: bool) -> Finding:
    shown = shorten(prose.source[start:end], 24)
    message = (
        Text(f"同一段里这句话说了两遍：{shown}", f"This sentence is in its paragraph twice: {shown}")
        if again
        else Text(f"这句话与前一句几乎一样：{shown}", f"This sentence is nearly the same as the one before it: {shown}")
    )
    return Finding(prose.at(start, end), message, Text("删去一句。", "Remove one of them."))
