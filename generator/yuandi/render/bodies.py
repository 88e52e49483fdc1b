"""Markdown → HTML: bodies by the parser that fits, then links that lead where the pages are.

A fragment depends on its text and the Markdown settings alone, so it can be kept; links are resolved afterwards.
Whatever the check accepts, be it a path or an address, becomes an address relative to the page; what the audience
may not see keeps its words and loses its link.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any
from urllib.parse import quote

from markdown import Markdown
from yuandi.content.addresses import meant, relative
from yuandi.markdown.fast_convert import convert_plain, fits, is_plain
from yuandi.markdown.links import TARGETS, Link
from yuandi.markdown.sanitise import Fragment, Heading, sanitised

_LINKED = re.compile(rf"<(?:{'|'.join(sorted(TARGETS))})\b(?:[^<>\"]|\"[^\"]*\")*>")
_TARGET = re.compile(rf" ({'|'.join(sorted(frozenset().union(*TARGETS.values())))})=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML, its headings, and the Markdown that it was."""

    html: str
    headings: tuple[Heading, ...]
    text: str


class Converter:
    """Markdown → fragments, with the site's own extensions; counts which parser took how many."""

    def __init__(self, extensions: Sequence[Any], configs: Mapping[str, Any], *, fast: bool = True) -> None:
        self._extensions, self._configs = list(extensions), dict(configs)
        self._fast = fast and fits(extensions, configs)
        self._reference: Markdown | None = None
        self.native = 0
        self.reference = 0

    def convert(self, text: str) -> Fragment:
        """One body: by the native parser where both are known to agree, else by Python-Markdown."""
        if self._fast and is_plain(text):
            self.native += 1
            return convert_plain(text)
        self.reference += 1
        return self._by_reference(text)

    def _by_reference(self, text: str) -> Fragment:
        if self._reference is None:
            self._reference = Markdown(extensions=self._extensions, extension_configs=self._configs)
        self._reference.reset()
        html = sanitised(self._reference.convert(text))
        return Fragment(html, tuple(_headings(getattr(self._reference, "toc_tokens", []))))


def _headings(tokens: Sequence[Mapping[str, Any]]) -> list[Heading]:
    """Headings with their words; Python-Markdown gives them as HTML."""
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], unescape(token["name"]), token["id"]))
        found += _headings(token["children"])
    return found


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies of entries as their pages show them. `targets` tells where a path leads; None: not for this audience."""

    targets: Mapping[str, str | None]
    converter: Converter

    def convert(self, path: str, address: str, text: str) -> Body:
        """The body of the entry at `path`, for its page at `address`."""
        fragment = self.converter.convert(text)
        return Body(resolved(fragment.html, path, address, self.targets), fragment.headings, text)


def resolved(html: str, path: str, address: str, targets: Mapping[str, str | None], *, page_first: bool = False) -> str:
    """Safe HTML of the file at `path` with its links leading where the pages are, as seen from the page at `address`.

    `page_first` is for what MkDocs has rendered: most of its links are seen from the page already.
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
    """The address to print, escaped; None where the page may not be shown. What means nothing stays as it is."""
    link = Link(written, 0, 0)
    if link.is_outside or not link.path:
        return written
    word = meant(targets, path, address, link.path, page_first=page_first)
    if word is None:
        return written
    found = targets[word]
    anchor = f"#{quote(link.anchor)}" if link.anchor else ""
    return None if found is None else escape(relative(address, found) + anchor)
