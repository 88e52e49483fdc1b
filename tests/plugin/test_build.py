"""What `mkdocs build` makes of a portal: pages, addresses, and nothing at all where something is wrong."""

from pathlib import Path

import pytest

from portals import COLUMN
from sites import CONFIG, build, dead_links, outside_requests, rebuild

pytestmark = pytest.mark.slow

NOTICE = """\
---
title: 关于开展读书月活动的通知
date: 2026-03-05
unit: office
kind: notice
---

各科室：

## 一、时间

见[年度计划](../plans/annual.md#一目标)和[附表](table.csv)。
"""

PLAN = """\
---
title: 年度学习计划
date: 2026-01-10
unit: yunze
span: {from: 2026-01-01, to: 2026-12-31}
phases:
  - {name: 启动, from: 2026-01-01, to: 2026-02-28}
  - {name: 推进, from: 2026-03-01, to: 2026-12-31}
---

## 一、目标

人人有计划。
"""

PORTAL = {
    **COLUMN,
    "content/notices/reading.md": NOTICE,
    "content/notices/table.csv": "科室,册数\n办公室,3\n",
    "content/plans/annual.md": PLAN,
    "content/about.md": "---\ntype: page\ntitle: 关于\n---\n\n# 关于\n\n[通知](notices/reading.md)\n",
}


def test_entries_become_pages(tmp_path: Path) -> None:
    """An entry's page stands where MkDocs would have put it, with its title, unit and text."""
    site = build(tmp_path, PORTAL)
    assert site.status == 0, site.said
    page = site.page("notices/reading")
    assert page.css_first("h1").text().strip() == "关于开展读书月活动的通知"
    assert page.css_first("title").text() == "关于开展读书月活动的通知 - 云泽学习园地"
    assert "办公室" in page.css_first("article").text()


def test_everything_generated_has_a_page(tmp_path: Path) -> None:
    """Home, columns, archives by year and month, units, persons and groups come without anybody writing them."""
    site = build(tmp_path, PORTAL)
    pages = {path for path in site.files() if path.endswith("index.html")}
    assert pages >= {
        "index.html",
        "about/index.html",
        "columns/notices/index.html",
        "columns/notices/2026/index.html",
        "archive/index.html",
        "archive/2026/index.html",
        "archive/2026/03/index.html",
        "units/index.html",
        "units/office/index.html",
        "people/chen-ming/index.html",
        "groups/study-group/index.html",
    }


@pytest.mark.parametrize("directories", ["true", "false"])
def test_every_link_leads_somewhere(tmp_path: Path, directories: str) -> None:
    """Links between entries, pages, files and anchors work with both forms of address."""
    site = build(tmp_path, PORTAL, config=f"{CONFIG}use_directory_urls: {directories}\n")
    assert site.status == 0, site.said
    assert dead_links(site) == []
    assert outside_requests(site) == []


def test_body_links_lead_to_the_page_and_its_anchor(tmp_path: Path) -> None:
    """A link to a heading of another entry keeps its anchor, which is made of the heading's words."""
    site = build(tmp_path, PORTAL)
    targets = [node.attributes["href"] for node in site.page("notices/reading").css("article p a")]
    assert "../../plans/annual/#%E4%B8%80%E7%9B%AE%E6%A0%87" in targets
    assert "../../notices/table.csv" in targets
    assert site.page("plans/annual").css_matches("#一目标")


def test_an_error_leaves_the_site_untouched(tmp_path: Path) -> None:
    """A finding of severity error ends the build before a byte of the site changes."""
    before = build(tmp_path, PORTAL).files()
    (tmp_path / "content/notices/wrong.md").write_text("---\ntitle: 甲: 乙\n---\n", encoding="utf-8")
    after = rebuild(tmp_path)
    assert after.status == 1
    assert "content/notices/wrong.md:2:9 错误 FM001" in after.said
    assert "Traceback" not in after.said
    assert after.files() == before


def test_strict_fails_on_a_warning_and_writes_nothing(tmp_path: Path) -> None:
    """`--strict` treats a warning of the check as MkDocs treats its own."""
    files = PORTAL | {"content/notices/reading.md": NOTICE.replace("unit: office", "unit: office\nsource: 010")}
    assert build(tmp_path / "a", files).status == 0
    strict = build(tmp_path / "b", files, "--strict")
    assert strict.status == 1
    assert "FM007" in strict.said
    assert not strict.root.exists()


def test_what_is_not_due_or_not_for_all_is_nowhere(tmp_path: Path) -> None:
    """Drafts, later entries and those of narrower audiences leave no byte in the site, nor do their files."""
    secret = {
        "draft": "status: draft",
        "later": "publish_on: 2026-05-01",
        "narrow": "visibility: office",
    }
    files = dict(PORTAL)
    for name, line in secret.items():
        head = f"---\ntitle: SECRET-{name}\ndate: 2026-03-06\nkind: notice\n{line}\nattachments: [{{file: secret-{name}.csv}}]\n---\n"
        files[f"content/notices/secret-{name}.md"] = f"{head}\nSECRET\n"
        files[f"content/notices/secret-{name}.csv"] = "SECRET\n"
    files["content/hidden.md"] = "---\ntype: page\ntitle: SECRET page\nvisibility: unit\n---\nSECRET\n"
    site = build(tmp_path, files)
    assert site.status == 0, site.said
    leaks = [path for path, data in site.files().items() if b"SECRET" in data or "secret" in path or "hidden" in path]
    assert leaks == []


def test_a_narrower_audience_sees_more(tmp_path: Path) -> None:
    """A build for an audience shows its entries and all wider ones."""
    files = PORTAL | {
        "content/notices/inner.md": "---\ntitle: 内部通知\ndate: 2026-03-06\nkind: notice\nvisibility: unit\n---\n",
        "content/notices/office.md": "---\ntitle: 办公室通知\ndate: 2026-03-07\nkind: notice\nvisibility: office\n---\n",
    }
    site = build(tmp_path, files, config=CONFIG.replace("2026-03-31", "2026-03-31, audience: unit"))
    assert (site.root / "notices/inner/index.html").is_file()
    assert not (site.root / "notices/office").exists()


def test_data_and_hidden_files_are_not_published(tmp_path: Path) -> None:
    """Files and folders that begin with `_` or `.` stay out of the site."""
    site = build(tmp_path, PORTAL | {"content/notices/_notes.md": "x", "content/_private/a.md": "x"})
    assert site.status == 0, site.said
    assert [path for path in site.files() if "_data" in path or "_notes" in path or "_private" in path] == []


def test_expired_entries_leave_lists_and_keep_their_address(tmp_path: Path) -> None:
    """What has expired stands in the archive only, with a banner."""
    site = build(
        tmp_path, PORTAL | {"content/notices/reading.md": NOTICE.replace("unit:", "expires: 2026-03-20\nunit:")}
    )
    title = "关于开展读书月活动的通知"
    assert not any(title in text for text in site.text("columns/notices", "main"))
    assert any(title in text for text in site.text("archive/2026/03", "main"))
    assert any("到期" in text for text in site.text("notices/reading", "article"))


def test_what_people_write_is_escaped(tmp_path: Path) -> None:
    """Markup in a title is shown as text, and a body's scripts, handlers and frames are gone."""
    evil = NOTICE.replace("关于开展读书月活动的通知", '"<script>alert(1)</script>\\"&"').replace(
        "各科室：", '<script>alert(2)</script><img src="table.csv" onerror="alert(3)"><iframe src="table.csv"></iframe>'
    )
    site = build(
        tmp_path,
        PORTAL | {"content/notices/reading.md": evil, "content/evil.md": "# 页\n\n<script>alert(4)</script>\n"},
    )
    assert site.status == 0, site.said
    for path, data in site.files().items():
        if path.endswith(".html"):
            assert b"alert(1)</script>" not in data, path
            assert b"alert(2)" not in data, path
            assert b"alert(3)" not in data, path
            assert b"alert(4)" not in data, path
    assert site.page("notices/reading").css_first("h1").text().strip() == '<script>alert(1)</script>"&'


def test_the_same_portal_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds in different folders are equal, byte for byte."""
    first = build(tmp_path / "a", PORTAL)
    second = build(tmp_path / "much/deeper", PORTAL)
    assert first.files() == second.files()


def test_a_build_keeps_the_ignore_file_of_the_site(tmp_path: Path) -> None:
    """`site/.gitignore` is in git, and a build leaves it there."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.gitignore").write_text("*\n!.gitignore\n")
    assert ".gitignore" in build(tmp_path, PORTAL).files()


def test_other_plugins_and_plain_pages_work(tmp_path: Path) -> None:
    """Material's search, loaded by its plain name, indexes plain pages; a hook sees them."""
    config = CONFIG.replace("plugins:\n", "hooks: [hook.py]\nplugins:\n  - search\n")
    hook = "def on_page_markdown(markdown, page, **kwargs):\n    return markdown + '\\n\\n经过钩子'\n"
    site = build(tmp_path, PORTAL | {"hook.py": hook}, config=config)
    assert site.status == 0, site.said
    assert any("经过钩子" in text for text in site.text("about", "article"))
    assert "关于" in site.files()["search/search_index.json"].decode("unicode_escape", errors="ignore") or (
        "关于" in site.files()["search/search_index.json"].decode("utf-8")
    )


def test_a_written_home_page_is_kept(tmp_path: Path) -> None:
    """`content/index.md` takes the place of the generated home page."""
    site = build(tmp_path, PORTAL | {"content/index.md": "# 自写的首页\n"})
    assert site.status == 0, site.said
    assert any("自写的首页" in text for text in site.text("", "h1"))


def test_a_portal_of_nothing_builds(tmp_path: Path) -> None:
    """Without any entry or data file there is still a site."""
    nothing = {f"content/_data/{name}.yml": None for name in ("units", "people", "groups", "columns", "policy")}
    site = build(tmp_path, nothing)
    assert site.status == 0, site.said
    assert (site.root / "index.html").is_file()


def test_a_theme_of_ones_own_overrides_a_template(tmp_path: Path) -> None:
    """A template in custom_dir/yuandi takes the place of the theme's."""
    config = CONFIG.replace("{name: yuandi}", "{name: yuandi, custom_dir: overrides}")
    site = build(tmp_path, PORTAL | {"overrides/yuandi/list.html": "<p id='mine'>{{ view.title }}</p>"}, config=config)
    assert site.text("columns/notices", "#mine") == ["通知公告"]


def test_a_wrong_day_is_said_in_a_sentence(tmp_path: Path) -> None:
    """An option that cannot be read ends the build without a traceback."""
    site = build(tmp_path, PORTAL, config=CONFIG.replace("2026-03-31", "昨天"))
    assert site.status == 1
    assert "`昨天` 不是日期" in site.said
    assert "Traceback" not in site.said
