"""TXT004: characters left by a wrong conversion."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN

_STRAY = "\ufffd\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010ffff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BROKEN = re.compile(rf"[{_STRAY}][{_STRAY}]*|？\?[？?]*|\?(?<=[{HAN})）]\?)\?++(?=[{HAN}])|锟斤拷(?:锟斤拷)*|ï¿½")
"""Each alternative begins with distinct characters, so that the search skips other text quickly."""
_LATIN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\?\?|ï¿½")


@text_rule("TXT004", "broken-character", Severity.ERROR)
def broken_character(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """U+FFFD, `？?`, lone surrogates, private-use characters."""
    if not _may_be_broken(prose):
        return
    for broken in _BROKEN.finditer(prose.text):
        codes = " ".join(f"U+{ord(character):04X}" for character in broken[0][:3])
        yield Finding(
            prose.at(*broken.span()),
            Text(f"这里的文字坏了（{codes}）。", f"The text here is broken ({codes})."),
            Text("对照原件重新输入。", "Retype it from the original."),
        )


def _may_be_broken(prose: Prose) -> bool:
    """Whether there are uncommon characters, or common ones that may be a sign of damage."""
    is_asked = "?" in prose.latin and "？" in prose.text
    return not prose.is_plain or is_asked or "锟" in prose.text or bool(_LATIN.search(prose.latin))
