"""Feeds, calendars, the map of the site and robots.txt by the schemas and readers of others.

The schemas of JSON Feed and of sitemaps are npm packages, pinned in tests/web; the readers are Python packages.
"""

import json
import os
import warnings
from pathlib import Path
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser

import feedparser
import pytest
import vobject
from jsonschema import Draft7Validator
from lxml import etree

from sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PACKAGES = Path(__file__).parents[2] / "tests/web/node_modules"
HOME = "http://xuexi.yunze.example/"


def schema(path: str) -> Path:
    """A schema of an npm package. Without the packages the tests are skipped; in CI that is a failure."""
    found = PACKAGES / path
    if not found.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{path} is missing; `make web` installs it.")
        pytest.skip(f"{path} is missing; `make web` installs it.")
    return found


def texts(sample: Site, ending: str) -> dict[str, bytes]:
    """The files of the site with this ending; there are some."""
    found = {path: data for path, data in sample.files().items() if path.endswith(ending)}
    assert found
    return found


def test_json_feeds_fit_their_schema(sample: Site) -> None:
    """Each, by the schema of version 1.1, which does find what is missing."""
    validator = Draft7Validator(json.loads(schema("jsonfeed-schema/schema-v1.1.json").read_text("utf-8")))
    assert list(validator.iter_errors({"version": "https://jsonfeed.org/version/1.1", "title": "a"}))
    found = {
        path: [error.message for error in validator.iter_errors(json.loads(data))]
        for path, data in texts(sample, "feed.json").items()
    }
    assert {path: said for path, said in found.items() if said} == {}


def test_atom_feeds_are_read_whole(sample: Site) -> None:
    """A strict parser finds no fault; what Atom asks of every feed and entry is there, and names pages of the site."""
    for path, data in texts(sample, "feed.xml").items():
        feed = feedparser.parse(data)
        assert (path, feed.bozo, feed.version) == (path, False, "atom10")
        assert all(feed.feed.get(name) for name in ("id", "title", "updated", "author")), path
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
        for entry in feed.entries:
            assert all(entry.get(name) for name in ("id", "title", "updated_parsed", "link")), (path, entry)
            assert (sample.root / unquote(entry.link).removeprefix(HOME)).exists(), (path, entry.link)


def test_calendars_are_valid(sample: Site) -> None:
    """Each, by vobject: what is required is there, nothing stands more often than it may."""
    for data in texts(sample, ".ics").values():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of the library itself
            (calendar,) = vobject.readComponents(data.decode("utf-8"))
            assert calendar.validate(raiseException=True)
            for event in calendar.vevent_list:
                assert event.validate(raiseException=True)
                assert all((event.uid.value, event.dtstamp.value, event.summary.value))


def test_the_map_of_the_site_fits_its_schema(sample: Site) -> None:
    """By the schema of sitemaps.org; it names every page, and no page of it is missing."""
    document = etree.fromstring(texts(sample, "sitemap.xml")["sitemap.xml"])
    rules = etree.XMLSchema(etree.parse(schema("sitemap/schema/sitemap.xsd")))
    assert (rules.validate(document), list(rules.error_log)) == (True, [])
    named = {unquote(one.text).removeprefix(HOME) for one in document.iter("{*}loc")}
    assert sorted(one for one in named if not (sample.root / one).exists()) == []
    pages = {path.removesuffix("index.html") for path in sample.files() if path.endswith("index.html")}
    redirects = {path for path in pages if b'http-equiv="refresh"' in (sample.root / path / "index.html").read_bytes()}
    assert sorted(pages - redirects - named) == []


def test_robots_may_read_all(sample: Site) -> None:
    """As Python's own reader of robots.txt understands it."""
    robots = RobotFileParser()
    robots.parse(sample.files()["robots.txt"].decode("utf-8").splitlines())
    assert robots.can_fetch("any", f"{HOME}notices/2026/applications/")
    assert robots.site_maps() == [f"{HOME}sitemap.xml"]
