"""Links of built sites: what the check accepts leads somewhere, and what is hidden leaves neither file nor name."""

from pathlib import Path

import pytest

from portals import AS_OF, COLUMN, lines, portal, report
from sites import CONFIG, build, dead_links
from yuandi.pages import Shown
from yuandi.render import sanitised
from yuandi.render.bodies import resolved

pytestmark = pytest.mark.slow

NOTICE = "---\ntype: notice\nkind: notice\ntitle: {title}\ndate: 2026-03-05\n{more}---\n\n{body}\n"
HIDDEN = {"draft": "status: draft\n", "future": "publish_on: 2027-01-01\n", "narrower": "visibility: office\n"}


NAMED = "waive: [{code: PRV005, reason: 只看怎样显示, by: 陈明, until: 2026-12-31}]\n"
"""Lets a public entry name a narrower one."""


def notice(body: str = "正文。", more: str = "", title: str = "通知") -> str:
    """A notice."""
    return NOTICE.format(title=title, more=more, body=body)


@pytest.mark.parametrize("why", HIDDEN)
def test_files_of_hidden_entries_are_not_published(why: str, tmp_path: Path) -> None:
    """However a hidden entry names a file, and also where nobody does in a folder of hidden ones, it stays away."""
    body = """\
[甲](/n/linked.pdf)

<video src="film.mp4" poster="poster.png"></video>

<img alt='a>b' src='quoted.png'>

[乙](http://example.org){: href=listed.pdf }

> [丙][q]
>
> [q]: defined.pdf
"""
    names = ["linked.pdf", "film.mp4", "poster.png", "quoted.png", "listed.pdf", "defined.pdf", "attached.pdf"]
    files: dict[str, str | bytes | None] = {
        "content/n/open.md": notice("[附件](open.pdf)"),
        "content/n/open.pdf": "公开",
        "content/n/loose.pdf": "无人提及",
        "content/n/hidden.md": notice(body, f"{HIDDEN[why]}attachments: [{{file: /n/attached.pdf}}]\n"),
        "content/restricted/plan.md": notice(more=HIDDEN[why]),
        "content/restricted/loose.pdf": "无人提及",
        "content/restricted/photos/loose.png": "无人提及",
        "content/restricted/named.pdf": "公开",
        "content/n/other.md": notice("[表](../restricted/named.pdf)"),
        "content/assets/logo.png": "公开",
        **{f"content/n/{name}": "不公开" for name in names},
    }
    site = build(tmp_path, files)
    assert site.status == 0, site.said
    published = {path for path in site.files() if path.startswith(("n/", "restricted/", "assets/l"))}
    assert {path for path in published if not path.endswith(".html")} == {
        "assets/logo.png",
        "n/loose.pdf",
        "n/open.pdf",
        "restricted/named.pdf",
    }


@pytest.mark.parametrize("directories", ["true", "false"])
def test_whatever_the_check_accepts_is_resolved(directories: str, tmp_path: Path) -> None:
    """Paths and addresses, from the file, from the page and from the content folder, lead to the page."""
    ends = "/" if directories == "true" else ".html"
    targets = ["c.md", "/n/c.md", f"../n/c{ends}", f"/n/c{ends}", f"/units/office{ends}", "/", f"/n/c{ends}#目的"]
    targets += [f"/columns/notices/2026{ends}", f"/archive/2026/03{ends}", "c&#46;md", "/n/c.md#目的", "50%2541.pdf"]
    targets += [f"../c{ends}"] if directories == "true" else [f"c{ends}"]
    body = "\n".join(f"- [乙]({target})" for target in targets)
    files: dict[str, str | bytes | None] = {
        **COLUMN,
        "content/n/a.md": notice(body, "attachments: [{file: 50%41.pdf}, {file: /n/b 1.pdf}]\n"),
        "content/n/c.md": notice("## 目的\n\n[回](/n/a.md)"),
        "content/n/50%41.pdf": "甲",
        "content/n/b 1.pdf": "乙",
    }
    site = build(tmp_path, files, config=f"{CONFIG}use_directory_urls: {directories}\n")
    assert site.status == 0, site.said
    assert dead_links(site) == []
    page = site.page("n/a/" if directories == "true" else "n/a.html")
    resolved = [node.attributes["href"] for node in page.css("article li a[href]")]
    own = "../../n/c/" if directories == "true" else "../n/c.html"
    assert resolved.count(own) == 6
    assert not [one for one in resolved if one and one.startswith("/")]


def test_hidden_entries_leave_no_name(tmp_path: Path) -> None:
    """Where a field or a body names a hidden entry, its path is not shown: the words stay, or others stand for it."""
    hidden = "content/restricted/plan-secretname.md"
    subjects = "subjects: [{ref: restricted/plan-secretname, result: 好}, {ref: 李芳, result: 好}]\n"
    link = "[计划](../restricted/plan-secretname.md)与[引用](/restricted/plan-secretname.md)"
    files: dict[str, str | bytes | None] = {
        hidden: notice(more="visibility: office\n"),
        "content/n/a.md": notice(link, subjects + NAMED),
    }
    site = build(tmp_path, files)
    assert site.status == 0, site.said
    assert not [path for path, data in site.files().items() if b"secretname" in data or "secretname" in path]
    text = " ".join(site.text("n/a/", "main"))
    assert "（不公开的条目）" in text
    assert "李芳" in text
    assert "计划与引用" in text


def test_addresses_that_this_build_does_not_make_are_refused(tmp_path: Path) -> None:
    """The address of a hidden entry, and a list that only hidden entries would fill, lead nowhere; for others they do."""
    body = "[甲](/n/draft/)、[乙](../draft/)、[丙](/archive/2025/05/)、[丁](/columns/notices/2025/)、[戊](/columns/notices/2026/)"
    files = {
        **COLUMN,
        "content/n/a.md": notice(body, NAMED),
        "content/n/draft.md": notice(more="visibility: office\n").replace("2026-03-05", "2025-05-01"),
        "content/page.md": "---\ntitle: 页\ndate: 2025-01-01\n---\n\n[戊](/archive/2025/01/)\n",
    }
    found = report(tmp_path, files)
    assert [line.partition(" error ")[2] for line in lines(found)] == [
        "REF008 The link `/n/draft/` leads to a page that does not exist.",
        "REF008 The link `../draft/` leads to a page that does not exist.",
        "REF008 The link `/archive/2025/05/` leads to a page that does not exist.",
        "REF008 The link `/columns/notices/2025/` leads to a page that does not exist.",
        "REF008 The link `/archive/2025/01/` leads to a page that does not exist.",
    ]
    hints = [finding.hint.en for finding in found.findings if finding.hint]
    assert hints[0].startswith("This build does not include that page. Link to the file `/n/draft.md`")
    assert hints[2] == "That page is generated once an entry for it is shown."


def test_plain_pages_are_resolved_from_what_mkdocs_made(tmp_path: Path) -> None:
    """On plain pages links that MkDocs has turned stay, those it has not are resolved, and hidden ones are gone."""
    files = {
        "content/d/x.md": "---\ntitle: 页\n---\n",
        "content/d/y.md": "---\ntitle: 页\n---\n",
        "content/y.md": "---\ntitle: 页\n---\n",
        "content/n/a.md": notice(),
        "content/d/s 1.pdf": "甲",
        "content/n/secret.md": notice(more="status: draft\n"),
    }
    made = portal(tmp_path, files)
    cases = {
        "../y/": "../../d/y/",
        "../../n/a/#甲": "../../n/a/#%E7%94%B2",
        "/n/a.md": "../../n/a/",
        "/n/a/": "../../n/a/",
        "../n/a/": "../../n/a/",
        "../s%201.pdf": "../../d/s%201.pdf",
        "/d/s 1.pdf": "../../d/s%201.pdf",
        "../n/secret.md": None,
        "/n/secret/": None,
        "../../n/secret/": None,
        "#甲": "#甲",
        "https://example.org/": "https://example.org/",
        "../nowhere/": "../nowhere/",
    }
    for written, wanted in cases.items():
        html = sanitised(f'<p><a href="{written}">甲</a></p>')
        printed = resolved(html, "d/x.md", "d/x/", made.targets, page_first=True)
        assert printed == (html.replace(written, wanted) if wanted else html.replace(f' href="{written}"', ""))


def test_tables_are_read_by_any_path(tmp_path: Path) -> None:
    """A CSV named from the content folder is the one that is read, checked and linked."""
    session = """\
---
type: session
kind: lecture
title: 讲座
date: 2026-03-12
host: office
start: 2026-03-12T14:30
topic: 公文
hours: 2
attendance: /sessions/a.csv
---
"""
    files = {"content/sessions/deep/s.md": session, "content/sessions/a.csv": "person,status\nchen-ming,present\n"}
    made = portal(tmp_path, files)
    (entry,) = made.entries
    assert made.as_of == AS_OF
    assert set(made.tables) == {"sessions/a.csv"}
    assert made.files_named(entry) == {"sessions/a.csv"}
    assert Shown(made).file(entry, "/sessions/a.csv") == "sessions/a.csv"
    assert lines(report(tmp_path, files)) == []
