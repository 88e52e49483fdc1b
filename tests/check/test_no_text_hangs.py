"""No text of an editor, and no lexicon, can make the rules about wording take long."""

from time import process_time
from types import SimpleNamespace
from typing import Any

import pytest

from yuandi.base.source import Document
from yuandi.check import RULES, Rule
from yuandi.check.readable_text import texts
from yuandi.check.rules.duplicate_body import duplicate_body
from yuandi.check.vocabulary import Holder, Vocabulary
from yuandi.content.entry import Entry, Origin
from yuandi.entry_types import type_named
from yuandi.entry_types.data_types.lexicon import LexiconItem
from yuandi.entry_types.page import Page
from yuandi.markdown.links import links

pytestmark = pytest.mark.slow

READERS = [rule for rule in RULES if rule.read]
PIECES = (
    "X", "×", "***", "***甲", "20", "二○", "○", "甲(", "甲(a", "()", "(甲", "?", "？", "甲,", "甲,乙", "，", "。", "甲。", "甲乙丙丁戊己庚辛。",
    "一、", "。一、", "（一）", "。（一）甲", "\n一、", "\n1.", "\n（1）", "1", "13", "1381234", "13812345678 ", "62", "6222 ", "1101051949123100", "11010519491231002",
    "机密", "秘密 ", "\n机密 ", "【机密", "内部资料 ", "密级：", "上一篇", "\n热门文章 ", "\n| ", "版权所有 ", "版(a)", "![]", "![](", "![](a)",
    "<img src=a>", "<img alt=", "科长", "科长张", "张玮科长", "学习", "學", " ", "\n", "\t", "> ", "# ", "**", "“", "“X", "a ", "August XX ", "XX ",
)  # fmt: skip


def _entry(body: str) -> Entry[Any]:
    found = type_named("page")
    assert found
    return Entry("a", "a.md", found, Page(type="page", title="甲"), Origin(Document("a.md", body)), 0, "a/")


VOCABULARY = Vocabulary(
    lexicon=tuple(LexiconItem(wrong=(f"学{chr(0x4E00 + index)}", "学学"), right="学") for index in range(2000)),
    holders=(Holder("张玮", "科长", frozenset()),),
    people=frozenset({"张玮"}),
    units=frozenset({"财务科"}),
)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    """A hundred thousand characters of one piece are read in a moment, by every rule."""
    body = piece * (100_000 // len(piece))
    entry = _entry(body)
    prose = list(texts(entry, links(body)))
    taken = {rule.code: _time(rule, prose) for rule in READERS}
    portal: Any = SimpleNamespace(entries=(entry,))
    start = process_time()
    assert duplicate_body.check
    list(duplicate_body.check(portal))
    taken["TXT010"] = process_time() - start
    assert not {code: seconds for code, seconds in taken.items() if seconds > 3}


def _time(rule: Rule, prose: list[Any]) -> float:
    start = process_time()
    for one in prose:
        assert rule.read
        for _ in rule.read(one, VOCABULARY):
            pass
    return process_time() - start
