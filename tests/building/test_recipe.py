"""The build as a host sees it: it pauses once, gives what is ready, takes what the host made, and ends."""

from collections.abc import Generator
from datetime import date
from logging import getLogger
from pathlib import Path

import pytest

from portals import write
from yuandi.base.errors import YuandiError
from yuandi.building.handover import HostPages, Ready
from yuandi.building.recipe import build
from yuandi.content.settings import read_settings
from yuandi.content.site_setup import SiteSetup
from yuandi.portal.portal import Portal

THEME = Path(__file__).parents[2] / "themes/yuandi_theme"
NOTICE = "---\ntype: notice\nkind: notice\ntitle: 读书通知\ndate: 2026-03-05\n---\n\n第一稿。\n"
HOST = HostPages(lambda parts, _: f"<title>{parts.title}</title>{parts.content}", {}, frozenset({"404.html"}))


def _begun(folder: Path, last_good: Portal | None = None) -> Generator[Ready, HostPages, None]:
    setup = SiteSetup(site=folder / "site", template_folders=(str(THEME),))
    return build(read_settings(folder), date(2026, 3, 31), setup, getLogger("test"), last_good)


def _portal(folder: Path, notice: str) -> Path:
    return write(folder, {"mkdocs.yml": "docs_dir: content\nplugins: [yuandi]\n", "content/notices/a.md": notice})


def test_a_build_needs_no_mkdocs(tmp_path: Path) -> None:
    """Any host that draws frames will do. The site is written after the pause, and the host's files stay."""
    running = _begun(_portal(tmp_path, NOTICE))
    ready = next(running)
    page = tmp_path / "site/notices/a/index.html"
    assert "notices/a/" in {view.address for view in ready.views}
    assert not page.exists()
    (tmp_path / "site/404.html").write_text("404")
    with pytest.raises(StopIteration):
        running.send(HOST)
    assert "<title>读书通知</title>" in page.read_text("utf-8")
    assert (tmp_path / "site/404.html").is_file()


def test_errors_leave_the_site_alone(tmp_path: Path) -> None:
    """The build ends before its pause; a preview goes on with the last good portal."""
    good = next(_begun(_portal(tmp_path / "good", NOTICE))).shown.portal
    bad = _portal(tmp_path / "bad", NOTICE.replace("2026-03-05", "2026-02-30"))
    with pytest.raises(YuandiError):
        next(_begun(bad))
    assert not (bad / "site").exists()
    assert next(_begun(bad, good)).shown.portal is good
