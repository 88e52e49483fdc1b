"""What the rules about wording know of the portal: small, the same for all texts, and without entries."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from yuandi.entry_types.data_types.lexicon import LexiconItem
from yuandi.portal.portal import Portal

_POSTS = re.compile(r"[、，,；;/\s]+|兼(?:任)?")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds a post, with the names of their units and of the units above."""

    name: str
    post: str
    units: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """The words that an organisation has decided about, who holds which post, what its units are called."""

    lexicon: tuple[LexiconItem, ...] = ()
    script_share: float = 0.05
    holders: tuple[Holder, ...] = ()
    people: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()

    @cached_property
    def wrong(self) -> Mapping[str, tuple[tuple[str, LexiconItem], ...]]:
        """The wrong forms of the lexicon by their first two characters; where two items share a form, the first counts."""
        items: dict[str, LexiconItem] = {}
        for item in self.lexicon:
            for word in filter(None, item.wrong):
                items.setdefault(word, item)
        found: dict[str, tuple[tuple[str, LexiconItem], ...]] = {}
        for word, item in items.items():
            found[word[:2]] = (*found.get(word[:2], ()), (word, item))
        return found

    @cached_property
    def starts(self) -> re.Pattern[str] | None:
        """A pattern of the first characters of wrong forms; None without wrong forms."""
        first = "".join(sorted({re.escape(word[0]) for word in self.wrong}))
        return re.compile(f"[{first}]") if first else None

    @cached_property
    def posts(self) -> Mapping[str, tuple[Holder, ...]]:
        """Who holds each post."""
        found: dict[str, dict[Holder, None]] = {}
        for holder in self.holders:
            found.setdefault(holder.post, {})[holder] = None
        return {post: tuple(holders) for post, holders in found.items()}


def vocabulary_of(portal: Portal) -> Vocabulary:
    """The vocabulary of a portal."""
    held = tuple(_held(portal))
    names = {person.name for person in portal.people} | {item.name for item in portal.lexicon if item.name}
    return Vocabulary(
        lexicon=portal.lexicon,
        script_share=portal.policy.in_force.mixed_script_share,
        holders=held,
        people=frozenset(names | {holder.name for holder in held}),
        units=frozenset(name for unit in portal.units for name in (unit.name, unit.short) if name),
    )


def _held(portal: Portal) -> Iterator[Holder]:
    """Yield every post of every person: from people.yml, groups.yml and lexicon.yml."""
    above = _above(portal)
    for person in portal.people:
        ids = [unit.id for _, word in person.unit if (unit := portal.units.find(word))]
        units = frozenset[str]().union(*(above[identifier] for identifier in ids))
        yield from _holders(person.name, person.post, units)
    for group in portal.groups:
        for member in group.members:
            known = portal.people.find(member.person)
            yield from _holders(known.name if known else member.person, member.post, frozenset())
    for item in portal.lexicon:
        if item.name:
            yield from _holders(item.name, item.post, frozenset())


def _holders(name: str, posts: str | None, units: frozenset[str]) -> Iterator[Holder]:
    for post in _POSTS.split(posts or ""):
        if len(post) > 1 and len(name) > 1:
            yield Holder(name, post, units)


def _above(portal: Portal) -> Mapping[str, frozenset[str]]:
    """Return the names of each unit and of all units above it, by its id."""
    parents = {child.id: unit.id for unit in portal.units for child in unit.children}
    for unit in portal.units:
        parent = portal.units.find(unit.parent) if unit.parent else None
        if parent:
            parents.setdefault(unit.id, parent.id)
    found: dict[str, frozenset[str]] = {}
    for unit in portal.units:
        names: set[str] = set()
        seen: set[str] = set()
        identifier: str | None = unit.id
        while identifier and identifier not in seen:
            seen.add(identifier)
            current = portal.units.by_id[identifier]
            names |= {name for name in (current.name, current.short) if name}
            identifier = parents.get(identifier)
        found[unit.id] = frozenset(names)
    return found
