"""Entries of all years that share a type, a tag or an award. They include expired entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from yuandi.i18n import message
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.books import BookPage, planned_books
from yuandi.page_plan.collections import (
    AwardPage,
    AwardsPage,
    Collection,
    TagPage,
    TagsPage,
    planned_awards,
    planned_tags,
    planned_types,
    types,
)
from yuandi.pages.entry.honours import wall
from yuandi.pages.lists import PageLink, list_view, numbered, page_links
from yuandi.pages.parts import Count, Link
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import WallPart
from yuandi.pages.view import View

FIRST = 40
"""The maximum number of links of one kind on the page of the archive."""

WHOLE = 3
"""The number of rolls that the page of an award shows with all names."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Links into the archive under one heading; `more` links to the full list if there are too many."""

    title: str
    counts: tuple[Count, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsView(View):
    """All tags, or all awards, with how many entries each has."""

    template: ClassVar[str] = "counts.html"
    counts: tuple[Count, ...]
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardYear:
    """An award in one year: the roll and its names."""

    year: int
    roll: Link
    parts: tuple[WallPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardView(View):
    """An award in all years, the newest first: the latest rolls in full, earlier ones with the number of their names."""

    template: ClassVar[str] = "award.html"
    years: tuple[AwardYear, ...]
    earlier: tuple[Count, ...] = ()


def collection_pages(shown: Shown) -> Iterator[View]:
    """The pages of types, tags and awards."""
    archive = (Link(message("归档"), shown.portal.addresses.archive()),)
    for page in shown.plan.of(planned_types):
        yield list_view(shown, page, page.title, crumbs=archive)
    yield from _tags(shown, archive)
    yield from _awards(shown, archive)


def ways(shown: Shown) -> tuple[Counts, ...]:
    """The collections, for the page of the archive."""
    where, plan = shown.portal.addresses, shown.plan
    books = sum(isinstance(page, BookPage) for page in plan.of(planned_books))
    tags = [tag for page in plan.of(planned_tags) if isinstance(page, TagsPage) for tag in page.part.items]
    awards = [award for page in plan.of(planned_awards) if isinstance(page, AwardsPage) for award in page.awards]
    found = (
        Counts(message("按类型"), _counts(types(shown.published))),
        _way(message("按表彰"), _counts(awards), where.awards()),
        Counts(message("按书"), (Count(Link(message("书目"), where.library()), books),) if books else ()),
        _way(message("按标签"), _counts(tags), where.tags()),
    )
    return tuple(way for way in found if way.counts)


def _counts(collections: Iterable[Collection]) -> tuple[Count, ...]:
    """Collections with how many entries each has."""
    return tuple(
        Count(Link(collection.title, collection.address), len(collection.entries)) for collection in collections
    )


def _way(title: str, counts: tuple[Count, ...], address: str) -> Counts:
    more = Link(message("全部 %(count)s 项", count=len(counts)), address) if len(counts) > FIRST else None
    return Counts(title, counts[:FIRST], more)


def _tags(shown: Shown, archive: tuple[Link, ...]) -> Iterator[View]:
    crumbs = (*archive, Link(message("标签"), shown.portal.addresses.tags()))
    for page in shown.plan.of(planned_tags):
        if isinstance(page, TagPage):
            yield list_view(shown, page, page.title, crumbs=crumbs)
            continue
        yield CountsView(
            address=page.address,
            title=numbered(message("标签"), page.part),
            crumbs=archive,
            active="archive",
            counts=_counts(page.part.items),
            pages=page_links(page.part),
        )


def _awards(shown: Shown, archive: tuple[Link, ...]) -> Iterator[View]:
    for page in shown.plan.of(planned_awards):
        if isinstance(page, AwardPage):
            yield _award(shown, page, archive)
            continue
        counts = _counts(page.awards)
        yield CountsView(address=page.address, title=message("表彰"), crumbs=archive, active="archive", counts=counts)


def _award(shown: Shown, page: AwardPage, archive: tuple[Link, ...]) -> AwardView:
    return AwardView(
        address=page.address,
        title=page.title,
        crumbs=(*archive, Link(message("表彰"), shown.portal.addresses.awards())),
        active="archive",
        years=tuple(
            AwardYear(roll.record.year, shown.entry(roll), wall(shown, roll).parts) for roll in page.rolls[:WHOLE]
        ),
        earlier=tuple(
            Count(Link(year_label(roll.record.year), roll.address), len(roll.record.entries))
            for roll in page.rolls[WHOLE:]
        ),
    )
