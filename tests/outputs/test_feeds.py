"""Feeds: which there are, what they say, and that nothing narrower is in them."""

import json
from pathlib import Path
from xml.etree import ElementTree

from portals import COLUMN, portal
from yuandi.outputs.feeds import NEWEST, feeds
from yuandi.pages import Shown

CONFIG = "site_name: 园地\nsite_url: http://yuandi.example/xuexi\ndocs_dir: content\nplugins: [yuandi]\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def notice(title: str, day: str, more: str = "") -> str:
    return f"---\ntype: notice\nkind: notice\ntitle: {title}\ndate: {day}\nunit: office\n{more}---\n\n正文。\n"


def made(folder: Path, files: dict[str, str]) -> dict[str, str]:
    shown = Shown(portal(folder, {"mkdocs.yml": CONFIG, **COLUMN, **files}))
    return {export.output: export.text for export in feeds(shown)}


def test_there_is_one_for_the_portal_each_column_and_each_unit(tmp_path: Path) -> None:
    assert sorted(made(tmp_path, {"content/notices/a.md": notice("甲", "2026-03-05")})) == [
        "columns/notices/feed.json",
        "columns/notices/feed.xml",
        "feed.json",
        "feed.xml",
        "units/office/feed.json",
        "units/office/feed.xml",
    ]


def test_without_an_address_of_the_site_there_are_none(tmp_path: Path) -> None:
    shown = Shown(portal(tmp_path, {"content/notices/a.md": notice("甲", "2026-03-05")}))
    assert not list(feeds(shown))


def test_atom_names_full_addresses_and_days_in_china(tmp_path: Path) -> None:
    text = made(tmp_path, {"content/notices/a.md": notice("甲<乙>", "2026-03-05", "summary: 三月<十日>前\n")})[
        "feed.xml"
    ]
    feed = ElementTree.fromstring(text)  # noqa: S314  # our own
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert [(node.tag.removeprefix(ATOM), node.text) for node in entry if node.tag != f"{ATOM}author"] == [
        ("title", "甲<乙>"),
        ("link", None),
        ("published", "2026-03-05T00:00:00+08:00"),
        ("updated", "2026-03-05T00:00:00+08:00"),
        ("id", "http://yuandi.example/xuexi/notices/a/"),
        ("summary", "三月&lt;十日&gt;前"),
    ]
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        "http://yuandi.example/xuexi/",
        "http://yuandi.example/xuexi/feed.xml",
    ]


def test_json_feed_says_the_same(tmp_path: Path) -> None:
    text = made(tmp_path, {"content/notices/a.md": notice("甲", "2026-03-05", "tags: [读书]\n")})[
        "units/office/feed.json"
    ]
    assert json.loads(text) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "园地 · 办公室",
        "home_page_url": "http://yuandi.example/xuexi/units/office/",
        "feed_url": "http://yuandi.example/xuexi/units/office/feed.json",
        "language": "zh-Hans",
        "items": [
            {
                "id": "http://yuandi.example/xuexi/notices/a/",
                "url": "http://yuandi.example/xuexi/notices/a/",
                "title": "甲",
                "content_text": "甲",
                "date_published": "2026-03-04T16:00:00Z",
                "authors": [{"name": "办公室"}],
                "tags": ["读书"],
            }
        ],
    }


def test_newest_first_and_never_more_than_a_page(tmp_path: Path) -> None:
    files = {f"content/notices/n{day}.md": notice(f"第{day}号", f"2026-01-{day:02}") for day in range(1, 31)}
    files |= {f"content/notices/f{day}.md": notice(f"二月{day}日", f"2026-02-{day:02}") for day in range(1, 11)}
    items = json.loads(made(tmp_path, files)["feed.json"])["items"]
    assert len(items) == NEWEST
    assert items[0]["title"] == "二月10日"


def test_drafts_narrower_embargoed_and_expired_entries_are_left_out(tmp_path: Path) -> None:
    files = {
        "content/notices/a.md": notice("公开", "2026-03-05"),
        "content/notices/b.md": notice("内部", "2026-03-05", "visibility: office\n"),
        "content/notices/c.md": notice("草稿", "2026-03-05", "status: draft\n"),
        "content/notices/d.md": notice("未到", "2026-03-05", "publish_on: 2026-05-01\n"),
        "content/notices/e.md": notice("过期", "2026-03-05", "expires: 2026-03-06\n"),
    }
    everything = "".join(made(tmp_path, files).values())
    assert "公开" in everything
    assert not [word for word in ("内部", "草稿", "未到", "过期") if word in everything]
