"""A build that is killed at any moment harms nothing: each file is old or new, and the next build puts all right."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from corpus import make  # the benchmarks are no package

pytestmark = pytest.mark.slow

KILLS = 3 * int(os.environ.get("YUANDI_SOAK", "1"))


def _start(portal: Path, site: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "YUANDI_AS_OF": "2025-12-31"}
    return subprocess.Popen(command, cwd=portal, env=environment, stderr=subprocess.DEVNULL)


def _pages(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.html")}


def test_a_killed_build_harms_nothing(tmp_path: Path) -> None:
    """SIGKILL at random points of a build after a change that touches every page."""
    rng = random.Random(7)  # noqa: S311  # moments, no secrets
    portal = tmp_path / "portal"
    make(portal, 150)
    site = portal / "site"
    settings = portal / "mkdocs.yml"
    begun = time.monotonic()
    assert _start(portal, site).wait() == 0
    lasting = time.monotonic() - begun
    for kill in range(KILLS):
        old = _pages(site)
        settings.write_text(
            settings.read_text("utf-8").replace("site_name: 语料", f"site_name: 语料{kill}"), encoding="utf-8"
        )
        fresh = tmp_path / f"cold-{kill}"
        shutil.copytree(portal, fresh, ignore=shutil.ignore_patterns("site", ".yuandi"))
        assert _start(fresh, fresh / "site").wait() == 0
        new = _pages(fresh / "site")
        process = _start(portal, site)
        time.sleep(rng.uniform(0.4, 1.0) * lasting)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for path, page in _pages(site).items():
            assert page in (old.get(path), new.get(path)), (kill, path)
        assert old.keys() <= _pages(site).keys()
        assert _start(portal, site).wait() == 0
        assert _pages(site) == new, kill
        assert not list(site.rglob("*.new"))
