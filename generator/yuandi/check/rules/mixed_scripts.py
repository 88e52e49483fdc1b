"""TXT005: simplified and traditional characters mixed in one text."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN
from yuandi.chinese.scripts import simplified, traditional, traditional_pattern

_HAN = re.compile(f"[{HAN}]")
_TRADITIONAL = re.compile(r"zh-(?:hant|tw|hk|mo)", re.I)
_SCRIPTS = (Text("繁体", "traditional"), Text("简体", "simplified"))


@text_rule("TXT005", "mixed-scripts", Severity.WARNING)
def mixed_scripts(prose: Prose, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Simplified and traditional mixed in one text beyond the policy's share."""
    if prose.is_plain or not traditional_pattern().search(prose.text):
        return
    letters = set(prose.text)
    both = [script().keys() & letters for script in (traditional, simplified)]
    if not both[1]:
        return
    counts = [sum(map(prose.text.count, letters)) for letters in both]
    wrong = _wrong(prose.entry.record.lang, counts)
    share = counts[wrong] / sum(1 for _ in _HAN.finditer(prose.text))
    if share > vocabulary.script_share:
        first = re.search(f"[{''.join(sorted(both[wrong]))}]+", prose.text)
        if first:
            script = _SCRIPTS[wrong]
            yield Finding(
                prose.at(*first.span()),
                Text(
                    f"简体与繁体混用：{script.zh}字 {counts[wrong]} 个，占 {share:.0%}。",
                    f"Simplified and traditional characters are mixed: {counts[wrong]} {script.en}, {share:.0%} of the text.",
                ),
                Text(
                    "统一为一种；全文繁体时写 `lang: zh-Hant`。",
                    "Use one of the two. If the text is in traditional characters, write `lang: zh-Hant`.",
                ),
            )


def _wrong(lang: str | None, counts: list[int]) -> int:
    """Return the script that does not belong (0 traditional, 1 simplified): not that of `lang`, otherwise the rarer."""
    if lang and _TRADITIONAL.match(lang):
        return 1
    if lang and lang.lower().startswith("zh"):
        return 0
    return 0 if counts[0] <= counts[1] else 1
