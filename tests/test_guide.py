"""The guide's pages about tools: every command in them is run, in the order of the page, in a new portal."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from portals import commit
from ssh import local_ssh

ROOT = Path(__file__).parents[1]
PAGES = ("editors", "git", "publish", "doctor")
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
_INSTALL = re.compile(r'pip install (?:"yuandi\[(\w+)\]"|pre-commit)')


def commands(page: str) -> list[str]:
    """The command lines of a page."""
    text = (ROOT / f"docs/guide/{page}.md").read_text("utf-8")
    return [line for block in _BLOCK.findall(text) for line in block.splitlines() if line and not line.startswith("#")]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_command_works(page: str, tmp_path: Path) -> None:
    """Each ends with status 0; extras that are to be installed exist."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "yuandi").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from yuandi.cli import main; main()" "$@"\n')
    (tools / "yuandi").chmod(0o755)
    path = f"{tools}:{local_ssh(tmp_path / 'ssh')}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "YUANDI_AS_OF": "2026-03-31", "PRE_COMMIT_HOME": str(tmp_path / "home")}
    if page == "publish" and shutil.which("rsync") is None:
        assert not os.environ.get("CI"), "CI needs rsync"
        pytest.skip("no rsync here")

    def run(line: str, folder: Path) -> None:
        ran = subprocess.run(
            ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"

    portal = tmp_path / "portal"
    run(f"yuandi init {portal}", tmp_path)
    commit(portal, day="2026-03-01")
    for line in commands(page):
        if extra := _INSTALL.fullmatch(line):
            assert not extra[1] or f"\n{extra[1]} = [" in (ROOT / "pyproject.toml").read_text("utf-8")
        else:
            run(re.sub(r"/(?:tmp|srv)/", f"{tmp_path}/", line), portal)
