"""The package that only saves time can be deleted: a tree without it builds, checks and serves, switched off."""

import ast
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from portals import write
from sites import CONFIG

CORE = Path(__file__).parents[2] / "generator/yuandi"
PLUGIN = Path(__file__).parents[2] / "plugins/yuandi_mkdocs"
DOORS = {"building/saved_work.py", "cli/cache.py"}
"""Whoever saves time asks the first; the second is about the cache itself."""
NOTICE = "---\ntype: notice\nkind: notice\ntitle: 读书通知\ndate: 2026-03-05\n---\n\n第一稿。\n"


def _imports(file: Path) -> set[str]:
    """The modules that a file names in imports."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    named |= {f"{node.module}.{one.name}" for node in nodes if isinstance(node, ast.ImportFrom) for one in node.names}
    return named | {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}


def test_there_are_two_doors() -> None:
    """No other module of the core or the plugin imports the package."""
    files = {file.relative_to(CORE).as_posix(): file for file in CORE.rglob("*.py")}
    files |= {f"plugin/{file.name}": file for file in PLUGIN.rglob("*.py")}
    others = {name: file for name, file in files.items() if not name.startswith("incremental/")}
    found = {
        name for name, file in others.items() if any(one.startswith("yuandi.incremental") for one in _imports(file))
    }
    assert found == DOORS


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """The environment of a tree that lacks the package."""
    tree = tmp_path / "tree"
    shutil.copytree(CORE, tree / "yuandi", ignore=shutil.ignore_patterns("incremental", "__pycache__"))
    return {**os.environ, "PYTHONPATH": str(tree), "YUANDI_NO_CACHE": "1", "PYTHONUNBUFFERED": "1", "YUANDI_LANG": "zh"}


def _run(folder: Path, environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "yuandi", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def _files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.slow
def test_a_tree_without_it_builds_and_checks(tmp_path: Path, without: dict[str, str]) -> None:
    """The same site, the same report, the same status, where there are findings and where there are none."""
    whole = {**os.environ, "YUANDI_LANG": "zh"}
    for body in ("第一稿。\n", "第一稿，TODO 待补。\n"):
        notice = NOTICE.replace("第一稿。\n", body)
        files = {"mkdocs.yml": CONFIG, "content/notices/a.md": notice}
        one, other = write(tmp_path / "one", files), write(tmp_path / "other", files)
        gone = subprocess.run(
            [sys.executable, "-c", "import yuandi.incremental"], env=without, capture_output=True, check=False
        )
        assert gone.returncode
        assert _run(one, without, "check") == _run(other, whole, "check")
        assert _run(one, without, "build")[0] == _run(other, whole, "build")[0]
        assert _files(one / "site") == _files(other / "site")


@pytest.mark.slow
def test_a_tree_without_it_serves(tmp_path: Path, without: dict[str, str]) -> None:
    """A saved body shows."""
    portal = write(tmp_path / "portal", {"mkdocs.yml": CONFIG, "content/notices/a.md": NOTICE})
    command = [sys.executable, "-m", "yuandi", "serve", "-a", "127.0.0.1:0"]
    with subprocess.Popen(command, cwd=portal, env=without, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            url = next(found[1] for line in process.stdout if (found := re.search(r"(http://\S+/)", line)))
            assert "第一稿" in _page(url)
            (portal / "content/notices/a.md").write_text(NOTICE.replace("第一稿", "第二稿"), encoding="utf-8")
            until = time.monotonic() + 60
            while "第二稿" not in _page(url):
                assert time.monotonic() < until
                time.sleep(0.2)
        finally:
            process.terminate()


def _page(url: str) -> str:
    with urlopen(f"{url}notices/a/") as answer:  # noqa: S310  # our own server
        return str(answer.read().decode("utf-8"))
