"""A cache that is damaged, of another version, or in use by another build: never believed, never in the way."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sites import CONFIG, Site, quickly, rebuild
from sites import build as build_site
from yuandi.building.day import VARIABLE
from yuandi.incremental.store import FORMAT, file_of, open_cache

pytestmark = pytest.mark.slow

SEED = 20261120
FLIPS = 150
FILES = {
    f"content/notices/a{index}.md": f"---\ntitle: 通知{index}\ndate: 2026-03-0{index}\nkind: notice\n---\n\n见[另一件](a1.md)。\n"
    for index in range(1, 9)
}


def _saved(folder: Path, name: str) -> Path:
    """A copy of the portal with all times as they are."""
    kept = folder.parent / name
    shutil.copytree(folder, kept, copy_function=shutil.copy2)
    return kept


def _restored(folder: Path, kept: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(kept, folder, copy_function=shutil.copy2)


def _edited(folder: Path) -> None:
    file = folder / "content/notices/a3.md"
    file.write_text(file.read_text("utf-8").replace("另一件", "那一件"), encoding="utf-8")


def test_no_damaged_byte_is_believed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With any byte of the cache turned over, a quick build gives the right page, or leaves the work to the full build."""
    folder = tmp_path / "portal"
    before = build_site(folder, FILES)
    assert before.status == 0, before.said
    kept = _saved(folder, "kept")
    _edited(folder)
    assert quickly(folder)
    right = before.files()
    size = file_of(kept).stat().st_size
    rng = random.Random(SEED)  # noqa: S311  # places, no secrets
    believed = 0
    for _ in range(FLIPS):
        _restored(folder, kept)
        place = rng.randrange(size)
        data = bytearray(file_of(folder).read_bytes())
        data[place] ^= 0xFF
        file_of(folder).write_bytes(data)
        _edited(folder)
        if quickly(folder):
            believed += 1
            assert before.files() == right, (SEED, place)
    assert believed > 0
    assert "缓存已损坏，已丢弃。" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["garbage", "half", "empty", "version"])
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, damage: str) -> None:
    """Garbage, half a file, or a cache of another version: one line, a full build, and the next one is quick again."""
    folder = tmp_path / "portal"
    built = build_site(folder, FILES)
    right = built.files()
    file = file_of(folder)
    if damage == "version":
        cache = open_cache(folder, print)
        assert cache
        with cache.changing():
            cache.put("meta", [("format", f"{FORMAT}x")], 2)
        cache.close()
    else:
        data = file.read_bytes()
        file.write_bytes({"garbage": b"no database" * 1000, "half": data[: len(data) // 2], "empty": b""}[damage])
    again = rebuild(folder)
    said = [line for line in again.said.splitlines() if "缓存" in line]
    expected = {"version": ["缓存出自另一版本，已丢弃。"], "empty": []}
    assert said == expected.get(damage, ["缓存已损坏，已丢弃。"])
    assert again.status == 0
    assert again.files() == right
    assert quickly(folder)


def test_two_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one portal into one site both end well, and the site is that of one."""
    monkeypatch.setenv(VARIABLE, "2026-03-31")
    folder = tmp_path / "portal"
    right = build_site(folder, FILES).files()
    for number in range(5):
        (folder / "mkdocs.yml").write_text(CONFIG.replace("云泽", f"云{number}泽"), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")]
        running = [
            subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}) for _ in range(2)
        ]
        assert [process.wait() for process in running] == [0, 0]
        cold = build_site(tmp_path / f"cold-{number}", FILES, config=(folder / "mkdocs.yml").read_text("utf-8"))
        right = cold.files()
        assert Site(folder / "site", 0, "").files() == right
        assert rebuild(folder).files() == right
