"""The page of a subject: its profile, its publications in pages, and the other entries that name it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from yuandi.entry_types import Group
from yuandi.entry_types.data_types.groups import Member
from yuandi.facts.membership import members_on
from yuandi.i18n import in_context, message
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.columns import PAGE
from yuandi.page_plan.deadlines import Deadline, owed
from yuandi.page_plan.organisation import OthersPage, SubjectPage
from yuandi.pages.entry.showing import facts
from yuandi.pages.lists import ListView, list_view, months, numbered, page_links
from yuandi.pages.parts import Block, Fact, Link, Row
from yuandi.pages.shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView(ListView):
    """The page of a unit, a person or a group. `months` are its publications, `others` the other entries that name it."""

    template: ClassVar[str] = "subject.html"
    label: str
    people: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    others: tuple[Row, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class SubjectData:
    """Data for the profiles of subjects, collected once for all of them."""

    shown: Shown

    @cached_property
    def owed(self) -> Mapping[tuple[str, str], Sequence[Deadline]]:
        """Open deadlines by the subject that owes them."""
        return owed(self.shown.published)

    @cached_property
    def seats(self) -> Mapping[str, Sequence[Link]]:
        """The seats in groups that people hold on the day of the build, by their ids."""
        found: dict[str, list[Link]] = {}
        for group in self.shown.portal.groups:
            for member in members_on(group, self.shown.as_of):
                if person := self.shown.portal.people.find(member.person):
                    link = Link(_seat(group, member), self.shown.portal.addresses.group(group.id))
                    found.setdefault(person.id, []).append(link)
        return found

    def dossiers(self, kind: str, identifier: str) -> tuple[Link, ...]:
        """The dossiers of a subject, the newest year first."""
        where = self.shown.portal.addresses
        years = self.shown.portal.dossiers.of(kind, identifier)
        return tuple(Link(year_label(year), where.dossier(kind, identifier, year)) for year in years)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectProfile:
    """One subject: its name, its facts and blocks, and the breadcrumbs of its page."""

    kind: str
    id: str
    name: str
    label: str
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    people: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()


def subject_page(data: SubjectData, subject: SubjectProfile, page: SubjectPage) -> SubjectView:
    """A page of a subject; only the first has more than publications."""
    shown, is_first = data.shown, page.is_first
    return SubjectView(
        address=page.address,
        title=numbered(subject.name, page.part),
        crumbs=subject.crumbs if is_first else (*subject.crumbs, _first(subject, page)),
        active="units",
        label=subject.label,
        total=page.part.total,
        months=months(shown, page.part.items),
        pages=page_links(page.part),
        facts=_facts(data, subject) if is_first else (),
        people=subject.people if is_first else (),
        blocks=subject.blocks if is_first else (),
        others=shown.rows(page.others[:PAGE]) if is_first else (),
        more=Link(message("全部 %(count)s 件", count=len(page.others)), page.more) if is_first and page.more else None,
    )


def others_page(data: SubjectData, subject: SubjectProfile, page: OthersPage) -> ListView:
    """A separate list of the entries that name a subject, if there are too many for its page."""
    first = Link(subject.name, data.shown.portal.addresses.subject(subject.kind, subject.id))
    return list_view(
        data.shown, page, message("提到%(name)s的", name=subject.name), crumbs=(*subject.crumbs, first), active="units"
    )


def _first(subject: SubjectProfile, page: SubjectPage) -> Link:
    return Link(subject.name, page.part.addresses[0])


def _facts(data: SubjectData, subject: SubjectProfile) -> tuple[Fact, ...]:
    return subject.facts + facts((message("学习档案"), data.dossiers(subject.kind, subject.id)))


def crumbs(shown: Shown, *more: Link | None) -> tuple[Link, ...]:
    """Breadcrumbs from the page of all units, if there is one."""
    top = (Link(in_context("many", "单位"), shown.portal.addresses.units()),) if shown.portal.has_units else ()
    return top + present(more)


def present(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """The links that are not None."""
    return tuple(link for link in links if link)


def _seat(group: Group, member: Member) -> str:
    """A seat in a group: the group and the role."""
    return message("%(group)s%(role)s", group=group.name, role=member.role or message("成员"))
