"""Built sites for tests: files as text → a portal on disk → MkDocs's own build → pages as DOM."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

from plans import assert_built_as_planned
from portals import write
from yuandi.base.language import told
from yuandi.building.day import VARIABLE
from yuandi.building.environment import REPORT
from yuandi.building.saved_work import QuickBuild, saved_work
from yuandi.content.settings import read_settings

CONFIG = """\
site_name: 云泽学习园地
docs_dir: content
theme: {name: yuandi}
plugins:
  - yuandi: {as_of: 2026-03-31}
"""


@dataclass(frozen=True)
class Site:
    """A site on disk, and what the build said."""

    root: Path
    status: int
    said: str

    def page(self, address: str) -> LexborHTMLParser:
        """The page at an address, as DOM."""
        file = self.root / address
        return LexborHTMLParser((file / "index.html" if file.is_dir() or not file.suffix else file).read_text("utf-8"))

    def files(self) -> dict[str, bytes]:
        """Every file of the site with its bytes."""
        return {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.is_file()
        }

    def text(self, address: str, selector: str) -> list[str]:
        """The words of all elements that a selector finds, on one line each."""
        return [" ".join(node.text().split()) for node in self.page(address).css(selector)]


def build(folder: Path, files: Mapping[str, str | bytes | None], *options: str, config: str = CONFIG) -> Site:
    """Write a portal and run `mkdocs build` on it."""
    write(folder, {"mkdocs.yml": config, **files})
    return rebuild(folder, *options)


def rebuild(folder: Path, *options: str, site: str = "site") -> Site:
    """Run `mkdocs build` on a portal that is there."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(folder / site), *options],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "YUANDI_LANG": "zh"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        assert_built_as_planned(folder, folder / site)
    return Site(folder / site, done.returncode, done.stdout + done.stderr)


def dead_links(site: Site) -> list[str]:
    """Every link, picture, style and script of every page that leads to no file or anchor of the site."""
    pages = {
        path: LexborHTMLParser(data.decode("utf-8")) for path, data in site.files().items() if path.endswith(".html")
    }
    anchors = {path: {node.attributes.get("id") for node in page.css("[id]")} for path, page in pages.items()}
    files = set(site.files())
    dead = []
    for path, page in pages.items():
        if path == "404.html":
            continue
        for node in page.css("[href], [src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            if urlsplit(target).scheme or target.startswith("//"):
                continue
            address, anchor = urldefrag(urljoin(f"/{path}", target))
            wanted = unquote(address).lstrip("/")
            wanted += "index.html" if not wanted or wanted.endswith("/") else ""
            missing_anchor = anchor and wanted in anchors and unquote(anchor) not in anchors[wanted]
            if wanted not in files or missing_anchor:
                dead.append(f"{path}: {target}")
    return dead


def outside_requests(site: Site) -> list[str]:
    """Everything that a page would ask another host for; links that a reader follows are none."""
    asked = []
    for path, data in site.files().items():
        if path.endswith(".html"):
            page = LexborHTMLParser(data.decode("utf-8"))
            for node in page.css("[src], link[href]:not([rel=canonical])"):
                target = node.attributes.get("src") or node.attributes.get("href") or ""
                if urlsplit(target).scheme in {"http", "https"} or target.startswith("//"):
                    asked.append(f"{path}: {target}")
        elif path.endswith(".css") and (b"url(http" in data or b"@import" in data):
            asked.append(path)
    return asked


@dataclass(frozen=True)
class Built:
    """Whether a build was allowed to publish, and what the check said."""

    published: bool
    report: str


def built(folder: Path, site: Path, day: str) -> Built:
    """MkDocs's own build, in this process."""
    report = folder / "report.txt"
    report.unlink(missing_ok=True)
    os.environ[VARIABLE], os.environ[REPORT] = day, str(report)
    try:
        mkdocs_build(load_config(str(folder / "mkdocs.yml"), site_dir=str(site)))
        published = True
    except Abort:
        published = False
    return Built(published, report.read_text("utf-8") if report.is_file() else "")


def quickly(folder: Path, site: str = "site", day: str = "2026-03-31") -> QuickBuild | None:
    """A build of a portal that is there without MkDocs, where that is enough."""
    settings = read_settings(folder)
    return saved_work().quick_build(settings, (folder / site).resolve(), date.fromisoformat(day), told)
