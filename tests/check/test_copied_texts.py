"""Texts as they come from the web, given as bodies: what is wrong in them is raised, and little else.

The small one is made up and always read. The five that the portal's model was drawn from are read where they are at hand,
in `../shared/seeds` or in the folder that `YUANDI_SEEDS` names.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from portals import report

HEAD = "---\ntype: notice\nkind: notice\ntitle: 实施办法\ndate: 2026-03-05\n---\n\n"
PATH = "content/notices/a.md"
LEXICON = {
    "content/_data/lexicon.yml": "".join(
        f"- {{wrong: {wrong}, right: {right}}}\n"
        for wrong, right in (
            ("郊率", "效率"),
            ("撰写处", "撰写出"),
            ("全和完善", "健全和完善"),
            ("报导", "报道"),
            ("有利措施", "有力措施"),
        )
    )
}
COPIED = """\
前言:本站為你精心整理了創(chuàng)建學(xué)習(xí)型科室實(shí)施辦法。

一、指导思想

以学促干,提供精神动力。 (二)基本原则

1.坚持领导带头。

2.坚持学用结合。

三、实施步骤

XX街道成立于***年***月，于20XX年启动。各支部要认真组织学习。每月检查一次。各支部要认真组织学习。

二○一一年七月十四日

大学？?本科，提高工作郊率。

上一篇：知识问答 下一篇：小故事
"""
SEEDS = Path(os.environ.get("YUANDI_SEEDS") or Path(__file__).parents[2].parent / "shared" / "seeds")
RAISED = {
    "000": {"NUM005": 3, "TXT001": 7, "TXT008": 2},
    "001": {"TXT008": 2},
    "002": {
        "NUM005": 3,
        "TXT001": 20,
        "TXT002": 4,
        "TXT004": 32,
        "TXT006": 1345,
        "TXT007": 1,
        "TXT008": 3,
        "TXT012": 4,
    },
    "003": {"TXT002": 1, "TXT003": 836, "TXT004": 2, "TXT006": 113, "TXT008": 2, "TXT009": 1},
    "004": {"NUM005": 1, "TXT001": 40, "TXT006": 84, "TXT008": 2, "TXT010": 1},
}
"""NUM005: 五、→七、, a list broken off, a plan within a decision. TXT010: 44,967 characters that stand twice."""


def test_a_copied_text(tmp_path: Path) -> None:
    """Everything that a careful reader would mark is marked, where it stands."""
    found = report(tmp_path, {PATH: HEAD + COPIED, **LEXICON}).findings
    assert [f"{one.at.line}:{one.at.column} {one.code}" for one in found] == [
        "8:3 TXT006",
        "8:4 TXT008",
        "8:14 TXT003",
        "8:24 TXT003",
        "8:30 TXT003",
        "8:38 TXT003",
        "12:5 TXT006",
        "12:14 TXT012",
        "18:1 NUM005",
        "20:1 TXT001",
        "20:8 TXT001",
        "20:12 TXT001",
        "20:18 TXT001",
        "20:44 TXT009",
        "22:2 TXT007",
        "24:3 TXT004",
        "24:12 TXT002",
        "26:1 TXT008",
        "26:10 TXT008",
    ]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts are not at hand")
@pytest.mark.parametrize("name", RAISED)
def test_texts_that_the_model_was_drawn_from(name: str, tmp_path: Path) -> None:
    """As many findings of each code as there are defects of its kind."""
    (file,) = SEEDS.glob(f"{name}_*.txt")
    found = report(tmp_path, {PATH: HEAD + file.read_text(encoding="utf-8"), **LEXICON})
    assert dict(sorted(Counter(one.code for one in found.findings).items())) == RAISED[name]
