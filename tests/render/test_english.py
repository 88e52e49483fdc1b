"""The interface in English: every word of a template has its English, and no Chinese word is left around the content."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from jinja2 import Environment

from english_portal import CONFIG, FILES
from sites import Site, build
from yuandi.english import day, day_or_time, in_english
from yuandi.render.english import template_in_english

THEME = Path(__file__).parents[2] / "themes/yuandi_theme"
BESIDES = (".xml", "feed.json", ".ics", ".csv", ".map", ".txt")
LOGIC = ('"年" in', '"年" not in', '"第%s" %', "《{{", "}}》")
"""What templates compare with, and the marks of book titles."""
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("file", sorted(THEME.rglob("*.html")), ids=lambda file: file.relative_to(THEME).as_posix())
def test_every_word_of_a_template_is_in_the_catalogue(file: Path) -> None:
    """No Chinese is left of a template, and what comes out is still a template."""
    source = template_in_english(file.read_text("utf-8"))
    Environment(autoescape=True).parse(source)
    for logic in LOGIC:
        source = source.replace(logic, "")
    assert [line.strip() for line in source.splitlines() if HAN.search(line)] == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("归档", "Archive"),
        ("2026年3月5日", "5 March 2026"),
        ("2026年3月", "March 2026"),
        ("2026年", "2026"),
        ("2026年3月5日至2026年4月1日", "5 March 2026 – 1 April 2026"),
        ("2026年3月5日（星期四）14:30—16:00", "5 March 2026, Thursday 14:30—16:00"),
        ("归档（第 2 页）", "Archive (page 2)"),
        ("归档 2025年", "Archive 2025"),
        ("2 学时，1 天", "2 hours, 1 days"),
        ("应到 38 人，实到 36 人", "38 expected, 36 present"),
        ("共 1 次，2 学时。", "1 in all, 2 hours."),
        ("Office2026年度学习档案", "Office: dossier 2026"),
        ("云泽县支行，财务科", "云泽县支行，财务科"),
        ("第 {} 项", "第 {} 项"),
    ],
)
def test_labels(chinese: str, english: str) -> None:
    """Words, dates, numbers; what is not known stays."""
    assert in_english(chinese) == english


def test_days() -> None:
    """As English is written."""
    assert (day(date(2026, 3, 5)), day(None)) == ("5 March 2026", "")
    assert day_or_time(datetime(2026, 3, 5, 14, 30)) == "Thursday, 5 March 2026, 14:30"
    assert day_or_time(datetime(2026, 3, 5)) == "Thursday, 5 March 2026"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A portal whose content has no Chinese, in English."""
    return build(tmp_path_factory.mktemp("english"), FILES, config=CONFIG)


@pytest.mark.slow
def test_no_chinese_word_is_left(site: Site) -> None:
    """On any page of a portal whose content is English."""
    assert site.status == 0, site.said
    left = {}
    for path in site.files():
        if path.endswith(".html"):
            page = site.page(path)
            spoken = [
                value or ""
                for node in page.css("[aria-label], [title], [alt], [content]")
                for value in node.attributes.values()
            ]
            words = sorted({word for text in (page.text(), *spoken) for word in _left(text)})
            if words:
                left[path] = words
    assert left == {}


def test_nor_in_files_besides_pages(site: Site) -> None:
    """In feeds, calendars, tables and maps."""
    files = {path: data.decode("utf-8") for path, data in site.files().items() if path.endswith(BESIDES)}
    assert {path.rpartition(".")[2] for path in files} == {"xml", "json", "ics", "csv", "map", "txt"}
    assert {path: left for path, text in files.items() if (left := _left(text))} == {}


def _left(text: str) -> list[str]:
    """The words in Chinese, but for a document's own number."""
    return re.findall("[\u4e00-\u9fff]+", text.replace("〔2026〕1号", ""))


def test_pages_say_their_language(site: Site) -> None:
    """The page is English; the content is what its author says, or Chinese."""
    page = site.page("notices/a/index.html")
    assert page.css_first("html").attributes["lang"] == "en"
    assert page.css_first("h1").attributes["lang"] == "zh-Hans"
    assert site.text("archive/index.html", "title, h1") == ["Archive - Yunze", "Archive"]
    assert site.text("notices/a/index.html", ".yd-skip") == ["Skip to the text"]
