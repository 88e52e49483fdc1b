"""The nginx example with a real nginx: headers, lifetimes, former addresses, and pages that work under its policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from portals import write
from server import get, served
from sites import Site, rebuild

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTICE = """\
---
type: notice
kind: notice
title: 新地址的通知
date: 2026-03-05
unit: office
aliases: [notices/old/, 通知/旧/]
---

正文。
"""


@pytest.fixture(scope="module")
def port(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A portal with a former address, served."""
    folder = tmp_path_factory.mktemp("nginx")
    config = "site_name: 甲\ndocs_dir: content\ntheme: {name: yuandi}\nplugins: [yuandi]\n"
    site: Site = rebuild(write(folder / "portal", {"mkdocs.yml": config, "content/notices/new.md": NOTICE}))
    assert site.status == 0, site.said
    yield from served(nginx, site.root, folder)


@pytest.fixture(scope="module")
def sample_port(nginx: str, sample: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The sample portal, served."""
    yield from served(nginx, sample.root, tmp_path_factory.mktemp("sample-nginx"))


def test_headers(port: int) -> None:
    """Pages may load nothing from elsewhere, are taken for nothing else, and stand in no foreign frame."""
    answer = get(port, "/notices/new/")
    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "nginx/" not in answer.headers["Server"]


def test_lifetimes(port: int) -> None:
    """A page is asked for each time, and not sent again when it is the same; pictures are kept for a day."""
    answer = get(port, "/")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert get(port, "/", **{"If-None-Match": answer.headers["ETag"]}).status == 304
    assert get(port, "/assets/javascripts/yuandi.js").headers["Cache-Control"] == "no-cache"
    assert get(port, "/", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/notices/old/", "/通知/旧/"])
def test_former_addresses(port: int, path: str) -> None:
    """Nginx leads on at once."""
    answer = get(port, path)
    assert (answer.status, answer.headers["Location"]) == (301, "/notices/new/")


@pytest.mark.parametrize(
    "path", ["/nothing/", "/redirects.map", "/.gitignore", "/notices/", "/current/", "/../nginx.conf"]
)
def test_what_is_not_there(port: int, path: str) -> None:
    """Pages that are not there, and files that are nobody's."""
    assert get(port, path).status in {400, 404}


@pytest.mark.parametrize("path", ["", "search/", "notices/2026/applications/", "units/", "archive/", "about/"])
def test_pages_work_under_the_policy(browser: Browser, sample_port: int, path: str) -> None:
    """Nothing on a page is refused by the policy that goes with it."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(f"http://127.0.0.1:{sample_port}/{path}", wait_until="networkidle")
    page.close()
    assert said == []
    assert answer
    assert answer.status in {200, 404}
