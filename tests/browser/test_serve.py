"""The preview in a real Chromium: pages follow the editor, findings show in the page, a broken file stops nothing."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portals import COLUMN, write
from sites import CONFIG
from yuandi.building.environment import NO_CACHE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTICE = "---\ntitle: 读书通知\ndate: 2026-03-05\nkind: notice\n---\n\n第一稿。\n"


@pytest.fixture(params=["", "1"], ids=["saving work", "saving nothing"])
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    """A portal under preview: its notice, and the address of the site. With what saves time, and without."""
    write(tmp_path, {"mkdocs.yml": CONFIG, **COLUMN, "content/notices/a.md": NOTICE})
    command = [sys.executable, "-c", "from yuandi.cli.main import main; main()", "serve", "-a", "127.0.0.1:0"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=_environment(request.param)
    ) as process:
        assert process.stdout
        url = next(found[1] for line in process.stdout if (found := re.search(r"(http://\S+/)", line)))
        yield tmp_path / "content/notices/a.md", url
        process.terminate()


def _environment(no_cache: str) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONUNBUFFERED": "1", NO_CACHE: no_cache}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_saved_body_shows_by_itself(page: Page, served: tuple[Path, str]) -> None:
    """The page loads again after a save, with the new text and without anybody asking."""
    file, url = served
    page.goto(f"{url}notices/a/")
    expect(page.locator("article")).to_contain_text("第一稿")
    file.write_text(NOTICE.replace("第一稿", "第二稿"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("第二稿", timeout=20_000)


def test_a_saved_title_shows_on_every_page(page: Page, served: tuple[Path, str]) -> None:
    """What a list shows of an entry changes as well."""
    file, url = served
    page.goto(f"{url}columns/notices/")
    file.write_text(NOTICE.replace("读书通知", "读报通知"), encoding="utf-8")
    expect(page.locator("main")).to_contain_text("读报通知", timeout=20_000)


def test_a_broken_file_is_named_and_the_last_good_page_stays(page: Page, served: tuple[Path, str]) -> None:
    """The finding stands in the page; once it is put right the page is new."""
    file, url = served
    page.goto(f"{url}notices/a/")
    file.write_text(NOTICE.replace("2026-03-05", "2026-02-30"), encoding="utf-8")
    expect(page.locator("#yuandi-findings")).to_contain_text("content/notices/a.md:3:1 错误 DAT001", timeout=20_000)
    expect(page.locator("article")).to_contain_text("第一稿")
    file.write_text(NOTICE.replace("第一稿", "改好的稿"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("改好的稿", timeout=20_000)


def test_a_warning_does_not_keep_a_save_from_showing(page: Page, served: tuple[Path, str]) -> None:
    """What may be published is shown anew, and what the check said of it stands in the page."""
    file, url = served
    page.goto(f"{url}notices/a/")
    file.write_text(NOTICE.replace("第一稿", "带警告的稿").replace("kind:", "source: 010\nkind:"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("带警告的稿", timeout=20_000)
    expect(page.locator("#yuandi-findings")).to_contain_text("FM007")
