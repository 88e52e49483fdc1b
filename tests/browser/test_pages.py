"""Every kind of page in a real Chromium: accessible, whole at every width, asking no other host."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = {
    "home": "",
    "notice": "notices/2026/applications/",
    "plan": "plans/2024/campaign/",
    "regulation": "regulations/2025/collective-study/",
    "book-list": "books/2026/fourth-quarter/",
    "lecture-series": "lectures/2026/monthly-lecture/",
    "session": "sessions/2026/centre-q4/",
    "honour-roll": "honours/2026/roll/",
    "assessment": "assessments/2026/departments/",
    "project": "projects/2026/refund-path/",
    "application": "applications/2026/linhe/",
    "competition": "competitions/2026/skills/",
    "column": "columns/notices/",
    "archive": "archive/",
    "year": "archive/2026/",
    "month": "archive/2026/03/",
    "form-sign-in": "sessions/2026/study-november/sheet/",
    "form-attendance": "sessions/2026/mid-review/sheet/",
    "form-plan": "plans/2024/campaign/sheet/",
    "form-roll": "honours/2026/roll/sheet/",
    "units": "units/",
    "unit": "units/zx/",
    "person": "people/liang-xiaochong/",
    "group": "groups/campaign-group/",
    "dossier": "people/liang-xiaochong/2026/",
    "unit-dossier": "units/zx/2026/",
    "tags": "tags/",
    "award": "awards/学习型组织知识型职工/",
    "library": "library/",
    "book": "library/乡土中国-费孝通/",
    "board": "board/",
    "people-board": "board/people/",
    "measure": "board/measures/wrt-01/",
    "deadlines": "board/deadlines/",
    "submissions": "board/submissions/",
    "columns": "board/columns/",
    "page": "about/",
    "search": "search/",
    "404": "404.html",
}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page; its parameter is `light` or `dark`."""
    scheme = getattr(request, "param", "light")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_the_kinds_are_there(sample: Site) -> None:
    """The list of kinds names pages that exist, and one of each type that has entries."""
    missing = [path for path in KINDS.values() if not (sample.root / path).exists()]
    assert missing == []


@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, address: str, kind: str) -> None:
    """No violation of WCAG 2.2 A and AA, by light and in the dark."""
    page.goto(address + KINDS[kind])
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    """No page scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    too_wide = []
    for kind, path in KINDS.items():
        page.goto(address + path)
        if page.evaluate("document.scrollingElement.scrollWidth") > width:
            too_wide.append(kind)
    assert too_wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_large_type(page: Page, address: str, kind: str) -> None:
    """The same when a reader has asked for large type, which holds from page to page."""
    page.goto(address)
    page.locator("#yd-type").click()
    page.goto(address + KINDS[kind])
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 20
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []


LOST = """
() => {
  const lost = [], high = innerHeight / 2, wide = innerWidth / 2;
  for (const node of document.querySelectorAll("body *")) {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (!box.width || !box.height || style.visibility === "hidden") continue;
    const name = node.tagName + "." + node.className;
    if (/fixed|sticky/.test(style.position) && (box.height > high || box.width > wide)) lost.push("covers: " + name);
    const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY) && !node.closest(".yd-hidden, svg, [aria-hidden=true], #yd-scheme");
    if (own && hides && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1))
      lost.push("cuts: " + name);
    const scrolls = node.closest(".yd-scroll, pre, [class*=md-typeset__], table");
    if (own && !scrolls && !node.closest(".yd-hidden, .yd-skip, svg, #yd-scheme") && box.right > innerWidth + 1)
      lost.push("beyond: " + name);
  }
  return [...new Set(lost)];
}
"""


@pytest.mark.parametrize(
    ("width", "height", "is_large"),
    [(320, 256, False), (390, 844, True), (1440, 900, True)],
    ids=["400%", "phone", "desk"],
)
def test_nothing_is_lost_when_all_is_large(page: Page, address: str, width: int, height: int, is_large: bool) -> None:
    """A window of 1280 × 1024 at 400 %, and large type: no page scrolls sideways, covers its text or cuts it off."""
    page.set_viewport_size({"width": width, "height": height})
    if is_large:
        page.goto(address)
        page.locator("#yd-type").click()
    lost = {}
    for kind, path in KINDS.items():
        page.goto(address + path)
        found = page.evaluate(LOST)
        if page.evaluate("document.scrollingElement.scrollWidth") > width:
            found.append("scrolls sideways")
        if found:
            lost[kind] = found
    assert lost == {}


def test_no_page_asks_another_host_or_complains(page: Page, address: str) -> None:
    """Every request goes to the site itself and succeeds; no script fails."""
    wrong: list[str] = []
    page.on(
        "request", lambda one: wrong.append(one.url) if not one.url.startswith((address, "data:", "blob:")) else None
    )
    page.on("response", lambda one: wrong.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in KINDS.values():
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert wrong == []


def test_pages_read_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript the text of every page is visible, and links lead on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for kind, path in KINDS.items():
        page.goto(address + path)
        assert page.locator("h1").first.is_visible(), kind
        assert page.locator("header a").count() > 0, kind
    context.close()


def test_files_open_from_a_disc(browser: Browser, sample: Site) -> None:
    """Styles and links are relative, so a page looks right when it is opened as a file."""
    page = browser.new_page()
    page.goto((sample.root / "notices/2026/applications/index.html").as_uri())
    colour = page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    assert colour not in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    page.close()


def test_the_choice_of_light_or_dark_is_remembered(page: Page, address: str) -> None:
    """A reader's choice holds on the next page."""

    def scheme() -> str:
        return str(page.evaluate("document.documentElement.dataset.mdColorScheme"))

    page.goto(address)
    before = scheme()
    while scheme() == before:
        page.locator("#yd-scheme").click()
    chosen = scheme()
    page.goto(address + "archive/")
    assert scheme() == chosen != before


def test_first_view_of_home_is_small(page: Page, address: str) -> None:
    """Home with all that it loads is at most 300 KB, and its frame at most 60 KB of HTML."""
    sizes: dict[str, int] = {}
    page.on("response", lambda one: sizes.update({one.url: len(one.body())}))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 300_000, json.dumps(sizes, indent=1)


@pytest.mark.parametrize("kind", KINDS)
def test_prints_without_navigation(page: Page, address: str, kind: str, tmp_path: Path) -> None:
    """On paper the navigation is gone and the text remains."""
    page.goto(address + KINDS[kind])
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("h1").first.is_visible()
    assert Path(tmp_path / "page.pdf").write_bytes(page.pdf(format="A4")) > 1000


@pytest.mark.parametrize("name", ["applications", "revocation", "commendation"])
def test_official_documents_print_as_the_standard_has_them(page: Page, address: str, name: str) -> None:
    """GB/T 9704-2012: A4, a number on every page, the imprint last and never alone."""
    page.goto(f"{address}notices/2026/{name}/")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [[line for line in sheet.extract_text().splitlines() if line.strip()] for sheet in sheets]
    numbers = ["".join(line.split()) for lines in texts for line in lines if re.fullmatch(r"— *\d+ *—", line.strip())]
    assert numbers == [f"—{number}—" for number in range(1, len(sheets) + 1)]
    assert {tuple(round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]) for sheet in sheets} == {(210, 297)}
    assert texts[-1][-1].endswith("印发")
    assert len(texts[-1]) > 3, "the imprint stands alone on its page"
