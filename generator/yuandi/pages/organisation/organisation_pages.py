"""Pages of units, people and groups: who they are, what they published, lead, owe and won."""

from collections.abc import Iterator

from yuandi.pages.organisation.groups import group_pages
from yuandi.pages.organisation.people import person_pages
from yuandi.pages.organisation.related import related
from yuandi.pages.organisation.subject import Told
from yuandi.pages.organisation.tree import units_view
from yuandi.pages.organisation.units import unit_pages
from yuandi.pages.shown import Shown
from yuandi.pages.view import View


def organisation_pages(shown: Shown) -> Iterator[View]:
    """The pages of all units, people and groups; and the tree, where there are units or groups."""
    if not shown.portal.has_units and not shown.portal.people.by_id:
        return
    told = Told(shown, related(shown))
    if shown.portal.has_units:
        yield units_view(told)
    yield from unit_pages(told)
    yield from person_pages(told)
    yield from group_pages(told)
