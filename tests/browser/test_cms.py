"""Writing in the browser: Decap CMS in a real Chromium against its local server, which commits what is saved."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from editing.cms.desk import packages
from portals import AS_OF, COLUMN, commit, git
from server import free_port, get, served
from sites import Site, build
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.editing.cms.scripts import scripts
from yuandi.page_plan.planned_portal import read_portal

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WEB = Path(__file__).parents[1] / "web"
NOTICE = """\
---
# 由办公室起草
类型: 公示
标题: "关于读书月的公示"
日期: 2026年3月5日
单位: 办公室
公示期: {起: 2026-03-05, 止: 2026-03-11}
其他: {密级: "010"}   # 表单里没有
---

正文 **粗** 。

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""
FILE = "content/notices/2026/reading.md"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # the base class's name
        """Nothing."""


@dataclass
class Desk:
    """A portal whose site is served, the page on which it is written, and every host that was asked."""

    root: Path
    site: Site
    url: str
    page: Page
    hosts: set[str]

    def open(self, place: str) -> Page:
        """A place in Decap, opened anew: what was shown before is no part of it."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}#/collections/{place}")
        return self.page

    def publish(self) -> str:
        """Save, and wait for the commit; what it changed."""
        before = git(self.root, "rev-parse", "HEAD")
        self.page.get_by_role("button", name="发布", exact=True).click()
        self.page.get_by_role("menuitem", name="立即发布").click()
        for _ in range(100):
            if git(self.root, "rev-parse", "HEAD") != before:
                break
            self.page.wait_for_timeout(100)
        assert git(self.root, "status", "--porcelain") == ""
        return git(self.root, "diff", "--unified=0", "--no-color", "--src-prefix=", "--dst-prefix=", before, "HEAD")

    def faults(self) -> list[str]:
        """What `yuandi check` finds."""
        found = check(read_portal(read_settings(self.root), AS_OF)).findings
        return [f"{one.code} {one.at.file} {one.message.zh}" for one in found]


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A committed portal with one notice, its site, and Decap's own server for it."""
    root, port = tmp_path_factory.mktemp("desk"), free_port()
    config = (
        "site_name: 甲\ndocs_dir: content\ntheme: {name: yuandi}\n"
        f"plugins: [{{yuandi: {{cms: {{backend: local, url: 'http://localhost:{port}'}}}}}}]\n"
    )
    admin = {f"content/admin/{name}": data for name, data in scripts("", packages())}
    site = build(root, {**COLUMN, FILE: NOTICE, ".gitignore": "site/\n.yuandi/\n", **admin}, config=config)
    assert site.status == 0, site.said
    commit(root, day="2026-03-01")
    git(root, "branch", "-M", "main")
    handler = partial(_Quiet, directory=str(site.root))
    web = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=web.serve_forever, daemon=True).start()
    author = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    told = {"MODE": "git", "BIND_HOST": "127.0.0.1", "PORT": str(port), "GIT_REPO_DIRECTORY": str(root)}
    tool = WEB / "node_modules/.bin/decap-server"
    with subprocess.Popen(
        [str(tool)], cwd=root, env={**os.environ, **author, **told}, stdout=subprocess.DEVNULL
    ) as server:
        page = browser.new_page(viewport={"width": 1300, "height": 1600})
        hosts: set[str] = set()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        url = f"http://127.0.0.1:{web.server_port}/admin/"
        _wait_for(port)
        page.goto(url)
        page.get_by_role("button", name="登录").click()
        page.get_by_text("快速新建").wait_for()
        yield Desk(root, site, url, page, hosts)
        page.close()
        server.terminate()
    web.shutdown()


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)


def changed(diff: str) -> list[str]:
    """The lines that a difference takes away and puts in."""
    return [line for line in diff.splitlines() if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_an_edited_title(desk: Desk) -> None:
    """Only the title's line differs: comments, Chinese names, what no form knows and the body stay."""
    page = desk.open("notice/entries/2026/reading")
    page.get_by_label("标题").first.fill("关于读书月活动的公示")
    assert changed(desk.publish()) == ['-标题: "关于读书月的公示"', "+标题: 关于读书月活动的公示"]
    assert desk.faults() == []


def test_an_edited_body(desk: Desk) -> None:
    """Markdown is a text: what is added is added, and nothing else is touched."""
    page = desk.open("notice/entries/2026/reading")
    body = page.get_by_label("正文")
    body.fill(body.input_value() + "\n又一段。\n")
    assert changed(desk.publish()) == ["+", "+又一段。"]
    assert desk.faults() == []


def test_a_new_notice(desk: Desk) -> None:
    """It gets a name by the sound of its title, in the folder of its type and year, and passes the check."""
    page = desk.open("notice/new")
    page.get_by_label("标题").first.fill("关于开展读书月活动的通知")
    page.get_by_label("日期", exact=True).first.fill("2026-03-20")
    _choose(page, "种类", "通知")
    _choose(page, "单位", "办公室")
    page.get_by_label("正文").fill("各科室：\n\n三月起开展读书月活动。")
    desk.publish()
    file = desk.root / "content/notices/2026/guan-yu-kai-zhan-du-shu-yue-huo-dong-de.md"
    assert file.read_text("utf-8") == (
        "---\ntype: notice\ntitle: 关于开展读书月活动的通知\ndate: 2026-03-20\nunit: office\nkind: notice\n---\n\n"
        "各科室：\n\n三月起开展读书月活动。\n"
    )
    assert desk.faults() == []


def _choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label).first.fill(option)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("backend", "asked"),
    [("gitea", "/login/oauth/authorize"), ("gitlab", "/oauth/authorize")],
)
def test_code_hosts(browser: Browser, nginx: str, tmp_path: Path, backend: str, asked: str) -> None:
    """Under nginx's policy the page opens and leads to the code host's own login, which knows the page by its id."""
    config = (
        "site_name: 甲\ndocs_dir: content\ntheme: {name: yuandi}\nplugins: [{yuandi: {cms: "
        f"{{backend: {backend}, url: 'https://git.example', repo: office/garden, app_id: abc}}}}}}]\n"
    )
    admin = {f"content/admin/{name}": data for name, data in scripts("", packages())}
    site = build(tmp_path / "portal", {**COLUMN, FILE: NOTICE, **admin}, config=config)
    assert site.status == 0, site.said
    said: list[str] = []
    for port in served(nginx, site.root, tmp_path, origin="https://git.example"):
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.route("https://git.example/**", lambda route: route.fulfill(body="login"))
        page.goto(f"http://127.0.0.1:{port}/admin/")
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"https://git.example{asked}?*client_id=abc*")
        page.close()
        assert get(port, "/admin/").headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "unsafe" not in get(port, "/").headers["Content-Security-Policy"]
    assert [line for line in said if "favicon" not in line and "404" not in line] == []


def test_no_other_host_is_asked(desk: Desk) -> None:
    """Everything comes from the site and from the server for saving; nothing is missing."""
    assert {host.rpartition(":")[0] for host in desk.hosts} == {"127.0.0.1", "localhost"}


def test_readers_do_not_meet_it(desk: Desk) -> None:
    """The page is not for search engines, and no page, list or index of the site leads to it."""
    assert "noindex" in desk.site.page("admin/").css("meta[name=robots]")[0].attributes["content"]
    others = {path: data for path, data in desk.site.files().items() if not path.startswith("admin/")}
    assert [path for path, data in others.items() if b"admin/" in data] == []
