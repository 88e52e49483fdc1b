"""Entries through the years by what they share: a type, a tag, an award. Expired entries are here too."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from yuandi.base.slugs import slug
from yuandi.content.entry import Entry
from yuandi.entry_types import BookList, HonourRoll
from yuandi.pages.entry.honours import wall
from yuandi.pages.lists import ListView, Page, cut, months, page_links
from yuandi.pages.parts import Count, Link, WallPart
from yuandi.pages.shown import Shown
from yuandi.pages.view import View

FIRST = 40
"""So many ways of one kind stand on the page of the archive."""

TAGS = 300
"""So many tags stand on one page."""

WHOLE = 3
"""So many rolls of an award stand on its page with all names."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Ways into the archive under one heading; `more` leads to all of them where there are many."""

    title: str
    counts: tuple[Count, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsView(View):
    """All tags, or all awards, with how many entries each has."""

    template: ClassVar[str] = "counts.html"
    counts: tuple[Count, ...]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardYear:
    """An award in one year: the roll and its names."""

    year: int
    roll: Link
    parts: tuple[WallPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardView(View):
    """An award through the years, the newest first: the last rolls whole, the others with how many names they have."""

    template: ClassVar[str] = "award.html"
    years: tuple[AwardYear, ...]
    earlier: tuple[Count, ...] = ()


def collection_pages(shown: Shown) -> Iterator[View]:
    """The pages of types, tags and awards."""
    yield from _types(shown)
    yield from _tags(shown)
    yield from _awards(shown)


def ways(shown: Shown) -> tuple[Counts, ...]:
    """The collections, for the page of the archive."""
    where = shown.portal.addresses
    books = len({where.book(book.title, book.author) for one in shown.of(BookList) for book in one.record.books})
    found = (
        Counts("按类型", tuple(Count(Link(label, where.type(name)), len(its)) for name, label, its in by_type(shown))),
        _way("按表彰", _award_counts(shown), where.awards()),
        Counts("按书", (Count(Link("书目", where.library()), books),) if books else ()),
        _way("按标签", _tag_counts(shown), where.tags()),
    )
    return tuple(one for one in found if one.counts)


def _way(title: str, counts: tuple[Count, ...], address: str) -> Counts:
    more = Link(f"全部 {len(counts)} 项", address) if len(counts) > FIRST else None
    return Counts(title, counts[:FIRST], more)


def by_type(shown: Shown) -> Iterator[tuple[str, str, Sequence[Entry[Any]]]]:
    """Each type that has entries: its name, its label, its entries newest first; in the order of their numbers."""
    found: dict[str, list[Entry[Any]]] = {}
    labels: dict[str, str] = {}
    for entry in shown.entries:
        found.setdefault(entry.type.name, []).append(entry)
        labels[entry.type.name] = entry.type.label
    for name in sorted(found, key=lambda name: (-len(found[name]), name)):
        yield name, labels[name], found[name]


def by_tag(shown: Shown) -> Mapping[str, tuple[str, Sequence[Entry[Any]]]]:
    """Tags that make one address: as most entries write it, and the entries, newest first."""
    entries: dict[str, dict[str, Entry[Any]]] = {}
    spellings: dict[str, Counter[str]] = {}
    for entry in shown.entries:
        for tag in entry.record.tags:
            if key := slug(tag):
                entries.setdefault(key, {})[entry.id] = entry
                spellings.setdefault(key, Counter())[tag] += 1
    said = {key: min(counts, key=lambda tag: (-counts[tag], tag)) for key, counts in spellings.items()}
    return {key: (said[key], tuple(entries[key].values())) for key in sorted(entries)}


def _types(shown: Shown) -> Iterator[ListView]:
    where = shown.portal.addresses
    crumbs = (Link("归档", where.archive()),)
    for name, label, entries in by_type(shown):
        yield from _list(shown, label, entries, crumbs, partial(where.type, name))


def _tags(shown: Shown) -> Iterator[View]:
    where = shown.portal.addresses
    archive = Link("归档", where.archive())
    counts = _tag_counts(shown)
    parts = [counts[start : start + TAGS] for start in range(0, len(counts), TAGS)]
    for number, part in enumerate(parts, start=1):
        yield CountsView(
            address=where.tags(number),
            title="标签" + (f"（第 {number} 页）" if number > 1 else ""),
            crumbs=(archive,),
            active="archive",
            counts=part,
            pages=page_links(len(parts), number, where.tags),
        )
    crumbs = (archive, Link("标签", where.tags()))
    for word, entries in by_tag(shown).values():
        yield from _list(shown, word, entries, crumbs, partial(where.tag, word))


def _tag_counts(shown: Shown) -> tuple[Count, ...]:
    """Tags with how many entries each has, the fullest first."""
    counts = (Count(Link(word, shown.portal.addresses.tag(word)), len(its)) for word, its in by_tag(shown).values())
    return tuple(sorted(counts, key=lambda one: (-one.count, one.link.text)))


def by_award(shown: Shown) -> Mapping[str, Sequence[Entry[HonourRoll]]]:
    """Honour rolls by their award, the newest year first."""
    found: dict[str, list[Entry[HonourRoll]]] = {}
    for roll in sorted(shown.of(HonourRoll), key=lambda roll: (-roll.record.year, roll.id)):
        if key := slug(roll.record.award):
            found.setdefault(key, []).append(roll)
    return found


def _award_counts(shown: Shown) -> tuple[Count, ...]:
    """Awards with how many rolls each has."""
    return tuple(
        Count(Link(rolls[0].record.award, shown.portal.addresses.award(rolls[0].record.award)), len(rolls))
        for rolls in by_award(shown).values()
    )


def _awards(shown: Shown) -> Iterator[View]:
    where = shown.portal.addresses
    archive = Link("归档", where.archive())
    counts = _award_counts(shown)
    if counts:
        yield CountsView(address=where.awards(), title="表彰", crumbs=(archive,), active="archive", counts=counts)
    for rolls in by_award(shown).values():
        name = rolls[0].record.award
        yield AwardView(
            address=where.award(name),
            title=name,
            crumbs=(archive, Link("表彰", where.awards())),
            active="archive",
            years=tuple(
                AwardYear(roll.record.year, shown.entry(roll), wall(shown, roll).parts) for roll in rolls[:WHOLE]
            ),
            earlier=tuple(
                Count(Link(f"{roll.record.year}年", roll.address), len(roll.record.entries)) for roll in rolls[WHOLE:]
            ),
        )


def _list(
    shown: Shown,
    title: str,
    entries: Sequence[Entry[Any]],
    crumbs: tuple[Link, ...],
    address: Callable[[int], str],
) -> Iterator[ListView]:
    parts = cut(entries)
    for number, part in enumerate(parts, start=1):
        yield ListView(
            address=address(number),
            title=title + (f"（第 {number} 页）" if number > 1 else ""),
            crumbs=crumbs,
            active="archive",
            total=len(entries),
            months=months(shown, part),
            pages=page_links(len(parts), number, address),
        )
