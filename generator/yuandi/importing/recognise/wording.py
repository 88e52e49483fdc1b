"""Correction of wording with the fixes of the rules about wording: readings, zeros of years, punctuation. Pure."""

import re
from collections.abc import Iterable

from yuandi.base.source import Document
from yuandi.check.readable_text import Prose, readable
from yuandi.check.rule import Rule
from yuandi.check.rules.halfwidth_punctuation import halfwidth_punctuation
from yuandi.check.rules.pinyin_noise import pinyin_noise
from yuandi.check.rules.wrong_zero import wrong_zero
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN
from yuandi.content.entry import Entry, Origin
from yuandi.entry_types import BY_NAME, Page
from yuandi.entry_types.record import of_valid
from yuandi.importing.readers.misread import reread

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_PRIVATE = re.compile("[\ue000-\uf8ff]+$")
"""Characters of a symbol font at the end of a line, used to mark it."""
_HAN = re.compile(f"[{HAN}]")
_EDGE = re.compile(
    rf"(?:(?<=[》」』”’）〉])|(?<=[{HAN}]))(?P<mark>[,;:?!])(?=[《「『“‘（〈\d]|$)|(?<=[》」』”’）〉])(?P<more>[,;:?!])(?=[{HAN}])"
)
_BRACKETS = re.compile(rf"(?<=[{HAN}”》])\(([^()\n]{{0,60}}[{HAN}][^()\n]{{0,60}})\)")
_WIDE = str.maketrans(",;:?!", "，；：？！")
_NOTHING = Vocabulary()
_MENDED = (pinyin_noise, wrong_zero, halfwidth_punctuation)


def well_worded(text: str) -> str:
    """The text of a block without readings, invisible characters and half-width punctuation in Chinese."""
    text = _PRIVATE.sub("", _UNSEEN.sub("", text)).rstrip()
    if not _HAN.search(text):
        return text
    text = mended(reread(text), _MENDED)
    text = _EDGE.sub(lambda found: (found["mark"] or found["more"]).translate(_WIDE), text)
    text = _BRACKETS.sub(r"（\1）", text)
    return _quoted(text)


def mended(text: str, rules: Iterable[Rule]) -> str:
    """A text with all fixes of these rules applied."""
    for rule in rules:
        prose = standing_alone(text)
        fixes = [finding.fix for finding in rule.read(prose, _NOTHING) if finding.fix] if rule.read else []
        for fix in reversed(fixes):
            text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


def standing_alone(text: str) -> Prose:
    """A text for the rules about wording, in an empty entry."""
    record = of_valid(Page, type="page", title="")
    entry = Entry(
        id="", path="", type=BY_NAME["page"], record=record, origin=Origin(Document("", text)), body_start=0, address=""
    )
    shown = readable(text, ())
    return Prose.of("body", shown, text, entry)


def _quoted(text: str) -> str:
    """A text with pairs of straight quotation marks replaced by Chinese ones."""
    if '"' not in text or text.count('"') % 2 or "<" in text:
        return text
    marks = iter("“”" * (text.count('"') // 2))
    return re.sub('"', lambda _: next(marks), text)
