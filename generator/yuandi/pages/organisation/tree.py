"""The page of all units as a tree, and of all groups."""

from dataclasses import dataclass
from typing import ClassVar

from yuandi.entry_types import Unit
from yuandi.entry_types.kinds import category
from yuandi.i18n import in_context
from yuandi.page_plan.organisation import Named, UnitsPage
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.view import View


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit in the tree."""

    link: Link
    label: str
    count: int
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsView(View):
    """All units as a tree, and the groups."""

    template: ClassVar[str] = "units.html"
    tree: tuple[Branch, ...]
    groups: tuple[Link, ...]


def units_view(shown: Shown, page: UnitsPage) -> UnitsView:
    """The tree, with the groups that have no parent."""
    inner = {child.id for unit in shown.portal.units for child in below(shown, unit)}
    return UnitsView(
        address=page.address,
        title=in_context("many", "单位"),
        active="units",
        tree=tuple(_branch(shown, page, unit) for unit in shown.portal.units if unit.id not in inner),
        groups=tuple(shown.to_group(group) for group in shown.portal.groups if not group.parent),
    )


def below(shown: Shown, unit: Unit) -> tuple[Unit, ...]:
    """The direct children of a unit: its `children`, and the units that name it as parent."""
    children = {child.id for child in unit.children}
    others = (
        child
        for child in shown.portal.units
        if child.parent and shown.portal.units.find(child.parent) is unit and child.id not in children
    )
    return (*unit.children, *others)


def _branch(shown: Shown, page: UnitsPage, unit: Unit) -> Branch:
    inner = tuple(_branch(shown, page, child) for child in below(shown, unit))
    link = Link(unit.name, shown.portal.addresses.unit(unit.id))
    return Branch(link, category(unit.kind), len(page.named.get(("unit", unit.id), Named()).own), inner)
