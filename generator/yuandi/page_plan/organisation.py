"""The pages of units, people and groups: their publications, and the other entries that name them if there are many."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Group, Person, Unit
from yuandi.entry_types.fields import references
from yuandi.page_plan.columns import PAGE
from yuandi.page_plan.planned_page import Listed, Planned, cut
from yuandi.page_plan.published import Published

_PUBLISHING = {"unit": ("unit",), "person": ("author", "authors"), "group": ("host", "decided_by")}
"""The fields that make an entry a subject's own, in the order of the subjects' pages."""

Whose = tuple[str, str]
"""A kind of subject, `unit`, `person` or `group`, and its id."""


@dataclass(frozen=True, slots=True)
class Named:
    """The entries of a subject, newest first: its own, and the others that name it."""

    own: tuple[Entry[Any], ...] = ()
    others: tuple[Entry[Any], ...] = ()


@dataclass(frozen=True, slots=True)
class UnitsPage(Planned):
    """The page of all units and groups."""

    named: Mapping[Whose, Named]


@dataclass(frozen=True, slots=True)
class SubjectPage(Listed[Entry[Any]]):
    """A page of a subject's publications; `more` is the address of the entries that the first page has no room for."""

    kind: str
    id: str
    others: tuple[Entry[Any], ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class OthersPage(Listed[Entry[Any]]):
    """A page of the entries of others that name a subject."""

    kind: str
    id: str


OrganisationPage = UnitsPage | SubjectPage | OthersPage


def planned_organisation(published: Published) -> Iterator[OrganisationPage]:
    """The pages of all units, people and groups; and the page of the tree, if there are units or groups."""
    portal = published.portal
    named = _named(published) if portal.has_units or portal.people.by_id else {}
    if portal.has_units:
        yield UnitsPage(portal.addresses.units(), named)
    for kind in _PUBLISHING:
        for subject in portal.directory(kind):
            yield from _pages(published, kind, subject.id, named.get((kind, subject.id), Named()))


def _pages(published: Published, kind: str, identifier: str, named: Named) -> Iterator[OrganisationPage]:
    where = partial(published.portal.addresses.subject, kind, identifier)
    rest = list(cut(named.others, PAGE, partial(where, "related"))) if len(named.others) > PAGE else []
    more = rest[0].addresses[0] if rest else None
    for part in cut(named.own, PAGE, partial(where, "")):
        yield SubjectPage(part, kind, identifier, named.others, more)
    yield from (OthersPage(part, kind, identifier) for part in rest)


def _named(published: Published) -> Mapping[Whose, Named]:
    """The entries of each subject, from one pass over the references of all listed entries."""
    own: dict[Whose, dict[str, Entry[Any]]] = {}
    others: dict[Whose, dict[str, Entry[Any]]] = {}
    for entry in published.listed:
        for path, refers, word in references(entry.record):
            found = _subject(published, refers.kinds, word)
            if found:
                kind, subject = found
                is_own = path[0] in _PUBLISHING[kind]
                (own if is_own else others).setdefault((kind, subject.id), {})[entry.id] = entry
    return {whose: _apart(own.get(whose, {}), others.get(whose, {})) for whose in {**own, **others}}


def _subject(published: Published, kinds: tuple[str, ...], word: str) -> tuple[str, Unit | Person | Group] | None:
    for kind in kinds:
        if kind in _PUBLISHING and (subject := published.portal.directory(kind).find(word)):
            return kind, subject
    return None


def _apart(own: Mapping[str, Entry[Any]], others: Mapping[str, Entry[Any]]) -> Named:
    return Named(tuple(own.values()), tuple(entry for identifier, entry in others.items() if identifier not in own))
