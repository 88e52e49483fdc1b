"""Words that become addresses."""

import pytest

from yuandi.base.slugs import first_author, slug


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("费孝通", "费孝通"),
        ("费孝通著", "费孝通"),
        ("（美）彼得·圣吉 著，张成林 译", "彼得·圣吉"),
        ("[英]亚当·斯密", "亚当·斯密"),
        ("吕叔湘、朱德熙", "吕叔湘"),
        ("本书编写组 编", "本书编写组"),
        ("钱穆等", "钱穆等"),
        ("著", "著"),
        ("编译所", "编译所"),
    ],
)
def test_the_first_of_those_who_made_a_book(said: str, name: str) -> None:
    assert first_author(said) == name


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("指导思想", "指导思想"),
        ("Study Plan 2026", "study-plan-2026"),
        ("（一）目标", "一目标"),
        ("ＡＢＣ　甲", "abc-甲"),
        ("a - b", "a-b"),
        ("<em>甲</em>", "甲"),
        ("！？", ""),
    ],
)
def test_slug(text: str, anchor: str) -> None:
    """An anchor is the heading's words in lower case, without punctuation."""
    assert slug(text) == anchor
