"""The native parser takes a body only where it gives, byte for byte, what Python-Markdown gives."""

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuandi.base.slugs import slug
from yuandi.front_matter.parse import split
from yuandi.markdown.fast_convert import convert_plain, fits, is_plain
from yuandi.render import Converter

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import corpus  # the benchmarks are no package

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["toc", "tables", "attr_list", "footnotes", "fenced_code", "admonition", "md_in_html", "def_list", "abbr"]
REFERENCE = Converter(EXTENSIONS, {"toc": {"slugify": slug}}, fast=False)

PIECES = (
    "一", "甲乙丙", "word", "a b", "**重点**", "*强调*", "**「引」**", "**a** b", "a**b**c", "[链接](../a.md)", "[x](b.md#c)", "，", "。", "“引”", '"q"', "1",
    "-", "--", "+", "*", "**", "_x_", "`码`", "<b>粗</b>", "&amp;", "!", "![p](a.png)", "[", "](", "(", ")", "：", ":", ": d", "^", "~", "=", "〔2026〕", "①",
    "（一）", "1）", "1)", "1.", "2026.", "a.", "http://x.y/z", "x@y.z", "%", "#", "?", "…", "·", "\u3000", ">", "x>y", "\\*", "  ", "{: #a}", "[^1]", "*[A]: b",
)  # fmt: skip
STARTS = (
    "",
    "",
    "",
    "",
    "## ",
    "### ",
    "- ",
    "- ",
    "1. ",
    "2. ",
    "> ",
    "| ",
    "    ",
    "+ ",
    "* ",
    "#",
    "!!! note ",
    ": ",
)
TABLE = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n| 三 | **四** |"

line = st.builds(
    lambda start, pieces: start + "".join(pieces),
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(PIECES), max_size=6),
)
block = st.one_of(
    st.lists(line, min_size=1, max_size=4).map("\n".join),
    st.just(TABLE),
    st.just("---"),
    st.just("-- -"),
    st.just("===="),
)
bodies = st.lists(block, max_size=5).map("\n\n".join)


def differences(texts: Sequence[str]) -> list[str]:
    """The plain bodies on which the two parsers disagree."""
    return [text for text in texts if is_plain(text) and convert_plain(text) != REFERENCE.convert(text)]


@pytest.mark.slow
@settings(max_examples=3000)
@given(bodies)
def test_both_parsers_agree_on_what_the_scanner_lets_through(text: str) -> None:
    """Whatever is made of headings, lists, quotes, tables, emphasis, links and odd characters."""
    assert differences([text]) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## A & B", "A & B"),
        ("## A &amp; B", "A & B"),
        ("## `a<b`", "a<b"),
        ("## 甲乙", "甲乙"),
        ("## **甲** *乙*", "甲 乙"),
    ],
)
def test_headings_are_words(text: str, words: str) -> None:
    """A heading in the table of contents is text, not HTML: whatever prints it escapes it, once."""
    assert [heading.text for heading in REFERENCE.convert(text).headings] == [words]
    assert not is_plain(text) or convert_plain(text) == REFERENCE.convert(text)


def test_they_agree_on_the_sample_portal_and_most_of_it_is_plain() -> None:
    """Every body of the sample portal; more than four in five take the native parser."""
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "content").rglob("*.md"))]
    own = [text[split(text).body_start :] for text in texts]
    assert differences(own) == []
    assert sum(map(is_plain, own)) > 0.8 * len(own)


@pytest.mark.slow
def test_they_agree_on_a_corpus_of_two_thousand_bodies_with_faults(tmp_path: Path) -> None:
    """Bodies of the seeded corpus, each also with something put in at a random place."""
    rng = random.Random(corpus.SEED)  # noqa: S311  # a corpus, no secret
    texts = [file.read_text("utf-8") for file in corpus.make(tmp_path, 1000)]
    own = [text[split(text).body_start :] for text in texts]
    spoiled = [body[:at] + rng.choice(PIECES) + body[at:] for body in own for at in [rng.randrange(len(body))]]
    assert differences(own + spoiled) == []
    assert sum(map(is_plain, own)) == len(own)


@pytest.mark.parametrize(
    "text",
    [
        "**「重点」**内容",
        "- 一\n    - 二",
        "- 一\n\n- 二",
        "1. 一\n3. 三",
        "2. 二",
        "> 一\n\n> 二",
        "文字\n- 项",
        "`码`",
        "<b>粗</b>",
        "a & b",
        "标题\n====",
        "---",
        "-- -",
        "![图](a.png)",
        "[a]: b",
        "词[^1]",
        "!!! note",
        "词\n: 释",
        "## 标题 {#a}",
        "##标题",
        "文字  \n换行",
        "\u3000\u3000缩进",
        "| 甲 |\n|---|\n| a \\| b |",
        "| 甲 | 乙 |\n|---|---|\n| 一 |",
        "    码",
    ],
)
def test_what_is_known_to_differ_goes_to_the_reference(text: str) -> None:
    """The cases that were found to differ, or that no proof covers."""
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("extensions", "configs", "is_known"),
    [
        (["toc", "tables"], {}, True),
        (["toc"], {"toc": {"slugify": slug}}, True),
        (["toc"], {"toc": {"permalink": True}}, False),
        (["toc", "pymdownx.superfences"], {}, False),
        (["smarty"], {}, False),
    ],
)
def test_only_a_known_markdown_is_taken_natively(
    extensions: list[str], configs: dict[str, object], is_known: bool
) -> None:
    """A site with other extensions, or other settings of them, keeps the reference converter."""
    assert fits(extensions, configs) is is_known
