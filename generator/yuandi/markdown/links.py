"""The links and pictures of a Markdown body, with their places. Pure.

The scan skips code, comments and Markdown within raw HTML, and follows the rules of the reference converter. It finds
every link that the page has; text that it takes for a link by mistake only has to have an existing target.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from itertools import chain
from urllib.parse import unquote, urlsplit

from yuandi.markdown.code_and_comments import (
    blanked,
    fenced,
    has_any,
    latin,
    only_markdown,
    raw_html,
    without_comments,
)

_BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.S)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_OPENING = re.compile(r"\(\s*")
_ANGLED = re.compile(r"<(?P<angled>[^<>\n]*)>\s*(?:\"[^\"\n]*\"\s*|'[^'\n]*'\s*)?\)")
_STEP = re.compile(r"[()]|\n[ \t]*\n|(?<=\s)(?:\"[^\"\n]*\"|'[^'\n]*')(?=\s*\))")
_DEEPEST = 8
_WITHIN = r"(?:[ \t]+|>|(?:[-*+:]|\d+\.)[ \t])*+"
"""The beginning of a line in a quote, a list or a definition."""
_DEFINITION = re.compile(
    rf"^{_WITHIN}\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*(?:\n{_WITHIN})?(?:<(?P<angled>[^>\n]*)>|(?P<bare>[^\s<]\S*))[ \t]*(?=[\"'(\n]|\Z)",
    re.M,
)
_TAG = re.compile(r"<(?P<tag>[a-zA-Z][^\s<>/]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s=<>/][^\s=<>/]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s<>]*+)))?+"
)
_ATTRIBUTE_LIST = re.compile(
    r"(?<![\w-])(?:href|src|poster|cite)=(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s=}\"']+))", re.I
)
_LISTED = re.compile(r"^[^{\n]*\{.*\}", re.M)
_AUTO = re.compile(r"<(?P<bare>[a-zA-Z][a-zA-Z0-9+.-]{1,30}:[^\s<>]+)>")

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TARGETS: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src"}),
    "source": frozenset({"src"}),
    "audio": frozenset({"src"}),
    "video": frozenset({"src", "poster"}),
    "blockquote": frozenset({"cite"}),
}
"""The attributes with an address that are allowed on a page, by tag; sanitising, links and checks use this table."""
_TARGETS = frozenset[str]().union(*TARGETS.values())
_SHOWN = frozenset({("img", "src"), ("video", "poster")})
_LOADED = _SHOWN | {(tag, "src") for tag in ("source", "audio", "video")}
_PICTURED = re.compile(r"!\[(?P<words>[^\[\]\n]*)\](?: ?\[(?P<label>[^\[\]\n]*)\])?")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture in a body. `start` and `end` are the offsets of its target in the body."""

    target: str
    start: int
    end: int
    is_picture: bool = False
    is_loaded: bool = False
    """Whether the browser loads the target with the page: a picture, a recording."""

    @property
    def scheme(self) -> str:
        """The scheme in lower case, without the blanks and control characters that browsers ignore; empty if none."""
        return _scheme(self.target)

    @property
    def is_outside(self) -> bool:
        """Whether the target is on another host, or is not a page (mail, telephone)."""
        return bool(self.scheme) or unescape(self.target).startswith("//")

    @property
    def path(self) -> str:
        """The path of the target, decoded; empty for a link within the page."""
        return _split(self.target)[0]

    @property
    def anchor(self) -> str:
        """The part of the target after `#`, decoded."""
        return _split(self.target)[1]


_CACHED_TARGETS = 1 << 14
"""The number of targets kept in the caches: several rules read each target, one after the other."""


@lru_cache(maxsize=_CACHED_TARGETS)
def _scheme(target: str) -> str:
    cleaned = re.sub(r"[\x00-\x20]", "", unquote(unescape(target)))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", cleaned)
    return found[1].lower() if found else ""


@lru_cache(maxsize=_CACHED_TARGETS)
def _split(target: str) -> tuple[str, str]:
    """Path and anchor, decoded. Entities are decoded first, as in a browser."""
    try:
        parts = urlsplit(unescape(target))
    except ValueError:
        return unquote(target), ""
    return unquote(parts.path), unquote(parts.fragment)


_SIGNS = ("](", "<", "]:", "{")
"""Every body with a link has at least one of these."""


def links(body: str) -> list[Link]:
    """All links and pictures of a body, in order, including those of raw HTML and attribute lists."""
    if not has_any(body, latin(body), _SIGNS):
        return []
    without_fences = blanked(body, fenced(body))
    raw = list(raw_html(without_fences))
    text = only_markdown(without_fences, raw)
    found = {link.start: link for link in _inline(text)}
    pictured = _pictured(text)
    for match in _DEFINITION.finditer(text):
        link = replace(_link(match), is_loaded=match["label"].casefold() in pictured)
        found.setdefault(link.start, link)
    for match in _AUTO.finditer(text):
        link = _link(match)
        found.setdefault(link.start, link)
    for link in (*_in_tags(text), *_in_lists(text), *_in_raw(without_fences, raw)):
        found.setdefault(link.start, link)
    return [found[start] for start in sorted(found)]


def _pictured(text: str) -> frozenset[str]:
    """The labels that pictures refer to: `![words][label]`, `![label]`."""
    found = _PICTURED.finditer(text) if "![" in text else ()
    return frozenset((match["label"] or match["words"]).casefold() for match in found)


def _in_raw(text: str, spans: list[tuple[int, int]]) -> Iterator[Link]:
    """The addresses in the tags of raw HTML, where only comments hide a tag."""
    if spans:
        outside = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)
        yield from _in_tags(without_comments(blanked(text, outside)))


def _in_tags(text: str) -> Iterator[Link]:
    """The addresses in HTML tags. Quoted values may hold `>`; each attribute is read once, even if tags overlap."""
    seen: set[int] = set()
    for tag in _TAG.finditer(text) if "<" in text else ():
        place = tag.end()
        while place not in seen and (found := _ATTRIBUTE.match(text, place)):
            seen.add(place)
            place = found.end()
            name = found["name"].lower()
            if name in _TARGETS and (link := _value(found)):
                kind = (tag["tag"].lower(), name)
                yield replace(link, is_picture=kind in _SHOWN, is_loaded=kind in _LOADED)


def _in_lists(text: str) -> Iterator[Link]:
    """The addresses in attribute lists: `{: href=a.md }` replaces the target before it."""
    for line in _LISTED.finditer(text) if "=" in text else ():
        for found in _ATTRIBUTE_LIST.finditer(text, *line.span()):
            if link := _value(found):
                yield replace(link, is_loaded=found[0].lower().startswith(("src", "poster")))


def _value(found: re.Match[str]) -> Link | None:
    name = next((name for name in ("double", "single", "bare") if found[name]), None)
    return Link(found[name], *found.span(name)) if name else None


def _inline(text: str) -> Iterator[Link]:
    """`[words](target "title")` and `![words](target)`, by the reference converter's rules."""
    for first, last in _brackets(text):
        opening = _OPENING.match(text, last + 1)
        if opening is None:
            continue
        start = opening.end()
        angled = _ANGLED.match(text, start)
        end = angled.end("angled") if angled else _end_of_target(text, start)
        if end is not None:
            start = angled.start("angled") if angled else start
            is_picture = text[max(0, first - 1) : first] == "!"
            yield Link(text[start:end], start, end, is_picture, is_loaded=is_picture)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each pair of square brackets within a paragraph."""
    opened: list[int] = []
    for found in chain.from_iterable(_BRACKET.finditer(text, *span) for span in _bracketed(text)):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            yield opened.pop(), found.start()
        elif found[0][0] == "\n":
            opened.clear()


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs that may hold a link, each with the blank line that ends it."""
    if "\\" in text:  # it may escape the end of a line
        yield 0, len(text)
        return
    start = 0
    for end in (*(found.end() for found in _BLANK_LINE.finditer(text)), len(text)):
        if text.find("](", start, end) >= 0:
            yield start, end
        start = end


def _end_of_target(text: str, start: int) -> int | None:
    """The end of the target that begins at `start`: before a title or the bracket; None if it is never closed."""
    depth = 1
    for step in _STEP.finditer(text, start):
        if step[0] == "(":
            depth += 1
        elif step[0] == ")":
            depth -= 1
        elif depth > 1 or step[0].isspace():
            return None
        else:
            depth = 0
        if depth == 0:
            return start + len(text[start : step.start()].rstrip())
        if depth > _DEEPEST:
            return None
    return None


def _link(match: re.Match[str]) -> Link:
    name = "angled" if match.groupdict().get("angled") is not None else "bare"
    return Link(match[name], *match.span(name))
