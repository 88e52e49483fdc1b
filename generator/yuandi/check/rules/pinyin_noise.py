"""TXT003: a Latin reading in brackets that a converter left behind a Han character."""

import re
import unicodedata
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN
from yuandi.chinese.scripts import traditional

_READING = re.compile(rf"\((?<=[{HAN}]\()[a-zà-öø-ÿāăēĕěīĭōŏūŭǎǐǒǔǖǘǚǜńňǹḿ]{{1,6}}\)")
_TONES = re.compile("[\u0300-\u0307\u0309-\u036f]")


@text_rule("TXT003", "pinyin-noise", Severity.ERROR, signs="(")
def pinyin_noise(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """A Latin reading in brackets injected behind a Han character (`創(chuàng)建`)."""
    for reading in _READING.finditer(prose.text):
        start, end = reading.span()
        character = prose.text[start - 1]
        if _is_noise(character, reading[0][1:-1]):
            yield Finding(
                prose.at(start, end),
                Text(
                    f"“{character}”后面混进了注音 `{reading[0]}`。",
                    f"The reading `{reading[0]}` was left after “{character}”.",
                ),
                Text(
                    "删去；确要注音时用全角括号。", "Remove it. If the reading is meant, put it in full-width brackets."
                ),
                fix=prose.fix(start, end, ""),
            )


def _is_noise(character: str, reading: str) -> bool:
    """Whether a reading is that of a common character, so that no reader would need it."""
    from pypinyin.constants import PINYIN_DICT

    if not reads(character, reading):
        return False
    first = PINYIN_DICT[ord(character)].partition(",")[0]
    is_first = _without_tones(reading) == _without_tones(first)
    return character in traditional() or (_is_common(character) and is_first)


def reads(character: str, reading: str) -> bool:
    """Whether these letters, with tones or without, are one of the readings of a character."""
    from pypinyin.constants import PINYIN_DICT

    known = PINYIN_DICT.get(ord(character), "").split(",")
    return _without_tones(reading) in map(_without_tones, known)


def _without_tones(reading: str) -> str:
    return _TONES.sub("", unicodedata.normalize("NFD", reading))


def _is_common(character: str) -> bool:
    """Whether a character is of the first level of GB 2312, the 3,755 most used ones."""
    try:
        return "啊".encode("gb2312") <= character.encode("gb2312") <= "座".encode("gb2312")
    except UnicodeEncodeError:
        return False
