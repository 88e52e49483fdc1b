"""Bodies as their pages show them: converted, with links that lead to the addresses of pages.

Every target that the check accepts, a path or an address, becomes an address relative to the page. A link to a page that
the audience may not see keeps its words and loses its address.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from yuandi.content.addresses import meant, relative
from yuandi.markdown.convert import Converter
from yuandi.markdown.links import TARGETS, Link
from yuandi.markdown.sanitise import Heading

_LINKED = re.compile(rf"<(?:{'|'.join(sorted(TARGETS))})\b(?:[^<>\"]|\"[^\"]*\")*>")
_TARGET = re.compile(rf" ({'|'.join(sorted(frozenset().union(*TARGETS.values())))})=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML, its headings, and its Markdown."""

    html: str
    headings: tuple[Heading, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies of entries as their pages show them.

    `targets` maps paths to addresses; None is a page that the audience may not see.
    """

    targets: Mapping[str, str | None]
    converter: Converter

    def convert(self, path: str, address: str, text: str) -> Body:
        """The body of the entry at `path`, for its page at `address`."""
        fragment = self.converter.convert(text)
        return Body(resolved(fragment.html, path, address, self.targets), fragment.headings, text)


def resolved(html: str, path: str, address: str, targets: Mapping[str, str | None], *, page_first: bool = False) -> str:
    """Safe HTML of the file at `path`, its links relative to the page at `address`.

    `page_first` is for HTML that MkDocs has rendered: most of its links are relative to the page already.
    """

    def attribute(found: re.Match[str]) -> str:
        target = _address(found[2], path, address, targets, page_first=page_first)
        return "" if target is None else f' {found[1]}="{target}"'

    if '="' not in html:
        return html
    return _LINKED.sub(lambda tag: _TARGET.sub(attribute, tag[0]), html)


def _address(
    written: str, path: str, address: str, targets: Mapping[str, str | None], *, page_first: bool
) -> str | None:
    """The address to print, escaped; None if the audience may not see the page. An unknown target stays as written."""
    link = Link(written, 0, 0)
    if link.is_outside or not link.path:
        return written
    word = meant(targets, path, address, link.path, page_first=page_first)
    if word is None:
        return written
    found = targets[word]
    anchor = f"#{quote(link.anchor)}" if link.anchor else ""
    return None if found is None else escape(relative(address, found) + anchor)
