"""`yuandi search`: the same answers as the page, and a check of the index against a scan."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sites import build
from yuandi.cli.main import group
from yuandi.search.query.files import FOLDER

pytestmark = pytest.mark.slow

NOTICE = "---\ntitle: {title}\ndate: 2026-03-{day}\nkind: notice\nunit: office\n---\n\n{text}\n"


def run(*arguments: str) -> tuple[int, str]:
    """Exit status and output."""
    result = CliRunner().invoke(group, arguments, standalone_mode=False)
    return (2, result.exception.text.zh) if result.exception else (result.return_value, result.output)  # type: ignore[attr-defined]


def portal(folder: Path) -> Path:
    """A built portal of two notices."""
    site = build(
        folder,
        {
            "content/notices/a.md": NOTICE.format(title="读书月通知", day="05", text="学习**强国**，人人参加。"),
            "content/notices/b.md": NOTICE.format(title="開會通知", day="06", text="下周一开会。\n\n学习\n\n强国"),
        },
    )
    assert site.status == 0, site.said
    return folder


def test_it_finds_across_markup_and_scripts(tmp_path: Path) -> None:
    """Words within markup, Traditional for Simplified; a paragraph ends what is found."""
    folder = str(portal(tmp_path))
    assert run("search", "學習強國", "-p", folder) == (0, "共 1 件\n2026-03-05  读书月通知  notices/a/\n")
    assert run("search", "开会", "--by-date", "-p", folder) == (0, "共 1 件\n2026-03-06  開會通知  notices/b/\n")
    assert run("search", "title:通知 -读书", "-p", folder)[1].startswith("共 1 件\n2026-03-06")


def test_it_says_when_nothing_is_there(tmp_path: Path) -> None:
    """Nothing found is 1; no index, and a damaged one, are told in a sentence."""
    folder = portal(tmp_path)
    assert run("search", "没有的", "-p", str(folder)) == (1, "共 0 件\n")
    assert run("search", "--verify", "40", "-p", str(folder))[0] == 0
    for file in (folder / "site" / FOLDER / "lists").rglob("*.js"):
        file.write_bytes(file.read_bytes()[:-9])
    assert "已损坏" in run("search", "学习", "-p", str(folder))[1]
    assert "请先用" in run("search", "学习", "-p", str(folder), "-d", str(tmp_path / "nowhere"))[1]


def test_a_portal_may_do_without(tmp_path: Path) -> None:
    """`search: false` leaves no file and no link of search."""
    config = "site_name: 园地\ndocs_dir: content\ntheme: {name: yuandi}\nplugins: [{yuandi: {search: false}}]\n"
    site = build(tmp_path, {"content/notices/a.md": NOTICE.format(title="通知", day="05", text="文")}, config=config)
    assert [path for path in site.files() if "search/" in path] == []
    assert site.text("notices/a/", "#yd-search") == []
