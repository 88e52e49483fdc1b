"""Words for people: nearness, shortening, values as an editor would write them."""

import pytest

from yuandi.base.text import Text, as_yaml, did_you_mean, nearest, shorten


@pytest.mark.parametrize(
    ("word", "near"), [("fianance", "finance"), ("office", "office"), ("xyz", None), ("", None), ("财会科", "财务科")]
)
def test_nearest(word: str, near: str | None) -> None:
    """The likest known word is found, none where all are far."""
    assert nearest(word, ["office", "finance", "财务科"]) == near


def test_nearest_goes_by_spelling_where_words_are_equally_like() -> None:
    """Of equally like words it is always the same, whatever their order."""
    assert nearest("ab", ["abd", "abc"]) == nearest("ab", ["abc", "abd"])


def test_hint_without_a_near_word() -> None:
    """Where nothing is near the hint says where to look."""
    assert did_you_mean("xyz", ["office"], Text("见表。", "See the table.")) == Text("见表。", "See the table.")


def test_shorten_keeps_to_one_line() -> None:
    """Long and broken values fit into a sentence."""
    assert shorten("甲\n  乙") == "甲 乙"
    assert shorten("x" * 100) == "x" * 39 + "…"
    assert len(shorten("x" * 10_000_000)) == 40


@pytest.mark.parametrize(
    ("value", "text"),
    [({"甲": ["乙", None]}, "{甲: [乙, ]}"), (None, ""), ("甲", "甲"), ([], "[]"), ({"a": {"b": "c"}}, "{a: {b: c}}")],
)
def test_values_are_shown_as_yaml(value: object, text: str) -> None:
    """Lists and mappings are shown as an editor writes them, not as Python does."""
    assert as_yaml(value) == text
