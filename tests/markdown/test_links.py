"""The links and pictures of a body, as the reference converter has them."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown import Markdown
from yuandi.markdown.anchors import first_heading
from yuandi.markdown.links import SAFE_SCHEMES, Link, links
from yuandi.markdown.word_count import count_words
from yuandi.render import sanitised


def targets(body: str) -> list[str]:
    """The targets of all links of a body."""
    return [link.target for link in links(body)]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("见[方案](plan.md)。", "plan.md"),
        ("[方案](plan.md#指导思想)", "plan.md#指导思想"),
        ('[方案](plan.md "标题")', "plan.md"),
        ("[方案](plan.md '标题 (一)')", "plan.md"),
        ("[方案]( plan.md )", "plan.md"),
        ("[方案](<plan one.md>)", "plan one.md"),
        ("[名单](附件 1.csv)", "附件 1.csv"),
        ('[名单](附件 1.csv "名单")', "附件 1.csv"),
        ("[甲](a_(b).md)", "a_(b).md"),
        ("[甲](a(b(c))d)", "a(b(c))d"),
        ("[甲 [乙] 丙](a.md)", "a.md"),
        ("![图](a.png)", "a.png"),
        ("[甲](a\nb)", "a\nb"),
        ("[1]: plan.md\n", "plan.md"),
        ("[1]: <plan one.md> '标题'\n", "plan one.md"),
        ("[1]:\n  plan.md\n", "plan.md"),
        ('<a class="x" href="plan.md">', "plan.md"),
        ("<a href=plan.md>", "plan.md"),
        ("<img src='a.png'>", "a.png"),
        ("<https://example.org/>", "https://example.org/"),
        ("<video poster='a.png'>", "a.png"),
        ('<a title="a>b" href="a.md">乙</a>', "a.md"),
        ("<img alt='a>b' src='s.png'>", "s.png"),
        ("<a title='x' HREF = a.md >", "a.md"),
        ("<blockquote cite='a.md'>甲</blockquote>", "a.md"),
        ("甲{: title=乙 href=a.md }", "a.md"),
        ("## 甲 {href='a b.md'}", "a b.md"),
        ("> [q]: a.md", "a.md"),
        ("- [q]: a.md", "a.md"),
        ("1. 甲\n\n    [q]: <a.md>", "a.md"),
        ("> - [q]:\n>   a.md '题'", "a.md"),
        ("<div>`<a href='a.md'>乙</a>`</div>", "a.md"),
        ("- 甲\n\n    [乙](a.md)", "a.md"),
        ("[^1]: 注\n\n    [乙](a.md)", "a.md"),
        ("!!! note\n\n    [乙](a.md)", "a.md"),
        ("甲\n    [乙](a.md)", "a.md"),
        ("<div markdown='1'>\n\n[乙](a.md)\n\n</div>", "a.md"),
        ("<div>甲</div>\n\n[乙](a.md)", "a.md"),
        ("<div>\n\n[乙](a.md)", "a.md"),
        ("甲 <span>[乙](a.md)</span>", "a.md"),
    ],
)
def test_link_is_found(body: str, target: str) -> None:
    """A link is found in each of its forms, and stands where it says."""
    (link,) = links(body)
    assert link.target == target == body[link.start : link.end]


@pytest.mark.parametrize(
    "body",
    [
        r"\[方案](plan.md)",
        "[方案] (plan.md)",
        "[方案](plan.md",
        "[方案](plan\n\n.md)",
        "`[方案](plan.md)`",
        "``[方案](plan.md) ` ``",
        "`<!--` [方案]`](plan.md)`",
        "```\n[方案](plan.md)\n```",
        "~~~ markdown\n[方案](plan.md)\n~~~",
        "<!-- [方案](plan.md) -->",
        "[^1]: 见 plan.md",
        "*[HTML]: Hyper Text",
        "[1]: 两个 词",
        "[方案]",
        "甲\n\n    [方案](plan.md)",
        "\t[方案](plan.md)\n\n    [二]: plan.md",
        "**甲**\n\n    <a href='plan.md'>\n\n    [方案](plan.md)",
        "<div>[方案](plan.md)</div>",
        "<div>\n<div>甲<br></div>\n\n[方案](plan.md)\n</div>",
        "  <p>\n[方案](plan.md)\n</p>",
        "<div><!-- </div><a href='plan.md'> --></div>",
        "<div><!-- <a href='plan.md'> --></div>",
    ],
)
def test_link_is_none(body: str) -> None:
    """What the converter makes no link of is none: code, comments, escapes, notes, what is not closed."""
    assert targets(body) == []


def test_picture_within_a_link() -> None:
    """A picture is told from the link around it."""
    picture, link = links("[![图](a.png)](b.md)")
    assert (picture.target, picture.is_picture) == ("a.png", True)
    assert (link.target, link.is_picture) == ("b.md", False)
    assert links("<IMG src='a.png'>")[0].is_picture
    assert [link.is_picture for link in links("<video src='a.mp4' poster='a.png'></video>")] == [False, True]


@pytest.mark.parametrize(
    "body",
    [
        '<video controls poster="a.png" src="b.mp4"></video>',
        '甲 <a title="a>b" href="a.md">乙</a>',
        '甲 <img alt="a>b" src="a.png">',
        "[乙](http://x.example/){: href=a.md }",
        "> [甲][q]\n>\n> [q]: a.md",
        "- [甲][q]\n\n    [q]: a.md",
        "甲\n\n    [乙](a.md)\n\n丙",
        "<div>[甲](a.md) `<a href='b.md'>乙</a>`</div>\n\n[丙](c.md)",
        "<div>\n[甲](a.md)\n</div> [乙](b.md)",
        "- 甲\n\n    [乙](a.md)\n\n丙\n\n    [丁](b.md)",
    ],
)
def test_what_rendering_sees_is_what_is_found(body: str) -> None:
    """Each address of the safe HTML is among the links, and but for one that an attribute list outdoes none is more."""
    extensions = ["fenced_code", "attr_list", "md_in_html"]
    html = sanitised(Markdown(extensions=extensions).convert(body))
    seen = re.findall(r' (?:href|src|poster|cite)="([^"]*)"', html)
    assert sorted(seen) == sorted(target for target in targets(body) if target != "http://x.example/")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "&#106avascript&colon;alert(1)",
        "java&Tab;script&NewLine;:alert(1)",
        "javascript%3Aalert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
    ],
)
def test_unsafe_scheme_is_seen_through_its_disguise(target: str) -> None:
    """A scheme is told as the browser will read it: without blanks, control characters, entities, case."""
    assert Link(target, 0, 0).scheme not in {"", *SAFE_SCHEMES}


@pytest.mark.parametrize("target", ["a:b.md/c", "甲:乙.md", "a.md", "#甲", "../a.md?x=a:b", "", "//example.org/"])
def test_place_in_the_site_has_no_unsafe_scheme(target: str) -> None:
    """Paths, anchors and queries are no schemes; `a:` is one, as browsers have it."""
    assert Link(target, 0, 0).scheme == ("a" if target.startswith("a:") else "")


def test_link_knows_its_parts() -> None:
    """A target is cut into path and anchor, both decoded, the query left out."""
    link = Link("../a%20b.md?x=1#%E6%8C%87%E5%AF%BC", 0, 0)
    assert (link.path, link.anchor, link.is_outside) == ("../a b.md", "指导", False)
    assert Link("//example.org/a", 0, 0).is_outside
    assert (Link("a&#46;md&#35;b", 0, 0).path, Link("a&#46;md&#35;b", 0, 0).anchor) == ("a.md", "b")
    assert Link("http://[broken", 0, 0).path == "http://[broken"


@given(st.text(alphabet="[]()<>!\"' \n\\a#甲`:", max_size=60))
def test_links_stand_where_they_say(body: str) -> None:
    """Whatever the body, each link's target is the text at its place."""
    assert all(body[link.start : link.end] == link.target for link in links(body))


@pytest.mark.parametrize(
    "body",
    [
        "```\n[甲](a.md)\n",
        "```code``` [甲](a.md)\n\n```\nx\n```",
        "`<!--` [甲](a.md) `-->`",
        "` [甲](a.md)\n\n`",
        "<!-- [甲](a.md)",
        "\\`[甲](a.md)`",
        "~~~\n```\n~~~\n[甲](a.md)\n```\n",
        "```甲` [甲](a.md) `",
        "`甲\n# [甲](a.md) `",
        "# `[甲](a.md)\n乙 `",
        "甲 <!-- 乙\n\n[甲](a.md) -->",
        "甲 <!-- [甲](a.md) <!--> 乙",
    ],
)
def test_what_only_looks_like_code_hides_nothing(body: str) -> None:
    """A fence, tick or comment that nothing closes is text to the converter, and its links are links."""
    assert targets(body) == ["a.md"]
    assert 'href="a.md"' in Markdown(extensions=["fenced_code"]).convert(body)


@pytest.mark.parametrize(
    "body",
    [
        "](" * 100_000,
        "[" * 100_000,
        "![" * 100_000,
        "](" + " " * 100_000,
        "\n" * 200_000,
        "# a" + " " * 100_000 + "b",
        "`" * 100_000,
        "<a " * 50_000,
        "[a](b 'c" * 20_000,
        "<!--" * 50_000,
        "```a\n" * 50_000,
        "``a`" * 50_000,
        "<a href='" * 50_000,
        " b=\"<a c='\" d='" * 10_000,
        "<div>" * 30_000 + "</p>" * 30_000,
        "<div>\n" * 30_000,
        "甲\n\n    乙\n\n" * 20_000,
        "{" * 100_000,
        "{href=" * 20_000,
        "> " * 50_000 + "[",
        "# " + "``a`" * 30_000,
        "甲\n\n" + "    乙\n" * 50_000,
    ],
    ids=[
        "targets",
        "brackets",
        "pictures",
        "blanks",
        "lines",
        "heading",
        "ticks",
        "tags",
        "titles",
        "comments",
        "fences",
        "code",
        "attributes",
        "quotes in quotes",
        "closings",
        "openings",
        "paragraphs of code",
        "braces",
        "lists",
        "quotes",
        "heading of code",
        "lines of code",
    ],
)
def test_hostile_body_is_read_in_time(body: str) -> None:
    """No text makes the scan slow: it is linear in the body, or nearly."""
    began = process_time()
    links(body)
    count_words(body)
    first_heading(body)
    assert process_time() - began < 5


def test_link_forms_agree_with_the_converter() -> None:
    """What is found is what the reference converter makes links of."""
    body = "[a](b c.md) [d](e 't') [f](<g>) [h](i(j)k) [l](m \"n (o)\")\n"
    html = Markdown().convert(body)
    assert all(f'href="{target}"' in html for target in targets(body))
    assert html.count("<a ") == len(targets(body)) == 5


@pytest.mark.parametrize(("depth", "is_read"), [(6, True), (7, True), (8, False), (100_000, False)])
def test_brackets_within_a_target_have_a_bound(depth: int, is_read: bool) -> None:
    """Brackets within brackets of a target are followed to the bound; what is deeper is no target, at no cost."""
    target = f"{'(' * depth}甲{')' * depth}.md"
    start = process_time()
    assert targets(f"[乙]({target})\n\n[丙](a.md)\n") == ([target] if is_read else []) + ["a.md"]
    assert process_time() - start < 3
