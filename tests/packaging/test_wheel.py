"""The wheel in an empty environment: a portal outside the repository is made, written in, checked and built."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

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


def _run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
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
