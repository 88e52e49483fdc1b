"""The wheel in an empty environment: a portal outside the repository is made, written in, checked and built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide_pages import INSTALLATION, ROOT, commands

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel and what it needs; its `bin` folder."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "venv", str(folder / "env"))
    pip = (str(folder / "env/bin/python"), str(ROOT / ".ci/with_certificates.py"), "pip", "-qq")
    _run(*pip, "wheel", "--no-deps", "--wheel-dir", str(folder / "dist"), str(ROOT))
    (wheel,) = (folder / "dist").glob("*.whl")
    _run(*pip, "install", str(wheel))
    return folder / "env/bin"


def _run(*command: str, cwd: Path | None = None, **more: str) -> str:
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **more}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_portal_from_nothing(installed: Path, tmp_path: Path) -> None:
    """`init`, `new`, `check` and `build` give a site that shows the new notice on its home page."""
    yuandi = str(installed / "yuandi")
    portal = tmp_path / "p"
    _run(yuandi, "init", str(portal))
    _run(yuandi, "new", "notice", "关于开展读书月活动的通知", cwd=portal)
    _run(yuandi, "check", "--strict", cwd=portal)
    _run(yuandi, "build", "--strict", cwd=portal)
    assert "关于开展读书月活动的通知" in (portal / "site/index.html").read_text("utf-8")
    assert list((portal / "site/notices").rglob("index.html"))
    for file, part in (("stylesheets/yuandi.css", ".yd-masthead {"), ("javascripts/search.js", "class Shard {")):
        assert part in (portal / "site/assets" / file).read_text("utf-8")


def test_every_type_can_be_begun(installed: Path, tmp_path: Path) -> None:
    """`new` makes an entry of every type, and the portal still builds."""
    yuandi, portal = str(installed / "yuandi"), tmp_path / "p"
    _run(yuandi, "init", str(portal))
    for name in ("notice", "方案", "session", "honour-roll", "application", "honour-change", "book-list", "project"):
        _run(yuandi, "new", name, f"试写{name}", cwd=portal)
    _run(yuandi, "build", cwd=portal)


def test_the_rules_explain_themselves(installed: Path) -> None:
    """The pages of the rules are in the wheel."""
    assert "FM001" in _run(str(installed / "yuandi"), "explain", "FM001")


def test_extras_are_added_to_what_is_installed(installed: Path) -> None:
    """The command that messages and the guide name asks no index for Yuandi itself."""
    _run(str(installed / "pip"), "install", "-qq", "yuandi[lsp,import]")
    _run(str(installed / "yuandi"), "lsp", "--help")
    _run(str(installed / "python"), "-c", "import mammoth, python_calamine, selectolax, pygls")


def test_ci_installs_from_the_portal(installed: Path, tmp_path: Path) -> None:
    """The wheel that made the portal lies in it, and pip takes it from there."""
    portal = tmp_path / "p"
    _run(str(installed / "yuandi"), "init", str(portal))
    pip = (str(installed / "pip"), "install", "-qq", "--no-deps", "--target", str(tmp_path / "t"))
    _run(*pip, "--requirement", "requirements.txt", cwd=portal)
    assert (tmp_path / "t/yuandi/__init__.py").is_file()


def test_a_git_address_installs_it(installed: Path, tmp_path: Path) -> None:
    """And a portal made with it names the same commit."""
    commit = _run("git", "rev-parse", "HEAD", cwd=ROOT).strip()
    address = f"git+{ROOT.as_uri()}"
    _run(str(installed / "pip"), "install", "-qq", "--no-deps", "--target", str(tmp_path / "t"), address)
    _run(str(installed / "yuandi"), "init", str(tmp_path / "p"), PYTHONPATH=str(tmp_path / "t"))
    last = (tmp_path / "p/requirements.txt").read_text("utf-8").splitlines()[-1]
    assert last == f"yuandi @ {address}@{commit}"


def test_the_first_page_of_the_guide(tmp_path: Path) -> None:
    """Its commands, in a copy of the repository and an empty home, end in a portal that shows the notice."""
    clone = tmp_path / "clone"
    clone.mkdir()
    files = ("generator", "plugins", "themes", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
    for name in files:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, clone / name)
    lines = [line if line != "yuandi serve" else "yuandi build" for line in commands("start")]
    assert lines[:3] == INSTALLATION
    _run("sh", "-ec", "\n".join(lines), cwd=clone, HOME=str(tmp_path))
    assert "关于开展读书月活动的通知" in (tmp_path / "garden/site/index.html").read_text("utf-8")


@pytest.mark.parametrize("page", ["README", "README.zh-CN"])
def test_the_readmes_install_as_the_guide_does(page: str) -> None:
    """So that what is tried there holds for them."""
    assert [line for line in commands(page) if line in INSTALLATION] == INSTALLATION
