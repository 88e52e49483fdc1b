"""A zh-Hant edition from the same sources: what is read is converted, names and addresses stay."""

import json
from pathlib import Path

import pytest

from portals import write
from sites import Site, build, dead_links, quickly
from yuandi.chinese.traditional import AS_WRITTEN, Script, in_traditional
from yuandi.search.query.answer import Index

NAMES = ("于里", "余后发", "云泽中心支行", "余后")

PAGE = """\
<!DOCTYPE html>
<html lang="zh-Hans">
<head><meta name="description" content="学习园地"><meta http-equiv="refresh" content="0; url=学习/">
<link rel="alternate" title="订阅" href="订阅.xml"><script>var a = "学习<后>";</script></head>
<body><!-- 学习 -->
<h2 id="学习-里">学习里面<a href="#学习-里" title="a > 皇后" data-x="里">里</a></h2>
<p>余后发于云泽中心支行理发，于里&amp;余后讲了头发、皇后、着手。</p>
<pre><code>学习</code></pre><code>为了</code><img src="图/里.png" alt="学习现场">
<input placeholder="搜索" value="学习"><button aria-label="关闭">关</button>
<div lang="ja"><p>学习<span title="国">国</span><div>里</div></p></div><p lang="zh-Hans">国</p><img lang="ja" alt="国">
</body></html>
"""

IN_TRADITIONAL = """\
<!DOCTYPE html>
<html lang="zh-Hant">
<head><meta name="description" content="學習園地"><meta http-equiv="refresh" content="0; url=学习/">
<link rel="alternate" title="訂閱" href="订阅.xml"><script>var a = "学习<后>";</script></head>
<body><!-- 学习 -->
<h2 id="学习-里">學習裡面<a href="#学习-里" title="a > 皇后" data-x="里">裡</a></h2>
<p>余后发於云泽中心支行理髮，于里&amp;余后講了頭髮、皇后、著手。</p>
<pre><code>学习</code></pre><code>为了</code><img src="图/里.png" alt="學習現場">
<input placeholder="搜索" value="学习"><button aria-label="關閉">關</button>
<div lang="ja"><p>学习<span title="国">国</span><div>里</div></p></div><p lang="zh-Hans">國</p><img lang="ja" alt="国">
</body></html>
"""


def test_what_is_read_is_converted() -> None:
    """Texts and spoken attributes; not addresses, anchors, scripts, code, names, or other languages."""
    assert in_traditional(PAGE, NAMES) == IN_TRADITIONAL
    assert AS_WRITTEN.page(PAGE) == PAGE


def test_characters_that_part_texts_may_stand_in_them() -> None:
    """A text that holds the separators themselves loses nothing."""
    assert in_traditional("<p>学\x1f习</p><p>里面\x1e于里发</p>", NAMES) == "<p>學\x1f習</p><p>裡面\x1e于里發</p>"


def test_a_calendar_is_folded_anew() -> None:
    """No line is longer than 75 octets, and a name across a fold is still a name."""
    line = "SUMMARY:" + "学习" * 10 + "云泽中\r\n 心支行学习"
    made = Script(True, NAMES).file("a.ics", f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n")
    assert made.replace("\r\n ", "") == f"BEGIN:VEVENT\r\nSUMMARY:{'學習' * 10}云泽中心支行學習\r\nEND:VEVENT\r\n"
    assert max(len(one.encode()) for one in made.split("\r\n")) <= 75


CONFIG = """\
site_name: 学习园地
site_url: http://a.example/
docs_dir: content
theme: {name: yuandi}
plugins:
  - yuandi: {as_of: 2026-03-31, script: hant}
"""
FILES = {
    "content/_data/policy.yml": "rules: {TXT010: off}\n",
    "content/_data/units.yml": "- {id: office, name: 云泽办公室, short: 泽办}\n",
    "content/_data/people.yml": "- {id: yu-li, name: 于里, unit: office}\n",
    "content/_data/groups.yml": "- {id: club, name: 读书小组, members: [{person: yu-li}]}\n",
    "content/_data/columns.yml": "- {id: study, title: 学习简讯, takes: [news, article, lecture-series]}\n",
    "content/about.md": "---\ntitle: 关于本站\n---\n\n## 后台\n\n这里面。\n",
    "content/news/reading.md": "---\ntitle: 读书会开讲\ndate: 2026-03-05\nunit: office\nauthor: yu-li\nsummary: 为了学习\n"
    "aliases: [旧闻]\n---\n\n## 里面的话\n\n见[下一篇](trad.md)和`学习`。于里发言，云泽办公室组织。\n\n## 头发\n\n## 后记\n",
    "content/news/trad.md": "---\ntitle: 里仁學堂\ndate: 2026-03-06\nlang: zh-Hant\n---\n\n里仁為美，制作。\n",
    "content/series/a.md": "---\ntitle: 讲座\ntype: lecture-series\ndate: 2026-03-01\n"
    "host: office\nperiod: 2026\nsessions:\n  - {topic: 第一讲里程, start: 2026-04-01, hours: 2}\n---\n\n讲座。\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The edition."""
    return build(tmp_path_factory.mktemp("hant"), FILES, config=CONFIG)


@pytest.mark.slow
def test_pages_are_in_traditional(site: Site) -> None:
    """Title, interface, text; names, addresses, anchors and code as they were."""
    assert site.status == 0, site.said
    page = site.page("news/reading/index.html")
    assert page.css_first("html").attributes["lang"] == "zh-Hant"
    assert site.text("news/reading/index.html", "title, h1") == ["讀書會開講 - 學習園地", "讀書會開講"]
    assert site.text("news/reading/index.html", ".yd-text p") == ["見下一篇和学习。于里發言，云泽办公室組織。"]
    assert [node.attributes["id"] for node in page.css(".yd-text h2")] == ["里面的话", "头发", "后记"]
    assert site.text("news/reading/index.html", ".yd-head__line") == ["于里泽办2026年3月5日"]
    assert site.text("news/reading/index.html", ".yd-skip, .yd-toc h2") == ["跳到正文", "目錄"]
    assert page.css_first("meta[name=Description]").attributes["content"] == "為了學習"
    assert site.text("about/index.html", "h1, h2, .yd-text p") == ["關於本站", "後臺", "這裡面。"]
    assert site.text("404.html", "h1") == ["沒有這一頁"]
    assert site.page("旧闻/index.html").css_first("meta[http-equiv]").attributes["content"].endswith("news/reading/")
    assert dead_links(site) == []


def test_what_is_traditional_already_stays(site: Site) -> None:
    """An entry with `lang: zh-Hant`: its title wherever it stands, and its text."""
    page = site.page("news/trad/index.html")
    assert [node.attributes.get("lang") for node in page.css("h1, .yd-text")] == ["zh-Hant", "zh-Hant"]
    assert site.text("news/trad/index.html", "h1, .yd-text p") == ["里仁學堂", "里仁為美，制作。"]
    assert "里仁學堂" in site.text("columns/study/index.html", ".yd-rows a")


def test_files_besides_pages_too(site: Site) -> None:
    """Feeds, calendars and the index of the search; what is typed in either script finds it."""
    feed = json.loads((site.root / "feed.json").read_text("utf-8"))
    assert feed["language"] == "zh-Hant"
    assert [(one["title"], one["url"]) for one in feed["items"]][:2] == [
        ("里仁學堂", "http://a.example/news/trad/"),
        ("讀書會開講", "http://a.example/news/reading/"),
    ]
    assert 'xml:lang="zh-Hant"' in (site.root / "feed.xml").read_text("utf-8")
    assert "第一講里程" in (site.root / "calendar.ics").read_text("utf-8")
    index = Index(lambda path: (site.root / path).read_bytes())
    for query in ("读书会", "讀書會", "組織", "组织"):
        assert [hit.title for hit in index.search(query).hits] == ["讀書會開講"], query


@pytest.mark.slow
def test_a_quick_build_gives_the_same(tmp_path: Path) -> None:
    """An edited body, and the index with it, as in a build from nothing."""
    text = FILES["content/news/reading.md"].replace("于里发言", "于里發言，后来大家里面谈")
    assert build(tmp_path / "warm", FILES, config=CONFIG).status == 0
    write(tmp_path / "warm", {"mkdocs.yml": CONFIG, **FILES, "content/news/reading.md": text})
    done = quickly(tmp_path / "warm")
    assert done
    assert done.drawn == ("news/reading.md",)
    edited = {**FILES, "content/news/reading.md": text}
    warm, cold = Site(tmp_path / "warm/site", 0, ""), build(tmp_path / "cold", edited, config=CONFIG)
    assert warm.files() == cold.files()
