"""The interface in English: no Chinese word is left around the content, and content stays as it was written."""

import json
import re
from pathlib import Path

import pytest

from english_portal import CONFIG, FILES
from portals import write
from sites import Site, build, quickly
from yuandi.search.query.answer import Index

BESIDES = (".xml", "feed.json", ".ics", ".csv", ".map", ".txt")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A portal whose content has no Chinese, in English."""
    return build(tmp_path_factory.mktemp("english"), FILES, config=CONFIG)


@pytest.mark.slow
def test_no_chinese_word_is_left(site: Site) -> None:
    """On any page of a portal whose content is English."""
    assert site.status == 0, site.said
    left = {}
    for path in site.files():
        if path.endswith(".html"):
            page = site.page(path)
            spoken = [
                value or ""
                for node in page.css("[aria-label], [title], [alt], [content]")
                for value in node.attributes.values()
            ]
            words = sorted({word for text in (page.text(), *spoken) for word in _left(text)})
            if words:
                left[path] = words
    assert left == {}


def test_nor_in_files_besides_pages(site: Site) -> None:
    """In feeds, calendars, tables and maps."""
    files = {path: data.decode("utf-8") for path, data in site.files().items() if path.endswith(BESIDES)}
    assert {path.rpartition(".")[2] for path in files} == {"xml", "json", "ics", "csv", "map", "txt"}
    assert {path: left for path, text in files.items() if (left := _left(text))} == {}


def _left(text: str) -> list[str]:
    """The words in Chinese, but for a document's own number."""
    return re.findall("[\u4e00-\u9fff]+", text.replace("〔2026〕1号", ""))


def test_pages_say_their_language(site: Site) -> None:
    """The page is English; the content is what its author says, or Chinese."""
    page = site.page("notices/a/index.html")
    assert page.css_first("html").attributes["lang"] == "en"
    assert page.css_first("h1").attributes["lang"] == "zh-Hans"
    assert site.text("archive/index.html", "title, h1") == ["Archive - Yunze", "Archive"]
    assert site.text("notices/a/index.html", ".yd-skip") == ["Skip to the text"]


def test_numbers_have_their_plurals(site: Site) -> None:
    """One day, two days; one hour and a half are hours."""
    words = set(site.text("series/c/index.html", ".yd-meeting__line span"))
    assert {"1 day", "2 days", "2 hours"} <= words
    assert "1.5 hours" in site.text("sessions/c/index.html", ".yd-facts dd")
    everything = " ".join(site.page(path).text(separator=" ") for path in site.files() if path.endswith(".html"))
    assert re.findall(r"\b1 (?:days|hours|items|people|books|talks|times|measures|plans)\b", everything) == []


NAMESAKES = {
    "content/_data/groups.yml": "[]\n",
    "content/_data/units.yml": "- {id: office, name: 办公室, kind: department}\n",
    "content/_data/people.yml": "- {id: ann, name: 主持, unit: office, post: 组长}\n",
    "content/_data/columns.yml": "- {id: all, title: 归档, takes: [notice]}\n",
    "content/notices/a.md": "---\ntitle: 通知\ndate: 2026-03-05\nkind: announcement\nunit: office\nauthor: ann\n"
    "tags: [1 天, 搜索]\nextra: {编号: 是}\n---\n\n归档。\n",
}


def test_content_that_reads_like_a_label_stays_as_it_is(tmp_path: Path) -> None:
    """An entry, a person, a unit, a column, a tag and a field of the organisation's own."""
    site = build(tmp_path, NAMESAKES, config=CONFIG)
    assert site.status == 0, site.said
    page = "notices/a/index.html"
    assert site.text(page, "h1, title, .yd-head__label") == ["通知 - Yunze", "Announcement", "通知"]
    assert site.text(page, ".yd-head__line span:first-child, .yd-tags li") == ["主持", "1 天", "搜索"]
    assert site.text(page, ".yd-block--extra dt, .yd-block--extra dd") == ["编号", "是"]
    assert site.text("columns/all/index.html", "h1, .yd-rows a") == ["归档", "通知"]
    assert site.text("people/ann/index.html", "h1, .yd-facts dt, .yd-facts dd") == [
        "主持",
        "Unit",
        "办公室",
        "Post",
        "组长",
    ]
    assert site.text("archive/index.html", "h1") == ["Archive"]


def test_a_quick_build_says_the_same(tmp_path: Path) -> None:
    """What is kept between builds of messages is enough to say them in English."""
    path = "content/sessions/a.md"
    edited = {**FILES, path: FILES[path].replace("Text.", "Other text.")}
    assert build(tmp_path / "warm", FILES, config=CONFIG).status == 0
    write(tmp_path / "warm", {"mkdocs.yml": CONFIG, **edited})
    done = quickly(tmp_path / "warm")
    assert done
    assert done.drawn == ("sessions/a.md",)
    warm, cold = Site(tmp_path / "warm/site", 0, ""), build(tmp_path / "cold", edited, config=CONFIG)
    assert warm.files() == cold.files()


def test_search_is_in_english(site: Site) -> None:
    """Names of types; what a page says beside the text is found as it is read."""
    told = site.files()["assets/search/index.js"].decode("utf-8")
    types = json.loads(json.loads(told[told.index('"{') : told.rindex('"') + 1]))["types"]
    assert ["notice", "Notice"] in types
    assert [name for _, name in types if _left(name)] == []
    index = Index(lambda path: (site.root / path).read_bytes())
    assert [hit.title for hit in index.search('"12 people (86%)"').hits] == ["Study"]
