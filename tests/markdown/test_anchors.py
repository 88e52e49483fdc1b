"""The anchors of a body, and its first heading."""

import pytest

from yuandi.markdown.anchors import anchors, first_heading


def test_anchors_are_those_of_the_page() -> None:
    """Headings get anchors of their own words, repeated ones a number; written ids are anchors too."""
    body = '# 指导思想\n\n## 一、目标 (2026)\n\n## 一、目标 (2026)\n\n## 甲 {#own}\n\n<a id="here"></a>\n'
    assert anchors(body) == {"指导思想", "一目标-2026", "一目标-2026_1", "own", "here"}


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        ("正文\n\n# 关于我们\n", "关于我们"),
        ("# 关于我们 #\n", "关于我们"),
        ("## 二级\n", None),
        ("```\n# 代码\n```\n# 标题\n", "标题"),
        ("", None),
    ],
)
def test_first_heading(body: str, heading: str | None) -> None:
    """The first heading of the first level that is no code."""
    assert first_heading(body) == heading
