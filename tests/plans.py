"""Asked of every portal without errors that tests make: what is planned is what is drawn, and links lead there."""

import os
from pathlib import Path

from yuandi.building.day import day_of
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.pages import Shown, all_views


def assert_drawn_as_planned(portal: PlannedPortal) -> None:
    """The views of a portal stand at the planned addresses, each at one, and links to them lead there."""
    drawn = [view.address for view in all_views(Shown(portal))]
    assert sorted(drawn) == sorted(portal.plan.addresses)
    assert [address for address in drawn if portal.targets.get(address) != address] == []


def assert_built_as_planned(folder: Path, site: Path) -> None:
    """A built site has a file for each planned page."""
    settings = read_settings(folder)
    portal = read_portal(settings, day_of(settings, None, os.environ))
    output = portal.addresses.output
    assert [address for address in sorted(portal.plan.addresses) if not (site / output(address)).is_file()] == []
