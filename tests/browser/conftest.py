"""A real Chromium and the built sample portal. Without a browser the tests are skipped; in CI that is a failure."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from sites import Site, rebuild

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Handler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # the base class's name
        """Nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; `make browser` installs it.")
        pytest.skip("Chromium is missing; `make browser` installs it where it may.")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=QUIET)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample portal, built."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("mkdocs.yml", "content"):
        (folder / name).symlink_to(ROOT / name)
    site = rebuild(folder)
    assert site.status == 0, site.said
    return site


@pytest.fixture(scope="session")
def address(sample: Site) -> Iterator[str]:
    """The sample portal's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(sample.root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def nginx() -> str:
    """Nginx. Without it the tests are skipped; in CI that is a failure."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("nginx is missing; `make browser` installs it.")
        pytest.skip("nginx is missing; `make browser` installs it where it may.")
    return found
