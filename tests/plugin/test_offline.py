"""A site for a disc: every address in every page is relative and names a file, so that a double-click is enough."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from sites import Site, dead_links, outside_requests, rebuild

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("offline")
    shutil.copytree(SAMPLE / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(
        "site_name: 园地\nsite_url: http://a.example/xuexi/\ndocs_dir: content\ntheme: {name: yuandi}\n"
        "plugins:\n  - yuandi: {as_of: 2026-11-16, offline: true}\n",
        "utf-8",
    )
    return rebuild(folder)


def addresses(site: Site) -> Iterator[tuple[str, str]]:
    for path, data in site.files().items():
        if path.endswith(".html"):
            for node in LexborHTMLParser(data.decode("utf-8")).css("[href], [src]"):
                yield path, node.attributes.get("href") or node.attributes.get("src") or ""


def test_every_address_is_relative_and_names_a_file(site: Site) -> None:
    assert site.status == 0, site.said
    files = set(site.files())
    wrong = [
        f"{path}: {target}"
        for path, target in addresses(site)
        if not target.startswith(("mailto:", "tel:", "http://www.", "https://www."))
        and (
            target.startswith("/")
            or "://" in target
            or unquote(urldefrag(urljoin(f"/{path}", target))[0]).lstrip("/") not in {*files, path}
        )
        and path != "404.html"
    ]
    assert wrong == []


def test_nothing_is_dead_and_nothing_is_asked_of_another_host(site: Site) -> None:
    assert dead_links(site) == []
    assert outside_requests(site) == []


def test_the_page_for_what_is_not_found_stays_on_the_disc_too(site: Site) -> None:
    assert [target for path, target in addresses(site) if path == "404.html" and target.startswith("/")] == []
    assert site.page("404.html").css_first(".yd-lost a").attributes["href"] == "archive.html"


def test_what_needs_a_server_is_left_out(site: Site) -> None:
    assert not {"feed.xml", "feed.json", "robots.txt"} & set(site.files())
    assert not site.page("index.html").css("link[rel=canonical]")
