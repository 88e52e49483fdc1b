"""Search in a real Chromium, over HTTP and from a disc: it gives what a scan gives, by keyboard too, and owns up to damage."""

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from sites import Site
from yuandi.search import Catalogue, SearchDocument
from yuandi.search.build import shards, texts
from yuandi.search.build.index import whole
from yuandi.search.query.answer import Index
from yuandi.search.query.document import line, lines
from yuandi.search.query.files import INDEX, suggested, unquoted
from yuandi.search.query.verify import fold, stretches

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SEARCH = "([query, options]) => yuandi.search(query, options)"
SEED = 6


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page; its parameter is `light` or `dark`."""
    context = browser.new_context(
        color_scheme=getattr(request, "param", "light"), viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


@pytest.fixture
def index(sample: Site) -> Index:
    """The sample portal's index, read by Python."""
    return Index(lambda path: (sample.root / path).read_bytes())


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, sample: Site, address: str) -> str:
    """The sample portal's home page, from a server and from a disc."""
    return f"{address}index.html" if request.param == "http" else (sample.root / "index.html").as_uri()


def test_it_gives_what_a_scan_gives(page: Page, home: str, index: Index) -> None:
    """Stretches of all texts, half of them in Traditional characters: the same documents as a scan, the total too."""
    rng = random.Random(SEED)  # noqa: S311  # a seeded test
    documents = [index.document(number) for number in range(index.first.documents)]
    texts = ["\n".join((fold(one.title), fold(one.facts), fold(one.text))) for one in documents]
    traditional = opencc.OpenCC("s2t").convert
    page.goto(home)
    wrong = []
    for number, text in enumerate(stretches(rng, texts, 60)):
        query = f'"{traditional(text) if number % 2 else text}"'
        scanned = {one.id for one, whole in zip(documents, texts, strict=True) if fold(query.strip('"')) in whole}
        answer = page.evaluate(SEARCH, [query, {"limit": 500}])
        if {hit["id"] for hit in answer["hits"]} != scanned or answer["total"] != len(scanned):
            wrong.append(query)
    assert wrong == []


HAN = "学习强国图书馆圖書館發展发展20252025年月日年月日abcABC，。、 　·…①㍿の한𠮷😀\U000f0000\U000e0100"


@pytest.mark.parametrize("heavy", [12, 2000])
def test_random_documents_give_what_a_scan_gives(
    page: Page, sample: Site, tmp_path: Path, heavy: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents of few characters, where everything is met often and together; heavy pairs too; other scripts too."""
    monkeypatch.setattr(shards, "HEAVY", heavy)
    if heavy == 12:  # as on a large site
        monkeypatch.setattr(texts, "ENOUGH", 10)
        monkeypatch.setattr(texts, "NEWEST", 10)
    rng = random.Random(SEED)  # noqa: S311  # a seeded test

    def text(most: int) -> str:
        return lines("".join(rng.choice(HAN) for _ in range(rng.randint(0, most))))

    found = tuple(
        SearchDocument(
            f"n/{number}", f"n/{number}/", line(text(6)), facts=text(9), text=lines(f"{text(60)}\n{text(60)}")
        )
        for number in range(60)
    )

    def put(path: str, data: bytes) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)

    state = whole(Catalogue(found), put)
    assert bool(state.homes.heavy) == bool(state.manifest.letters) == (heavy == 12)
    shutil.copytree(sample.root / "assets/javascripts", tmp_path / "assets/javascripts")
    (tmp_path / "index.html").write_text('<!DOCTYPE html><script src="assets/javascripts/yuandi.js"></script>', "utf-8")
    page.goto((tmp_path / "index.html").as_uri())
    folded = ["\n".join((fold(one.title), fold(one.facts), fold(one.text))) for one in found]
    wrong = []
    for word in stretches(rng, folded, 150):
        scanned = {one.id for one, there in zip(found, folded, strict=True) if word in there}
        answer = page.evaluate(SEARCH, [f'"{word}"', {"limit": 100}])
        if {hit["id"] for hit in answer["hits"]} != scanned:
            wrong.append(word)
    assert wrong == []


QUERIES = (
    "读书", "學習 活動", "读书 -2026", "title:读书", '"读书月"', "题", "2026年3月", "标题：通知 学习", "ＳＴＵ", "-读书", "没有的话", "",
)  # fmt: skip


def test_both_engines_agree(page: Page, home: str, index: Index) -> None:
    """Words, phrases, barred words and titles mean the same to the page's script and on the command line."""
    page.goto(home)
    for query in QUERIES:
        for options in ({}, {"year": 2026}, {"type": "notice"}, {"unit": "办公室", "sort": "date"}):
            there = page.evaluate(SEARCH, [query, {"limit": 20, **options}])
            chosen = {name: str(value) for name, value in options.items() if name != "sort"}
            here = index.search(query, limit=20, by_date="sort" in options, **chosen)
            assert (there["total"], [hit["id"] for hit in there["hits"]]) == (here.total, [hit.id for hit in here.hits])


def test_hits_tell_what_they_are(page: Page, address: str) -> None:
    """The public function gives id, address, title, date, type and unit, and pages by offset."""
    page.goto(address)
    first = page.evaluate(SEARCH, ["读书月活动的通知", {"limit": 1}])
    assert first["hits"] == []
    first = page.evaluate(SEARCH, ["title:读书月", {"limit": 1}])["hits"]
    second = page.evaluate(SEARCH, ["title:读书月", {"limit": 1, "offset": 1}])["hits"]
    assert sorted(first[0]) == ["date", "id", "title", "type", "unit", "url"]
    assert first != second
    assert page.request.get(address + first[0]["url"]).ok


@pytest.mark.parametrize("typed", ["dushu", "ds", "读"])
def test_words_are_suggested_by_sound(page: Page, home: str, typed: str) -> None:
    """By pinyin, by initials and by the first character a word is among the first five."""
    page.goto(home)
    page.evaluate(SEARCH, ["读书", {}])
    found = page.evaluate("typed => yuandi.finder.suggest(typed)", typed)
    assert "读书" in [one["text"] for one in found[:5]]


def test_everybody_is_suggested_by_initials(page: Page, address: str, index: Index) -> None:
    """Every person, however rare the name, is among the first five by the initials and by the whole sound."""
    people = set()
    for name in index.first.terms:
        rows = json.loads(unquoted(suggested(name), index.read(suggested(name))))
        people |= {tuple(row[:4]) for row in rows if row[1] == "person"}
    page.goto(address)
    page.evaluate(SEARCH, ["读书", {}])
    missed = []
    for text, _, sound, initials in sorted(people):
        for typed in (sound, initials):
            found = page.evaluate("typed => yuandi.finder.suggest(typed)", typed)
            if text not in [one["text"] for one in found[:5]]:
                missed.append((text, typed))
    assert missed == []


def test_the_dialog_works_by_keyboard(page: Page, address: str) -> None:
    """`/` opens it, arrows move, Esc closes it, Enter goes to what is chosen; the field says what is active."""
    page.goto(address)
    page.keyboard.press("/")
    field = page.locator("#yd-query")
    expect(field).to_be_focused()
    page.keyboard.type("读书")
    expect(page.locator(".yd-finder__hit").first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_count(1)
    assert field.get_attribute("aria-activedescendant") == active.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("查看全部")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".yd-search__hit").first).to_be_visible()


def test_the_page_of_results_has_an_address(page: Page, home: str) -> None:
    """Facets, order and pages stand in the address, work from it, and go back."""
    page.goto(re.sub(r"index\.html$", "search/index.html?q=学习&year=2025", home))
    count = page.locator(".yd-search__count")
    expect(count).to_contain_text("共")
    total = count.inner_text()
    page.locator(".yd-search__chips a").first.click()
    expect(count).not_to_have_text(total)
    expect(page.locator(".yd-search__chips")).to_have_count(0)
    page.get_by_role("link", name="按日期").click()
    page.wait_for_url("**sort=date**")
    page.get_by_role("link", name="第 2 页").click()
    page.wait_for_url("**page=2**")
    page.go_back()
    expect(page.locator(".yd-search__pages [aria-current]")).to_have_text("1")
    expect(page.locator(".yd-search__hit mark").first).to_have_text("学习")


def test_counts_of_facets_are_what_choosing_gives(page: Page, address: str) -> None:
    """A number beside a year, a unit, a tag is how many results are left when it is chosen."""
    page.goto(f"{address}search/?q=学习")
    expect(page.locator(".yd-search__hit").first).to_be_visible()
    for facet in ("类型", "年份", "单位", "栏目", "标签", "人员"):
        fold_ = page.locator(".yd-search__facet", has=page.locator("summary", has_text=facet)).first
        if fold_.get_attribute("open") is None:
            fold_.locator("> summary").click()
        link = fold_.locator("li a").first
        number = link.locator("span").inner_text()
        link.click()
        expect(page.locator(".yd-search__count")).to_have_text(f"共 {number} 件")
        page.locator(".yd-search__chips a").first.click()
        expect(page.locator(".yd-search__chips")).to_have_count(0)


@pytest.mark.parametrize("kind", ["missing", "cut", "changed"])
def test_damage_is_told(page: Page, address: str, kind: str) -> None:
    """A file of lists that is gone or not whole gives a message, in the dialog and on the page, and no empty result."""

    def spoil(route: Route) -> None:
        if kind == "missing":
            route.fulfill(status=404, body="")
            return
        body = route.fetch().text()
        route.fulfill(body=body[: len(body) // 2] if kind == "cut" else body.replace('"A', '"B').replace("A", "B", 40))

    page.route("**/assets/search/lists/**", spoil)
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("#yd-query")).to_be_focused()
    page.keyboard.type("读书")
    expect(page.locator("#yd-status")).to_contain_text("没有取到" if kind == "missing" else "已经损坏")
    page.goto(f"{address}search/?q=读书")
    expect(page.locator("[role=alert]")).to_contain_text("搜索文件")
    page.unroute("**/assets/search/lists/**")
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(".yd-search__hit").first).to_be_visible()


@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_axe_finds_nothing_in_results_and_dialog(page: Page, address: str) -> None:
    """No violation of WCAG 2.2 A and AA on the page of results and in the open dialog."""
    page.goto(f"{address}search/?q=读书&year=2026")
    expect(page.locator(".yd-search__hit").first).to_be_visible()
    on_page = Axe().run(page, options=WCAG).response["violations"]
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("#yd-query")).to_be_focused()
    page.keyboard.type("读书")
    expect(page.locator(".yd-finder__all")).to_be_visible()
    page.keyboard.press("ArrowDown")
    in_dialog = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in on_page + in_dialog] == []


def test_without_scripts_the_page_leads_to_the_archive(browser: Browser, address: str) -> None:
    """It says that it cannot search, and where to look instead."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/")
    page.get_by_role("link", name="归档").first.click()
    assert page.url == f"{address}archive/"
    context.close()


def test_the_first_download_is_small_and_late(page: Page, address: str) -> None:
    """A page that nobody searches from loads nothing of search."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []
    page.evaluate(SEARCH, ["读书", {}])
    assert any(INDEX in url for url in asked)
