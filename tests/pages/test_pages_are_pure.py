"""Views depend on nothing of a body: so a page with another body needs no other view."""

from dataclasses import replace
from pathlib import Path

import pytest

from yuandi.building.day import day_of
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.pages import Shown, all_views

pytestmark = pytest.mark.slow


def test_without_bodies_the_views_are_the_same() -> None:
    """The sample portal with every body cut off gives the same views."""
    settings = read_settings(Path(__file__).parents[2])
    portal = read_portal(settings, day_of(settings, None, {}))
    bodiless = tuple(replace(entry, body_start=len(entry.origin.document.text)) for entry in portal.entries)
    cut: PlannedPortal = replace(portal, entries=bodiless)
    assert tuple(all_views(Shown(cut))) == tuple(all_views(Shown(portal)))
