"""Markdown → HTML that is safe to show, with links that lead where the files are.

One converter is made and used again for every body. Links to `.md` files and to files beside the entry become
addresses relative to the page; what the audience may not see keeps its words and loses its link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from yuandi.body import SAFE_SCHEMES, Link
from yuandi.entry import Entry
from yuandi.views.shown import Shown

_TAGS = nh3.ALLOWED_TAGS | {
    "button", "colgroup", "col", "details", "dialog", "figcaption", "figure", "input", "label", "main", "section",
    "summary", "picture", "source", "video", "audio", "svg", "path", "ruby", "rt", "rp", "u", "s",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "role", "aria-label", "aria-hidden", "tabindex", "style"},
    "a": {"href", "name", "download"},
    "img": {"src", "alt", "width", "height", "loading", "align"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "reversed"},
    "details": {"open"},
    "col": {"span"},
    "colgroup": {"span"},
    "source": {"src", "type", "media"},
    "video": {"src", "controls", "poster", "width", "height"},
    "audio": {"src", "controls"},
    "svg": {"viewBox", "width", "height", "xmlns"},
    "path": {"d", "fill"},
    "blockquote": {"cite"},
    "time": {"datetime"},
    "div": {"data-tabs"},
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: depth, words, anchor."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML, and its headings."""

    html: str
    headings: tuple[Heading, ...]


def sanitised(html: str) -> str:
    """HTML without scripts, event handlers, frames, forms and unsafe addresses."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(SAFE_SCHEMES),
        link_rel="noopener",
        filter_style_properties={"text-align", "width"},
    )


class Bodies:
    """Converts bodies with the site's own Markdown extensions."""

    def __init__(self, shown: Shown, extensions: Sequence[Any], configs: Mapping[str, Any]) -> None:
        self._links = _Links(shown)
        self._markdown = Markdown(extensions=list(extensions), extension_configs=dict(configs))
        self._markdown.treeprocessors.register(self._links, "yuandi_links", 0)

    def convert(self, entry: Entry[Any]) -> Body:
        """The body of one entry."""
        self._links.entry = entry
        self._markdown.reset()
        html = sanitised(self._markdown.convert(entry.body))
        tokens = getattr(self._markdown, "toc_tokens", [])
        return Body(html, tuple(_headings(tokens)))


def _headings(tokens: Sequence[Mapping[str, Any]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], token["name"], token["id"]))
        found += _headings(token["children"])
    return found


class _Links(Treeprocessor):
    """Turns the targets of links and pictures into addresses relative to the page."""

    entry: Entry[Any]

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag) if isinstance(element.tag, str) else None
            target = element.get(name) if name else None
            if name and target:
                address = self._address(target)
                if address is None:
                    element.attrib.pop(name)
                else:
                    element.set(name, address)

    def _address(self, target: str) -> str | None:
        """The address to print; None where the page may not be shown."""
        link = Link(target, 0, 0)
        if link.is_outside or not link.path:
            return target
        portal = self._shown.portal
        rooted = link.path.startswith("/")
        path = normpath(link.path.lstrip("/") if rooted else join(dirname(self.entry.path), link.path))
        page = portal.by_path.get(path)
        anchor = f"#{quote(link.anchor)}" if link.anchor else ""
        if page is not None:
            return relative(self.entry.address, page.address) + anchor if page.id in self._shown.ids else None
        if path in portal.files:
            return relative(self.entry.address, path) + anchor
        return relative(self.entry.address, link.path.lstrip("/")) + anchor if rooted else target


def relative(page: str, address: str) -> str:
    """An address as seen from a page, both relative to the site's root; quoted for HTML."""
    folder = page if page.endswith("/") or not page else dirname(page)
    way = relpath(address or ".", folder or ".")
    ends = "/" if address.endswith("/") or not address else ""
    return quote("./" if way == "." else f"{way}{ends}", safe="/.-_~%")
