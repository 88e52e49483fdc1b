"""Conversion of bodies from Markdown to safe HTML, by the faster of two parsers that agree on the body.

The result depends on the text and the Markdown settings alone, so it can be kept.
"""

from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from markdown import Markdown
from yuandi.markdown.fast_convert import convert_plain, fits, is_plain
from yuandi.markdown.sanitise import Fragment, Heading, sanitised


class Converter:
    """Converts Markdown to fragments with the site's extensions; `native` and `reference` count the bodies by parser."""

    def __init__(self, extensions: Sequence[Any], configs: Mapping[str, Any], *, fast: bool = True) -> None:
        self._extensions, self._configs = list(extensions), dict(configs)
        self._fast = fast and fits(extensions, configs)
        self._reference: Markdown | None = None
        self.native = 0
        self.reference = 0

    def convert(self, text: str) -> Fragment:
        """A body as safe HTML: by the native parser if both are known to agree, else by Python-Markdown."""
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
    """Headings with their text, which Python-Markdown gives as HTML."""
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], unescape(token["name"]), token["id"]))
        found += _headings(token["children"])
    return found
