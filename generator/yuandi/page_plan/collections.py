"""The pages of entries of all years that share a type, a tag or an award. They include expired entries."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from yuandi.base.slugs import slug
from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll
from yuandi.page_plan.columns import PAGE
from yuandi.page_plan.planned_page import Listed, Planned, cut
from yuandi.page_plan.published import Published

TAGS = 300
"""The maximum number of tags on a page."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Entries that share something: its name, the address of its first page, the entries newest first."""

    title: str
    address: str
    entries: Sequence[Entry[Any]]


@dataclass(frozen=True, slots=True)
class TypePage(Listed[Entry[Any]]):
    """A page of the entries of a type."""

    title: str


@dataclass(frozen=True, slots=True)
class TagsPage(Listed[Collection]):
    """A page of all tags, the fullest first."""


@dataclass(frozen=True, slots=True)
class TagPage(Listed[Entry[Any]]):
    """A page of the entries with a tag."""

    title: str


@dataclass(frozen=True, slots=True)
class AwardsPage(Planned):
    """The page of all awards."""

    awards: Sequence[Collection]


@dataclass(frozen=True, slots=True)
class AwardPage(Planned):
    """The page of an award, with its rolls, the newest year first."""

    title: str
    rolls: Sequence[Entry[HonourRoll]]


def planned_types(published: Published) -> Iterator[TypePage]:
    """The pages of every type that has entries."""
    where = published.portal.addresses
    for name, entries in _by_type(published):
        for part in cut(entries, PAGE, partial(where.type, name)):
            yield TypePage(part, entries[0].type.message)


def types(published: Published) -> Iterator[Collection]:
    """Every type that has entries, the fullest first."""
    for name, entries in _by_type(published):
        yield Collection(entries[0].type.message, published.portal.addresses.type(name), entries)


def _by_type(published: Published) -> list[tuple[str, Sequence[Entry[Any]]]]:
    found: dict[str, list[Entry[Any]]] = {}
    for entry in published.entries:
        found.setdefault(entry.type.name, []).append(entry)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def planned_tags(published: Published) -> Iterator[TagsPage | TagPage]:
    """The pages of all tags, and the pages of each tag."""
    where = published.portal.addresses
    found = _tags(published)
    if not found:
        return
    fullest_first = sorted(found.values(), key=lambda tag: (-len(tag.entries), tag.title))
    yield from map(TagsPage, cut(fullest_first, TAGS, where.tags))
    for tag in found.values():
        for part in cut(tag.entries, PAGE, partial(where.tag, tag.title)):
            yield TagPage(part, tag.title)


def _tags(published: Published) -> Mapping[str, Collection]:
    """Tags by their slugs: in the most frequent spelling, with their entries."""
    entries: dict[str, dict[str, Entry[Any]]] = {}
    spellings: dict[str, Counter[str]] = {}
    for entry in published.entries:
        for tag in entry.record.tags:
            if key := slug(tag):
                entries.setdefault(key, {})[entry.id] = entry
                spellings.setdefault(key, Counter())[tag] += 1
    titles = {key: min(counts, key=lambda tag: (-counts[tag], tag)) for key, counts in spellings.items()}
    address = published.portal.addresses.tag
    return {key: Collection(titles[key], address(titles[key]), tuple(entries[key].values())) for key in sorted(entries)}


def planned_awards(published: Published) -> Iterator[AwardsPage | AwardPage]:
    """The page of all awards, and that of each."""
    where = published.portal.addresses
    found: dict[str, list[Entry[HonourRoll]]] = {}
    for roll in sorted(published.of(HonourRoll), key=lambda roll: (-roll.record.year, roll.id)):
        if key := slug(roll.record.award):
            found.setdefault(key, []).append(roll)
    awards = [(rolls[0].record.award, rolls) for rolls in found.values()]
    if awards:
        yield AwardsPage(where.awards(), [Collection(title, where.award(title), rolls) for title, rolls in awards])
    for title, rolls in awards:
        yield AwardPage(where.award(title), title, rolls)
