"""Pages of units, people and groups: who they are, and what they published, hosted, wrote and won."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from yuandi.entry import Entry
from yuandi.models import Group, Person, Unit
from yuandi.models.kinds import category
from yuandi.models.shape import references
from yuandi.views.lists import ListView, Month, Page, cut, months, page_links
from yuandi.views.parts import Fact, Link, Team
from yuandi.views.shown import Shown
from yuandi.views.types.plan import in_office, seats
from yuandi.views.types.plan import team as group_team
from yuandi.views.types.showing import facts
from yuandi.views.view import View
from yuandi.views.words import day, number


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView(ListView):
    """The page of a unit, a person or a group: facts, people or members, and its entries."""

    template: ClassVar[str] = "subject.html"
    label: str
    people: tuple[Link, ...] = ()
    teams: tuple[Team, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Mentions:
    """Which entries name which unit, person and group, newest first."""

    by_subject: dict[int, tuple[Entry[Any], ...]]

    def of(self, subject: Unit | Person | Group) -> tuple[Entry[Any], ...]:
        """The entries that name a subject."""
        return self.by_subject.get(id(subject), ())


def mentions(shown: Shown) -> Mentions:
    """Look through the references of all shown entries once."""
    found: dict[int, dict[str, Entry[Any]]] = {}
    for entry in shown.entries:
        for _, refers, word in references(entry.record):
            for kind in refers.kinds:
                if kind in {"unit", "person", "group"} and (subject := shown.portal.directory(kind).find(word)):
                    found.setdefault(id(subject), {})[entry.id] = entry
                    break
    return Mentions({subject: tuple(entries.values()) for subject, entries in found.items()})


def organisation_pages(shown: Shown) -> Iterator[View]:
    """The pages of all units, people and groups; and the tree, where there are units or groups."""
    if not shown.portal.has_units and not shown.portal.people.by_id:
        return
    said = mentions(shown)
    if shown.portal.has_units:
        yield UnitsView(
            address=shown.portal.addresses.units(),
            title="单位",
            active="units",
            tree=tuple(_branch(shown, said, unit) for unit in _tops(shown)),
            groups=tuple(shown.to_group(group) for group in shown.portal.groups if not group.parent),
        )
    for unit in shown.portal.units:
        yield from _unit(shown, unit, said.of(unit))
    for person in shown.portal.people:
        yield from _person(shown, person, said.of(person))
    for group in shown.portal.groups:
        yield from _group(shown, group, said.of(group))


def below(shown: Shown, unit: Unit) -> tuple[Unit, ...]:
    """The units right below one: its children, and those that name it as parent."""
    children = {child.id for child in unit.children}
    others = (
        one
        for one in shown.portal.units
        if one.parent and shown.portal.units.find(one.parent) is unit and one.id not in children
    )
    return (*unit.children, *others)


def _tops(shown: Shown) -> tuple[Unit, ...]:
    inner = {child.id for unit in shown.portal.units for child in below(shown, unit)}
    return tuple(unit for unit in shown.portal.units if unit.id not in inner)


def _branch(shown: Shown, said: Mentions, unit: Unit) -> Branch:
    inner = tuple(_branch(shown, said, child) for child in below(shown, unit))
    link = Link(unit.name, shown.portal.addresses.unit(unit.id))
    return Branch(link, category(unit.kind), len(said.of(unit)), inner)


def _unit(shown: Shown, unit: Unit, entries: Sequence[Entry[Any]]) -> Iterator[SubjectView]:
    parent = next((one for one in shown.portal.units if any(child.id == unit.id for child in below(shown, one))), None)
    people = tuple(shown.to_person(person) for person in shown.portal.people if unit_of(shown, person) is unit)
    groups = tuple(
        group_team(shown, group)
        for group in shown.portal.groups
        if group.unit and not group.parent and shown.portal.units.find(group.unit) is unit
    )
    existed = f"{day(unit.start)}起" * bool(unit.start) + f"，{day(unit.end)}止" * bool(unit.end)
    told = facts(
        ("种类", category(unit.kind)),
        ("上级", shown.to_unit(parent) if parent else None),
        ("人数", _headcount(shown, unit)),
        ("存续", existed.strip("，")),
        ("下级", tuple(shown.to_unit(child) for child in below(shown, unit))),
        *((name, number(_latest(shown, counts))) for name, counts in (unit.model_extra or {}).items()),
    )
    told += shown.feed(f"units/{unit.id}/", shown.by_unit.get(unit.id, ()))
    crumbs = _above(shown)
    yield from _subject(
        shown, f"units/{unit.id}", unit.name, category(unit.kind) or "单位", told, entries, crumbs, people, groups
    )


def _headcount(shown: Shown, unit: Unit) -> str:
    """The head count on the day, or of the nearest day before it."""
    known = _latest(shown, unit.headcount)
    return "" if known is None else f"{number(known)} 人"


def _latest(shown: Shown, counts: Sequence[tuple[date, int]]) -> int | None:
    """A count on the day, or on the nearest day before it."""
    known = [count for since, count in counts if since <= shown.as_of]
    return known[-1] if known else None


def _above(shown: Shown) -> tuple[Link, ...]:
    """The way to the page of all units, where there is one."""
    return (Link("单位", shown.portal.addresses.units()),) if shown.portal.has_units else ()


def unit_of(shown: Shown, person: Person) -> Unit | None:
    """The unit a person belongs to on the day of the build."""
    known = [word for since, word in person.unit if since <= shown.as_of]
    return shown.portal.units.find(known[-1]) if known else None


def _person(shown: Shown, person: Person, entries: Sequence[Entry[Any]]) -> Iterator[SubjectView]:
    unit = unit_of(shown, person)
    roles = tuple(
        Link(f"{group.name}{member.role or '成员'}", shown.portal.addresses.group(group.id))
        for group in shown.portal.groups
        for member in group.members
        if shown.portal.people.find(member.person) is person and in_office(shown, member)
    )
    told = facts(("单位", shown.to_unit(unit) if unit else None), ("职务", person.post), ("任职", roles))
    crumbs = (*_above(shown), *((shown.to_unit(unit),) if unit else ()))
    yield from _subject(shown, f"people/{person.id}", person.name, "人员", told, entries, crumbs)


def _group(shown: Shown, group: Group, entries: Sequence[Entry[Any]]) -> Iterator[SubjectView]:
    parent = shown.portal.groups.find(group.parent) if group.parent else None
    told = facts(
        ("种类", category(group.kind)),
        ("上级", shown.to_group(parent) if parent else None),
        ("单位", shown.actor(group.unit) if group.unit else None),
    )
    crumbs = _above(shown)
    teams = (group_team(shown, group),) if seats(shown, group) else ()
    yield from _subject(
        shown, f"groups/{group.id}", group.name, category(group.kind) or "小组", told, entries, crumbs, (), teams
    )


def _subject(
    shown: Shown,
    base: str,
    title: str,
    label: str,
    told: tuple[Fact, ...],
    entries: Sequence[Entry[Any]],
    crumbs: tuple[Link, ...],
    people: tuple[Link, ...] = (),
    teams: tuple[Team, ...] = (),
) -> Iterator[SubjectView]:
    """One or more pages of a subject; all but its entries stand on the first."""

    def address(page: int) -> str:
        return shown.portal.addresses.page(f"{base}/page/{page}" if page > 1 else base)

    parts = cut(entries)
    for page, part in enumerate(parts, start=1):
        is_first = page == 1
        listed: tuple[Month, ...] = months(shown, part)
        pages: tuple[Page, ...] = page_links(len(parts), page, address)
        yield SubjectView(
            address=address(page),
            title=title + ("" if is_first else f"（第 {page} 页）"),
            crumbs=crumbs if is_first else (*crumbs, Link(title, address(1))),
            active="units",
            label=label,
            total=len(entries),
            months=listed,
            pages=pages,
            facts=told if is_first else (),
            people=people if is_first else (),
            teams=teams if is_first else (),
        )
