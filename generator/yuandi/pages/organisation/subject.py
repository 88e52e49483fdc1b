"""The page of a subject: facts, what it owes, leads and won, how it stands, what it published; and where that is cut."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, ClassVar

from yuandi.content.entry import Entry
from yuandi.pages.deadlines import Deadline, owed
from yuandi.pages.entry.showing import facts
from yuandi.pages.lists import PAGE, ListView, cut, months, page_links
from yuandi.pages.organisation.related import Entries, Related
from yuandi.pages.parts import Block, Fact, Link, Row
from yuandi.pages.shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView(ListView):
    """The page of a unit, a person or a group. `months` are what it published, `others` what else names it."""

    template: ClassVar[str] = "subject.html"
    label: str
    people: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    others: tuple[Row, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class Told:
    """What is told of subjects, gathered once for all of them."""

    shown: Shown
    related: Related

    @cached_property
    def owed(self) -> Mapping[tuple[str, str], Sequence[Deadline]]:
        """Who owes what."""
        return owed(self.shown)

    def entries(self, kind: str, identifier: str) -> Entries:
        """The entries of a subject."""
        return self.related.get((kind, identifier), Entries())

    def dossiers(self, kind: str, identifier: str) -> tuple[Link, ...]:
        """The dossiers of a subject, the newest year first."""
        where = self.shown.portal.addresses
        years = self.shown.portal.dossiers.of(kind, identifier)
        return tuple(Link(f"{year}年", where.dossier(kind, identifier, year)) for year in years)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One subject: what it is called, what is told of it, and the way to its page."""

    kind: str
    id: str
    name: str
    label: str
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    people: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()


def subject_pages(told: Told, subject: Subject) -> Iterator[ListView]:
    """One or more pages of a subject: all but what it published stands on the first."""
    shown, entries = told.shown, told.entries(subject.kind, subject.id)
    where = partial(shown.portal.addresses.subject, subject.kind, subject.id)
    first = where()
    parts = cut(entries.own)
    for page, part in enumerate(parts, start=1):
        is_first = page == 1
        yield SubjectView(
            address=_paged(where, page),
            title=subject.name + ("" if is_first else f"（第 {page} 页）"),
            crumbs=subject.crumbs if is_first else (*subject.crumbs, Link(subject.name, first)),
            active="units",
            label=subject.label,
            total=len(entries.own),
            months=months(shown, part),
            pages=page_links(len(parts), page, partial(_paged, where)),
            facts=_facts(told, subject) if is_first else (),
            people=subject.people if is_first else (),
            blocks=subject.blocks if is_first else (),
            others=shown.rows(entries.others[:PAGE]) if is_first else (),
            more=_more(entries.others, where("related")) if is_first else None,
        )
    if len(entries.others) > PAGE:
        yield from _all_others(shown, subject, first, entries.others, partial(where, "related"))


def _facts(told: Told, subject: Subject) -> tuple[Fact, ...]:
    return subject.facts + facts(("学习档案", told.dossiers(subject.kind, subject.id)))


def _paged(where: Callable[..., str], number: int) -> str:
    return where("page", f"{number}") if number > 1 else where()


def _more(others: Sequence[Entry[Any]], address: str) -> Link | None:
    return Link(f"全部 {len(others)} 件", address) if len(others) > PAGE else None


def _all_others(
    shown: Shown, subject: Subject, first: str, others: Sequence[Entry[Any]], where: Callable[..., str]
) -> Iterator[ListView]:
    """A list of its own where more entries name a subject than its page has room for."""
    parts = cut(others)
    for number, part in enumerate(parts, start=1):
        yield ListView(
            address=_paged(where, number),
            title=f"提到{subject.name}的" + (f"（第 {number} 页）" if number > 1 else ""),
            crumbs=(*subject.crumbs, Link(subject.name, first)),
            active="units",
            total=len(others),
            months=months(shown, part),
            pages=page_links(len(parts), number, partial(_paged, where)),
        )


def crumbs(shown: Shown, *more: Link | None) -> tuple[Link, ...]:
    """The way to the page of all units, where there is one, and on."""
    top = (Link("单位", shown.portal.addresses.units()),) if shown.portal.has_units else ()
    return top + present(more)


def present(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """The links that there are."""
    return tuple(link for link in links if link)
