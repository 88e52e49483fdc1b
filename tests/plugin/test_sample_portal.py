"""The sample portal: clean, complete, and every page of it opens."""

from collections import Counter
from pathlib import Path

import pytest

from sites import Site, dead_links, outside_requests, rebuild
from yuandi.building.day import day_of
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.entry_types import DATA_FILES, TYPES
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def portal() -> PlannedPortal:
    """The sample portal on its own day."""
    settings = read_settings(ROOT)
    return read_portal(settings, day_of(settings, None, {}))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample portal, built."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("mkdocs.yml", "content"):
        (folder / name).symlink_to(ROOT / name)
    return rebuild(folder, "--strict")


def test_it_is_clean(portal: PlannedPortal) -> None:
    """Its check finds nothing at all."""
    assert check(portal).findings == ()


def test_it_has_entries_of_all_types_over_three_years(portal: PlannedPortal) -> None:
    """At least 70 entries, of every type, over at least three years, with all data files."""
    types = Counter(entry.type.name for entry in portal.entries)
    years = {entry.record.date.year for entry in portal.entries if entry.record.date}
    assert set(types) == {known.name for known in TYPES}
    assert len(portal.entries) >= 70
    assert len(years) >= 3
    for known in DATA_FILES:
        assert (portal.settings.content / "_data" / f"{known.name}.yml").is_file()


def test_it_builds_strictly_and_every_link_works(site: Site) -> None:
    """`mkdocs build --strict` succeeds, no link is dead, and no page asks another host for anything."""
    assert site.status == 0, site.said
    assert dead_links(site) == []
    assert outside_requests(site) == []


def test_links_may_lead_to_every_page(portal: PlannedPortal, site: Site) -> None:
    """Each page of the site but that for what is not found is a target of links."""
    pages = [path for path in site.files() if path.endswith(".html") and path != "404.html"]
    assert len(pages) > 600
    assert [path for path in pages if portal.targets.get(portal.addresses.at(path)) is None] == []


def test_every_page_has_a_heading_and_a_language(site: Site) -> None:
    """Each page has one first-level heading, a title and a language."""
    for path in (path for path in site.files() if path.endswith(".html")):
        page = site.page(path)
        assert len(page.css("h1")) == 1, path
        assert page.css_first("title").text().strip(), path
        assert page.css_first("html").attributes["lang"] == "zh-Hans", path


def test_no_page_shows_a_field_by_its_english_name(site: Site) -> None:
    """Readers see Chinese words, never keys of front matter."""
    keys = {
        "doc_number",
        "signed_date",
        "part_of",
        "honour-roll",
        "book-list",
        "lecture-series",
        "study-record",
        "county-branch",
    }
    for path in (path for path in site.files() if path.endswith(".html")):
        words = site.page(path).css_first("main").text()
        assert [key for key in keys if key in words] == [], path
