"""What is read of an entry, and where it stands in the file."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portals import portal
from yuandi.base.source import Location
from yuandi.check.readable_text import Prose, readable, texts
from yuandi.front_matter.value_positions import characters
from yuandi.markdown.links import links


def read(body: str) -> str:
    """What is left of a body, without its blanks."""
    return " ".join(readable(body, links(body)).split())


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("甲`乙`丙", "甲 丙"),
        ("甲\n\n```\n乙\n```\n\n丙", "甲 丙"),
        ("甲\n\n    乙\n\n丙", "甲 丙"),
        ("甲<!-- 乙 -->丙", "甲 丙"),
        ("甲<!-- 乙 --><!-- 丁 -->丙", "甲 丙"),
        ("    乙\n\n丙", "丙"),
        ("[甲](乙.md)丙", "[甲]( )丙"),
        ('[甲](乙.md "丁")丙', "[甲]( )丙"),
        ("[甲](<乙 丁.md>)丙", "[甲](< >)丙"),
        ("![甲](乙.png)", "![甲]( )"),
        ("[甲][1]\n\n[1]: 乙.md '丁'\n", "[甲][1] [1]:"),
        ("见https://example.org/乙，丙", "见 乙，丙"),
        ("见https://example.org/a?b=1,c。", "见 。"),
        ("甲&nbsp;乙&#183;丙", "甲 乙 丙"),
        ("甲{: .乙 }丙", "甲 丙"),
        ("## 甲 {#乙}", "## 甲"),
        ("甲[^1]\n\n[^1]: 乙", "甲 : 乙"),
        ('<span title="乙">甲</span>丙', "甲 丙"),
        ('<div class="乙">\n\n甲\n\n</div>', "甲"),
        ("<table><tr><td>甲</td></tr></table>", "甲"),
        ("<div>甲<!-- 乙 --><code>丁</code><b>丙</b></div>", "甲 丙"),
        ("<pre>乙</pre>甲", "甲"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | `丁` |", "| 甲 | 乙 | |---|---| | 丙 | |"),
        ("甲 < 乙 > 丙", "甲 < 乙 > 丙"),
        ("<code>甲", "甲"),
    ],
)
def test_only_what_a_reader_reads_is_left(body: str, left: str) -> None:
    """Code, comments, addresses and attributes go; the text of tables and raw HTML stays."""
    assert read(body) == left


@given(st.text(alphabet="甲乙\n `<>!-()[]{}:#\"'&;adivcode/=", max_size=80))
def test_every_character_stays_in_its_place(body: str) -> None:
    """What is left stands where it stood, and lines stay lines."""
    text = readable(body, links(body))
    assert len(text) == len(body)
    assert all(one in (other, " ") for one, other in zip(text, body, strict=True))
    assert text.count("\n") == body.count("\n")


@pytest.mark.parametrize("piece", ["<!--", "<code>", "<a ", "<div>", "[甲](", "{: ", "&a", "https://", "<a title='"])
def test_reading_takes_linear_time(piece: str) -> None:
    """No text can make the reading take long."""
    body = piece * 20_000
    start = process_time()
    readable(body, links(body))
    assert process_time() - start < 5


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("title: 一二三四", (2, 8, 2, 12)),
        ('title: "一二三四"', (2, 9, 2, 13)),
        ("title: '一''二三四'", (2, 9, 2, 15)),
        ('title: "一\\u4e8c三四"', (2, 9, 2, 18)),
        ("title: 一二\n  三四", (2, 8, 3, 5)),
        ("title: >-\n  一二\n  三四", (3, 3, 4, 5)),
        ("title: |\n  一二\n  三四", (3, 3, 4, 5)),
        ('title: "一二\\\n  三四"', (2, 9, 3, 5)),
        ("标题: 一二三四", (2, 5, 2, 9)),
        ("title: &t 一二三四", (2, 11, 2, 15)),
        ('title: !!str "一二三四"', (2, 15, 2, 19)),
    ],
)
def test_places_in_the_front_matter_are_exact(tmp_path: Path, written: str, at: tuple[int, ...]) -> None:
    """However a title is written, its characters are pointed at."""
    head = f"---\n{written}\ntype: notice\nkind: notice\ndate: 2026-03-05\n---\n\n正文。\n"
    (entry,) = portal(tmp_path, {"content/a.md": head}).entries
    title = next(texts(entry, ()))
    assert title.at(title.text.index("一"), title.text.index("四") + 1) == Location("content/a.md", *at)


def parts(folder: Path, text: str) -> list[tuple[str, str]]:
    """The texts of an entry, by name."""
    (entry,) = portal(folder, {"content/a.md": text}).entries
    return [(one.part, one.text) for one in texts(entry, ())]


def test_title_summary_and_body_are_read(tmp_path: Path) -> None:
    """An entry has up to three texts."""
    head = "---\ntype: page\ntitle: 甲\nsummary: 乙\n---\n\n丙\n"
    assert parts(tmp_path, head) == [("title", "甲"), ("summary", "乙"), ("body", "\n丙\n")]


def test_title_of_a_page_may_be_that_of_its_body(tmp_path: Path) -> None:
    """What stands once is read once."""
    assert parts(tmp_path, "# 甲\n\n乙\n") == [("body", "# 甲\n\n乙\n")]


def summary(folder: Path, written: str) -> Prose:
    """The summary of an entry that writes it so."""
    head = f"---\ntype: page\ntitle: 甲\nsummary: {written}\n---\n"
    (entry,) = portal(folder, {"content/a.md": head}).entries
    return list(texts(entry, ()))[1]


@pytest.mark.parametrize(
    ("written", "replacement", "has_fix"),
    [("一二三", "丁", True), ('"一\\u4e8c三"', "丁", False), ("一\n  二三", "丁", True), ("一二三", ": ", False)],
)
def test_fix_is_offered_where_it_is_safe(tmp_path: Path, written: str, replacement: str, has_fix: bool) -> None:
    """In front matter only what stands there in one piece is replaced, and by nothing that YAML reads otherwise."""
    one = summary(tmp_path, written)
    place = one.text.index("二") if "\\" not in written else 1
    assert (one.fix(place, place + 1, replacement) is not None) is has_fix


@given(st.text(alphabet="一二 '\"\\\n:", min_size=1, max_size=12))
def test_double_quoted_characters_are_found(value: str) -> None:
    """Escapes and quotes shift nothing."""
    source = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    found = characters(source, value)
    assert found is not None
    assert [end - start for start, end in found] == [1] * len(value) or "\\" in source
