"""The texts of an entry that readers see: title, summary and body, without Markdown and HTML syntax. Pure.

Code, comments, addresses, tags, attributes and entities are blanked out, and every character keeps its place, so that
a finding in a text points to the file. Text within raw HTML and tables is read, since it is published.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from yuandi.base.diagnostics import Fix
from yuandi.base.source import Location
from yuandi.content.entry import Entry
from yuandi.facts.standing import is_unpublished
from yuandi.front_matter.value_positions import characters
from yuandi.markdown.code_and_comments import blanked, fenced, has_any, latin, only_markdown, raw_html
from yuandi.markdown.links import Link

Part = Literal["title", "summary", "body"]

_TITLED = re.compile(r"^[\"']?(?:title|标题)[\"']?[ \t]*:", re.M)
_CODE = re.compile(r"<(pre|code|kbd|samp|script|style|textarea)\b", re.I)
TAG = re.compile(r"</?[a-zA-Z][^\s<>/]*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\"'<>])*+>")
_LINK_TITLE = re.compile(r">?[ \t]*\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*')(?=\s*\)|[ \t]*(?:\n|\Z))")
_HIDING = ("`", "<", "~~~", "\n    ", "\t")
"""A body with code, comments or HTML contains at least one of these."""
_SIGNS = {
    "://": re.compile(r"(?<![a-z0-9])[a-z][a-z0-9+.-]{1,15}://[!-(*-~]+", re.I),
    "www.": re.compile(r"(?<![A-Za-z0-9])www\.[!-(*-~]+"),
    "&": re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"),
    "{": re.compile(r"\{(?::| ?[#.])[^{}\n]*+\}"),
    "[^": re.compile(r"\[\^[^\]\s]+\]"),
}
"""Patterns that are not text, each by characters that every match contains."""
_LIKE_GB_2312 = "—·〇"
"""Common characters that Python's GB 2312 lacks."""
_SAFE_IN_YAML = re.compile(r"(?:[\w·（），。；：？！“”《》、][\w·（），。；：？！“”《》、*]*)?")


@dataclass(frozen=True, slots=True)
class Signs:
    """Characters and words: every text in which a rule finds something contains at least one of them."""

    latin: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Sequence[str]) -> "Signs":
        """Return signs, with those apart that can be looked for among Latin characters."""
        latin = [word for word in words if max(word) <= "\xff"]
        return cls(tuple(latin), tuple(word for word in words if word not in latin))


@dataclass(frozen=True, slots=True)
class Prose:
    """One text of an entry. `text` is `source` with blanks in place of everything that readers do not see.

    `latin` holds its digits, Latin letters and ASCII signs. `is_plain` says that all its characters are in GB 2312,
    so that none is broken or traditional.
    """

    part: Part
    text: str
    source: str
    entry: Entry[Any]
    links: Sequence[Link]
    latin: str
    is_plain: bool

    @classmethod
    def of(cls, part: Part, text: str, source: str, entry: Entry[Any], links: Sequence[Link] = ()) -> "Prose":
        """Return a text with `latin` and `is_plain`, which quickly tell that there is nothing to find in it."""
        return cls(
            part=part,
            text=text,
            source=source,
            entry=entry,
            links=links,
            latin=latin(text),
            is_plain=_is_plain(text),
        )

    def has_any(self, signs: Signs) -> bool:
        """Whether any of the signs occurs. Mostly none does, and a rule has nothing to look for."""
        text = self.text
        if signs.latin and has_any(text, self.latin, signs.latin):
            return True
        for sign in signs.other:  # noqa: SIM110  # any() takes twice as long
            if sign in text:
                return True
        return False

    @property
    def is_published(self) -> bool:
        """Whether the entry is meant for readers."""
        return not is_unpublished(self.entry)

    def at(self, start: int, end: int) -> Location:
        """Return the place in the file of the characters from `start` to `end` of the text."""
        if self.part == "body":
            return self.entry.at_body(start, end)
        places = self._places()
        if places is None:
            return self.entry.at(self.part)
        return self.entry.origin.document.at(places[start][0], places[end - 1][1])

    def fix(self, start: int, end: int, replacement: str, *, on_request: bool = False) -> Fix | None:
        """Return a fix that replaces a part of the text; None where the front matter does not hold it in one piece."""
        if self.part == "body":
            begins = self.entry.body_start + start
        else:
            places = self._places()
            if places is None or not _SAFE_IN_YAML.fullmatch(replacement):
                return None
            begins = places[start][0]
        ends = begins + end - start
        if self.entry.origin.document.text[begins:ends] != self.source[start:end]:
            return None
        return Fix(begins, ends, replacement, on_request)

    def _places(self) -> Sequence[tuple[int, int]] | None:
        """Where each character of a value in the front matter stands in the file."""
        value = self.entry.origin.value(self.part)
        if value is None:
            return None
        found = characters(self.entry.origin.document.text[slice(*value)], self.source)
        return found and [(value[0] + start, value[0] + end) for start, end in found]


def _is_plain(text: str) -> bool:
    for character in _LIKE_GB_2312:
        text = text.replace(character, "")
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def texts(entry: Entry[Any], links: Sequence[Link]) -> Iterator[Prose]:
    """Yield the texts of an entry; `links` are those of its body. The title of a page is left out where it comes from the body."""
    record = entry.record
    if not entry.type.is_plain or _TITLED.search(entry.origin.document.text, 0, entry.body_start):
        yield Prose.of("title", record.title, record.title, entry)
    if record.summary:
        yield Prose.of("summary", record.summary, record.summary, entry)
    body = entry.body
    if body.strip():
        yield Prose.of("body", readable(body, links), body, entry, links)


def readable(body: str, links: Iterable[Link]) -> str:
    """Return a body with blanks in place of what readers do not see; `links` are those that `markdown.links` finds in it."""
    among = latin(body)
    if not has_any(body, among, _HIDING) and not body.startswith("    "):
        return _without_signs(blanked(body, _targets(body, links)), among)
    text = blanked(body, fenced(body))
    raw = [span for span in raw_html(text) if span[1] <= len(text)]
    converted = only_markdown(text, raw)
    if raw:
        outside = zip([0, *(end for _, end in raw)], [*(start for start, _ in raw), len(text)], strict=True)
        inside = (text[slice(*span)] for span in raw)
        pieces = [converted[slice(*span)] for span in outside]
        converted = "".join(piece for pair in zip(pieces, (*inside, ""), strict=True) for piece in pair)
    text = blanked(converted, _targets(converted, links))
    if "<" in text:
        text = blanked(text, _comments(text))
        text = blanked(text, _code(text))
        text = blanked(text, (tag.span() for tag in TAG.finditer(text)))
    return _without_signs(text, among)


def _without_signs(text: str, among: str) -> str:
    for sign, pattern in _SIGNS.items():
        if sign in among and sign in text:
            text = blanked(text, (found.span() for found in pattern.finditer(text)))
    return text


def _targets(text: str, links: Iterable[Link]) -> Iterator[tuple[int, int]]:
    """Where the targets of links stand, with their titles."""
    position = 0
    for link in links:
        if link.start >= position:
            title = _LINK_TITLE.match(text, link.end)
            position = title.end() if title else link.end
            yield link.start, position


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 2)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of code elements with their content; an element that is never closed is not code."""
    lower = text.lower()
    position = 0
    unclosed: set[str] = set()
    for opening in _CODE.finditer(text):
        tag = opening[1].lower()
        if opening.start() < position or tag in unclosed:
            continue
        end = lower.find(f"</{tag}", opening.end())
        if end < 0:
            unclosed.add(tag)
            continue
        position = end
        yield opening.start(), end
