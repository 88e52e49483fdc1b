"""The plan and the pages are one list: in the sample portal and under each preset, for every audience."""

from dataclasses import replace
from pathlib import Path

import pytest

from plans import assert_drawn_as_planned
from yuandi.building.day import day_of
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

ROOT = Path(__file__).parents[2]
PORTALS = (ROOT, *sorted((ROOT / "tests/presets/examples").glob("*/")))
AUDIENCES = ("public", "unit", "office")


def of_audience(root: Path, audience: str) -> PlannedPortal:
    """A portal as one audience sees it."""
    settings = replace(read_settings(root), audience=audience)
    return read_portal(settings, day_of(settings, None, {}))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("root", PORTALS, ids=lambda root: root.name)
def test_what_is_planned_is_drawn(root: Path, audience: str) -> None:
    """Every planned page is drawn, none besides, and links lead to each."""
    assert_drawn_as_planned(of_audience(root, audience))


@pytest.mark.parametrize("root", PORTALS, ids=lambda root: root.name)
def test_addresses_without_folders(root: Path) -> None:
    """Where pages are files, as for a disc, too."""
    settings = replace(read_settings(root), use_directory_urls=False)
    portal = read_portal(settings, day_of(settings, None, {}))
    assert_drawn_as_planned(portal)
    assert all(address.endswith(".html") for address in portal.plan.addresses)


def test_a_link_asks_no_more_than_its_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a page of a column or nothing is there, no measure is looked at; for a board it is."""
    portal = of_audience(ROOT, "public")
    monkeypatch.setattr("yuandi.page_plan.published.measures", lambda *_: pytest.fail("was asked"))
    column = next(iter(portal.columns))
    assert portal.targets[portal.addresses.column(column.id)]
    assert "nowhere/" not in portal.targets
    with pytest.raises(pytest.fail.Exception):
        portal.targets.get("board/people/")
