"""Links in bodies to pages that nobody writes: they lead there where the page is, and are reported where it is not."""

from pathlib import Path
from urllib.parse import quote

import pytest

from portals import lines, portal, report
from sites import build, dead_links

COUNT = 31
"""One more than stands on a page of a list."""

CONFIG = """\
site_name: 云泽学习园地
docs_dir: content
theme: {{name: yuandi}}
use_directory_urls: {directories}
plugins:
  - yuandi: {{as_of: 2026-03-31, offline: {offline}}}
"""

POLICY = """\
measures:
  - {code: N-01, title: 每月报送信息, subject: {units: {id: office}}, measure: {count: news}, period: month, min: 1, modality: target, since: 2010-01-01}
  - {code: P-01, title: 每年一篇, subject: {people: {}}, measure: {count: article}, period: year, min: 1, modality: target}
"""

LEADING = (
    "board",
    "board/people",
    "board/submissions",
    "board/measures/n-01/page/2",
    "columns/news/page/2",
    "columns/news/2026",
    "columns/news/2026/page/2",
    "archive/2026/03/page/2",
    "types/news/page/2",
    "tags/page/2",
    "tags/t0/page/2",
    "library/page/2",
    "awards/标兵",
    "units/office/page/2",
    "units/finance/related",
    "units/finance/related/page/2",
    "search",
)
NOWHERE = (
    "board/page/2",
    "board/people/page/2",
    "board/measures/n-01/page/3",
    "board/measures/n-02",
    "columns/news/2",
    "columns/news/page/1",
    "columns/news/page/3",
    "columns/news/2025",
    "archive/2026/03/page/4",
    "types/news/page/3",
    "tags/page/3",
    "library/page/3",
    "units/office/page/3",
    "units/office/related",
    "units/finance/related/page/3",
    "people/chen-ming/2026",
)


def entry(title: str, fields: str, day: str = "2026-03-05") -> str:
    """An entry of the folder's type."""
    return f"---\ntitle: {title}\ndate: {day}\nsummary: 摘要\n{fields}\n---\n\n正文。\n"


def files(links: tuple[str, ...], ending: str = "/", more: str = "") -> dict[str, str]:
    """A portal with lists that go on, and a page with links from the root of the site."""
    books = ", ".join(f"{{title: 书{number}, author: 甲}}" for number in range(COUNT))
    body = "\n".join(f"- [去处](/{link}{ending})" for link in links)
    found = {
        "content/_data/columns.yml": "- {id: news, title: 信息, takes: [news]}\n",
        "content/_data/policy.yml": POLICY,
        "content/help.md": f"---\ntitle: 说明\n---\n\n{body}\n",
        "content/news/old.md": entry("旧事", "unit: office", "2016-01-05"),
        "content/books/b.md": entry("书单", f"period: 2026\nbooks: [{books}]"),
        "content/honours/h.md": entry("表彰", "award: 标兵\nyear: 2026\nentries: [{name: 张三, category: employee}]"),
    }
    for number in range(COUNT):
        tags = ", ".join(f"t{tag}" for tag in (0, *range(10 * number + 1, 10 * number + 11)))
        found[f"content/news/n{number:02}.md"] = entry(
            f"第{number}条", f"unit: office\nsubmitted: 2026-03-05\ntags: [{tags}]\n{more if number else ''}"
        )
        found[f"content/competitions/c{number:02}.md"] = entry(
            f"第{number}次竞赛", "kind: 知识竞赛\nresults: [{rank: 一等奖, ref: finance}]"
        )
    return found


def reported(folder: Path, given: dict[str, str]) -> list[str]:
    """The links that lead nowhere, as they are written."""
    found = [line for line in lines(report(folder, given)) if " REF008 " in line]
    return [line.split("`")[1] for line in found]


def test_pages_that_are_there(tmp_path: Path) -> None:
    """Second pages of lists, the board of people, a year of a column: none is reported."""
    assert reported(tmp_path, files(LEADING)) == []


def test_pages_that_are_not(tmp_path: Path) -> None:
    """A page after the last, and a list that nothing stands in, are."""
    assert reported(tmp_path, files(NOWHERE)) == [f"/{link}/" for link in NOWHERE]


@pytest.mark.parametrize(("directories", "offline"), [("true", "false"), ("false", "false"), ("true", "true")])
def test_the_links_lead_there(directories: str, offline: str, tmp_path: Path) -> None:
    """In the built site, also where its pages are files."""
    ending = "/" if directories == "true" and offline == "false" else ".html"
    config = CONFIG.format(directories=directories, offline=offline)
    site = build(tmp_path, files(LEADING, ending), "--strict", config=config)
    assert site.status == 0, site.said
    page = site.page("help/index.html" if ending == "/" else "help.html")
    start = "../" if ending == "/" else ""
    written = [node.attributes["href"] for node in page.css("a") if node.text() == "去处"]
    assert written == [start + quote(link) + ending for link in LEADING]
    assert dead_links(site) == []


def test_pages_of_what_is_hidden(tmp_path: Path) -> None:
    """A page that only hidden entries would fill is no target: the link loses its address, and is reported."""
    given = files(
        ("columns/news", "columns/news/page/2", "units/office/page/2", "tags/page/2"), more="visibility: office"
    )
    made = portal(tmp_path, given)
    hidden = ("columns/news/page/2/", "units/office/page/2/", "tags/page/2/")
    assert [made.targets[address] for address in hidden] == [None, None, None]
    assert not made.plan.addresses & set(hidden)
    assert reported(tmp_path, given) == [f"/{address}" for address in hidden]


def test_no_page_is_two(tmp_path: Path) -> None:
    """A former address that is a later page of a list, and an entry that stands there, are reported."""
    given = files(()) | {
        "content/notices/a.md": entry("甲", "kind: notice\naliases: [board/people/, library/page/2/]"),
        "content/library/page/2.md": "---\ntitle: 乙\n---\n\n正文。\n",
    }
    found = [line.split(" ", 2)[2] for line in lines(report(tmp_path, given)) if "ARC002" in line or "FM009" in line]
    assert found == [
        "FM009 The address `library/page/2/` is also the address of a generated page.",
        "ARC002 The alias `board/people/` is the address of a generated page.",
        "ARC002 The alias `library/page/2/` is the address of library/page/2.md.",
    ]
