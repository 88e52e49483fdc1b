"""The commands of the guide and of the READMEs are run, in the order of the page, in a portal of their own.

The page about import has a test of its own (tests/importing), the one about two policies too (tests/measures), and so
has the installation (tests/packaging).
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shlex import quote
from threading import Thread

import pytest

from editing.cms.desk import packages
from guide_pages import INSTALLATION, PAGES, ROOT, commands
from portals import commit, git
from ssh import local_ssh

ELSEWHERE = {"import", "two-policies"}
IN_THE_SAMPLE = {"measures", "search"}
_INSTALL = re.compile(r"""pip install (?:["']yuandi\[(\w+)\]["']|pre-commit)""")
_ENOUGH = 60


def test_pages_have_commands() -> None:
    """Pages without a command are those that need none."""
    assert [page for page in PAGES if not commands(page)] == ["data", "entries", "look", "two-policies"]


def test_make_targets() -> None:
    """What the READMEs say of make is what CI runs."""
    run = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    for page in ("README", "README.zh-CN"):
        assert [line for line in commands(page) if line.startswith("make ") and line not in run] == []


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if page not in ELSEWHERE and commands(page)])
def test_every_command_works(page: str, tmp_path: Path) -> None:
    """Each ends with status 0; a preview shows a page; extras that are to be installed exist."""
    environment = _environment(tmp_path)
    portal = tmp_path / "portal"
    if page == "publish" and shutil.which("rsync") is None:
        assert not os.environ.get("CI"), "CI needs rsync"
        pytest.skip("no rsync here")
    if page in IN_THE_SAMPLE:
        shutil.copytree(ROOT / "content", portal / "content")
        shutil.copy(ROOT / "mkdocs.yml", portal)
        _run("yuandi build", portal, environment)
    else:
        _run(f"yuandi init {portal}", tmp_path, environment)
    commit(portal, day="2026-03-01")
    git(portal, "update-ref", "refs/remotes/origin/main", "HEAD")
    with _registry(page) as registry:
        for line in commands(page):
            if extra := _INSTALL.fullmatch(line):
                assert not extra[1] or f"\n{extra[1]} = [" in (ROOT / "pyproject.toml").read_text("utf-8")
            elif line.startswith("cd "):
                portal = portal / line[3:]
            elif line in INSTALLATION:
                continue
            elif line == "yuandi serve":
                _preview(portal, environment)
            elif not line.startswith("make "):
                _run(re.sub(r"/(?:tmp|srv)/", f"{tmp_path}/", line), portal, {**environment, **registry})


def _environment(folder: Path) -> dict[str, str]:
    """Where `yuandi` is this one, and `ssh` and `npm` reach no other machine."""
    tools = folder / "bin"
    tools.mkdir()
    _tool(tools / "yuandi", f'exec "{sys.executable}" -c "from yuandi.cli.main import main; main()" "$@"')
    path = f"{tools}:{local_ssh(folder / 'ssh')}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "YUANDI_AS_OF": "2026-03-31", "PRE_COMMIT_HOME": str(folder / "home")}


def _tool(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n")
    file.chmod(0o755)


def _run(line: str, folder: Path, environment: Mapping[str, str]) -> None:
    if line.startswith("npm pack "):
        _, _, _, target, *names = line.split()
        Path(target).mkdir()
        for name in names:
            shutil.copy(packages() / f"{name.replace('@', '-')}.tgz", target)
        return
    ran = subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"


def _preview(folder: Path, environment: Mapping[str, str]) -> None:
    """It serves until it is interrupted, and then ends well."""
    command = ["sh", "-c", f"exec timeout -s INT {_ENOUGH} yuandi serve -a 127.0.0.1:0 {quote(str(folder))}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        said = next((line for line in serving.stdout if "http://127.0.0.1:" in line), "")
        serving.send_signal(signal.SIGINT)
        serving.stdout.read()
    assert said


@contextmanager
def _registry(page: str) -> Iterator[dict[str, str]]:
    """A registry of npm on this machine, for the page that needs one."""
    if page != "cms":
        yield {}
        return
    handler = partial(_Registry, directory=str(packages()))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield {"npm_config_registry": f"http://127.0.0.1:{server.server_port}/"}
    server.shutdown()


class _Registry(SimpleHTTPRequestHandler):
    """Has packages under the addresses of npm: `name/-/name-version.tgz`."""

    def translate_path(self, path: str) -> str:
        """The package lies in one folder with all others."""
        return super().translate_path(path.partition("/-")[2])

    def log_message(self, format: str, *args: object) -> None:  # the base class's name
        """Nothing."""
