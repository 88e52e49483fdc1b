"""Yuandi beside others: ProperDocs in the place of MkDocs, and plugins that work page by page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sites import CONFIG, build

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def _pages(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.html")}


def _built(tool: str, folder: Path) -> Path:
    folder.mkdir()
    for name in ("mkdocs.yml", "content"):
        (folder / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", tool, "build", "-q", "-f", "mkdocs.yml", "-d", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_properdocs_gives_the_same_pages(tmp_path: Path) -> None:
    """The maintained fork builds the sample portal to the same bytes."""
    assert _pages(_built("properdocs", tmp_path / "p")) == _pages(_built("mkdocs", tmp_path / "m"))


def test_a_plugin_that_sees_no_entry_is_named(tmp_path: Path) -> None:
    """The warning says what to use instead."""
    config = CONFIG.replace("plugins:\n", "plugins:\n  - tags\n")
    assert "插件 yuandi/tags 只处理普通页面" in build(tmp_path, {}, config=config).said


def test_a_page_that_is_no_md_file_is_named(tmp_path: Path) -> None:
    """MkDocs would publish it unchecked; here it is passed over, and that is said."""
    site = build(tmp_path, {"content/notices/a.markdown": "# SECRET"})
    assert "没有读 notices/a.markdown：只读以 .md 结尾的文件，请改名。" in site.said
    assert not any(b"SECRET" in data for data in site.files().values())


def test_a_file_that_the_check_speaks_of_is_not_named_again(tmp_path: Path) -> None:
    """Where an organisation lets a file without front matter pass, it is no page, and its name is not at fault."""
    files = {"content/notices/a.md": "# SECRET", "content/_data/policy.yml": "rules: {FM003: warning}\n"}
    site = build(tmp_path, files)
    assert site.status == 0
    assert "FM003" in site.said
    assert "没有读" not in site.said
    assert not any(b"SECRET" in data for data in site.files().values())
