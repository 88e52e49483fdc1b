"""The day that is named is the first on which any page differs: held against the pages of every day before it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from portals import AS_OF, portal
from yuandi.content.settings import read_settings
from yuandi.entry_types import Notice, Plan, Project
from yuandi.outputs.next_build import schedule
from yuandi.outputs.robots import robots
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.pages import Shown, all_views, frame
from yuandi.pages.next_change import next_change

NOTICE = "---\ntype: notice\nkind: notice\ntitle: 通知\ndate: 2026-03-05\nunit: office\n{}---\n\n正文。\n"


def pages(portal: PlannedPortal) -> object:
    shown = Shown(portal)
    return frame(shown), tuple(all_views(shown))


def on(portal: PlannedPortal, days: int) -> PlannedPortal:
    values = {name: getattr(portal, name) for name in portal.__dataclass_fields__}
    return PlannedPortal(**{**values, "as_of": portal.as_of + timedelta(days=days)})


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ("", None),
        ("publish_on: 2026-04-03\n", 3),
        ("expires: 2026-04-03\n", 4),
        ("pin_until: 2026-03-31\n", 1),
        ("expires: 2026-03-30\n", None),
        ("publish_on: 2026-04-03\nstatus: draft\n", None),
        ("publish_on: 2026-04-03\nvisibility: office\n", None),
        ("deadline: 2026-06-30\n", 49),
        ("deadline: 2026-04-20\n", 1),
    ],
)
def test_windows_and_deadlines(tmp_path: Path, more: str, days: int | None) -> None:
    one = portal(tmp_path, {"content/notices/a.md": NOTICE.format(more)})
    found = next_change(Shown(one))
    assert ((found.day - AS_OF).days if found else None) == days
    assert [export.text for export in schedule(Shown(one))] == ([f"{found.day}\n"] if found else [])


@pytest.mark.slow
def test_in_the_sample_portal_no_change_is_missed() -> None:
    """From day to day for four months: where pages change, the day before said so."""
    root = Path(__file__).parents[2]
    settings = replace(read_settings(root), site_url="")
    today = read_portal(settings, AS_OF)
    before = pages(today)
    for days in range(1, 121):
        now = on(today, days)
        after = pages(now)
        said = next_change(Shown(on(today, days - 1)))
        if before != after:
            assert said is not None
            assert said.day == now.as_of, now.as_of
        before = after


@pytest.mark.slow
def test_without_what_moves_every_day_no_change_is_missed() -> None:
    """The same without plans, notices and projects, whose lines of today and days left hide everything else."""
    settings = replace(read_settings(Path(__file__).parents[2]), site_url="")
    whole = read_portal(settings, AS_OF)
    quiet = replace(
        whole, entries=tuple(one for one in whole.entries if type(one.record) not in {Plan, Notice, Project})
    )
    before = pages(quiet)
    builds = 0
    for days in range(1, 121):
        now = on(quiet, days)
        said = next_change(Shown(on(quiet, days - 1)))
        assert said is not None
        after = pages(now)
        assert before == after or said.day == now.as_of, now.as_of
        builds += said.day == now.as_of
        before = after
    assert builds < 70


def test_robots_are_told_where_the_sitemap_is(tmp_path: Path) -> None:
    config = "site_name: 园地\nsite_url: http://a.example\ndocs_dir: content\nplugins: [{yuandi: {audience: %s}}]\n"
    said = {
        audience: [
            export.text for export in robots(Shown(portal(tmp_path / audience, {"mkdocs.yml": config % audience})))
        ]
        for audience in ("public", "office")
    }
    assert said == {
        "public": ["User-agent: *\nAllow: /\n\nSitemap: http://a.example/sitemap.xml\n"],
        "office": ["User-agent: *\nDisallow: /\n"],
    }
