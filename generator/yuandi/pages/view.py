"""A page as a value: its address, its template, its content. And the frame that all pages share."""

from dataclasses import dataclass
from typing import ClassVar

from yuandi.pages.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page. `template` is in the theme's `yuandi` folder; `crumbs` lead from home to the page's place."""

    template: ClassVar[str]
    address: str
    title: str
    summary: str = ""
    crumbs: tuple[Link, ...] = ()
    active: str = ""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place in the navigation; `id` is what a page's `active` names."""

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows: the site's name, its columns and other links. Small and the same everywhere."""

    site_name: str
    home: str
    columns: tuple[NavItem, ...]
    places: tuple[NavItem, ...]
    pages: tuple[Link, ...]
    newest: str
    archive: str
    feed: str | None = None
    search: str | None = None
    lang: str = "zh"
