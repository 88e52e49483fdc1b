"""The examples on the rules' pages: files of a portal, and what the check says of them.

A block names its file (```` ```markdown content/notices/a.md ````); one whose path has `@earlier ` before it shows the file
as it was committed before, for the rules that look back. The `report` block after them is the whole report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yuandi.base.text import Lang
from yuandi.check import Rule
from yuandi.report.page import section_of

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
HEADINGS = {
    "zh": ("**为什么**", "**会报告**", "**不会报告**", "**怎样改**"),
    "en": ("**Why**", "**Reported**", "**Fine**", "**How to fix**"),
}


@dataclass(frozen=True)
class Example:
    """Files of a portal, and what the check says of them."""

    files: dict[str, str]
    report: str


def examples(part: str) -> Iterator[Example]:
    """Each stretch of file blocks with the report block after it."""
    files: dict[str, str] = {}
    for block in _BLOCK.finditer(part):
        if block["info"] == "report":
            yield Example(files, block["text"])
            files = {}
        else:
            files[block["info"].partition(" ")[2]] = block["text"]
    assert not files, f"no report follows {sorted(files)}"


def parts(rule: Rule, lang: Lang) -> tuple[str, str]:
    """The examples that are reported, and those that are fine."""
    _, reported, fine, fix = HEADINGS[lang]
    half = section_of(rule.page, lang)
    return half[half.index(reported) : half.index(fine)], half[half.index(fine) : half.index(fix)]
