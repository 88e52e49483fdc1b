"""An index tells one audience nothing of what only a narrower one may see."""

from pathlib import Path

import pytest

from sites import build
from yuandi.search.query.files import FOLDER

pytestmark = pytest.mark.slow

OPEN = "---\ntitle: 读书通知\ndate: 2026-03-05\nkind: notice\nunit: office\ntags: [读书]\n---\n\n人人可读。\n"
HIDDEN = (
    "---\ntitle: 密閂通知\ndate: 2026-03-06\nkind: notice\nunit: finance\ntags: [密閂]\nauthor: li-fang\n"
    "summary: 密閂摘要\n{state}---\n\n密閂正文龘。\n"
)


def index_of(folder: Path, more: dict[str, str]) -> dict[str, bytes]:
    """The files of the public index."""
    site = build(folder, {"content/notices/2026/a.md": OPEN, **more})
    assert site.status == 0, site.said
    return {path: data for path, data in site.files().items() if path.startswith(FOLDER)}


def test_hidden_entries_change_no_byte(tmp_path: Path) -> None:
    """With drafts, narrower and later entries the public index is, byte for byte, what it is without them."""
    hidden = {
        "content/notices/2026/b.md": HIDDEN.format(state="visibility: unit\n"),
        "content/notices/2026/c.md": HIDDEN.format(state="visibility: office\n"),
        "content/notices/2026/d.md": HIDDEN.format(state="status: draft\n"),
        "content/notices/2026/e.md": HIDDEN.format(state="publish_on: 2026-12-01\n"),
    }
    assert index_of(tmp_path / "with", hidden) == index_of(tmp_path / "without", {})
