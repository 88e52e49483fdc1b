"""The words of a body."""

import pytest

from yuandi.markdown.word_count import count_words, plain


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("学习，学习，再学习。", 10),
        ("2026年 reading month", 4),
        ("don't stop", 2),
        ("12,000 元", 2),
        ("## 标题\n\n- 甲\n- 乙\n", 4),
        ("[方案](plan.md)和![图](a.png)", 3),
        ("**重点**", 2),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", 4),
        ("<!-- 说明 -->甲", 1),
        ("", 0),
    ],
)
def test_words_are_counted_as_word_processors_do(body: str, count: int) -> None:
    """Each Han character and punctuation mark is one word, each Latin word or number is one; Markdown is none."""
    assert count_words(body) == count


def test_plain_is_for_readers() -> None:
    """The plain text has the words of links, not their targets."""
    assert plain("见[方案](plan.md)。") == "见方案。"
