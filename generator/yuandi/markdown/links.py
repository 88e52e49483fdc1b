"""What a Markdown body says: its links, pictures and anchors, with their places. Pure.

The scan passes over code and comments, and over Markdown within raw HTML; links are found as the converter has
them. It sees all that rendering sees: what it finds too much at worst has to lead somewhere.
Anchors are asked of Python-Markdown itself, the reference converter, so that they are those of the page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from itertools import chain
from urllib.parse import unquote, urlsplit

from yuandi.base.slugs import slug
from yuandi.markdown.code_and_comments import (
    blanked,
    fenced,
    has_any,
    latin,
    masked,
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
"""Where a line of a quote, a list or a definition begins."""
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
_ID = re.compile(r"<[^>]*?\s(?:id|name)=\"([^\"]+)\"")

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TARGETS: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src"}),
    "source": frozenset({"src"}),
    "audio": frozenset({"src"}),
    "video": frozenset({"src", "poster"}),
    "blockquote": frozenset({"cite"}),
}
"""The attributes with an address that a page may have: let through, resolved and checked by this one table."""
_TARGETS = frozenset[str]().union(*TARGETS.values())
_SHOWN = frozenset({("img", "src"), ("video", "poster")})
_LOADED = _SHOWN | {(tag, "src") for tag in ("source", "audio", "video")}
_PICTURED = re.compile(r"!\[(?P<words>[^\[\]\n]*)\](?: ?\[(?P<label>[^\[\]\n]*)\])?")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture in a body: where its target stands (offsets in the body) and what it is."""

    target: str
    start: int
    end: int
    is_picture: bool = False
    is_loaded: bool = False
    """Whether the page asks for it by itself: a picture, a recording."""

    @property
    def scheme(self) -> str:
        """The scheme in lower case, without the blanks and control characters browsers overlook; empty if none."""
        return _scheme(self.target)

    @property
    def is_outside(self) -> bool:
        """Whether the target names another host, or is no place at all (mail, telephone)."""
        return bool(self.scheme) or unescape(self.target).startswith("//")

    @property
    def path(self) -> str:
        """The path part, decoded; empty for a link within the page."""
        return _split(self.target)[0]

    @property
    def anchor(self) -> str:
        """The part after `#`, decoded."""
        return _split(self.target)[1]


_ASKED = 1 << 14
"""So many targets are remembered: several rules ask of each, one after the other."""


@lru_cache(maxsize=_ASKED)
def _scheme(target: str) -> str:
    cleaned = re.sub(r"[\x00-\x20]", "", unquote(unescape(target)))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", cleaned)
    return found[1].lower() if found else ""


@lru_cache(maxsize=_ASKED)
def _split(target: str) -> tuple[str, str]:
    """Path and anchor, decoded; entities are read first, as a browser does."""
    try:
        parts = urlsplit(unescape(target))
    except ValueError:
        return unquote(target), ""
    return unquote(parts.path), unquote(parts.fragment)


_MARKS = ("](", "<", "]:", "{")
"""One of these stands in every body that links to anything."""


def links(body: str) -> list[Link]:
    """All links and pictures of a body, in order; also those that only raw HTML or an attribute list gives."""
    if not has_any(body, latin(body), _MARKS):
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
    """The labels that pictures name: `![words][label]`, `![label]`."""
    found = _PICTURED.finditer(text) if "![" in text else ()
    return frozenset((match["label"] or match["words"]).casefold() for match in found)


def _in_raw(text: str, spans: list[tuple[int, int]]) -> Iterator[Link]:
    """What tags in raw HTML name: there only comments hide anything."""
    if spans:
        outside = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)
        yield from _in_tags(without_comments(blanked(text, outside)))


def _in_tags(text: str) -> Iterator[Link]:
    """The addresses that HTML tags name. Quoted values may hold `>`; each place is read once, whoever comes by."""
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
    """The addresses that attribute lists give: `{: href=a.md }` outdoes what stands before it."""
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
    """Where each pair of square brackets of one paragraph opens and closes."""
    opened: list[int] = []
    for found in chain.from_iterable(_BRACKET.finditer(text, *span) for span in _bracketed(text)):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            yield opened.pop(), found.start()
        elif found[0][0] == "\n":
            opened.clear()


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs are that may hold a link, with the blank line that ends them."""
    if "\\" in text:  # it may take the end of a line with it
        yield 0, len(text)
        return
    start = 0
    for end in (*(found.end() for found in _BLANK_LINE.finditer(text)), len(text)):
        if text.find("](", start, end) >= 0:
            yield start, end
        start = end


def _end_of_target(text: str, start: int) -> int | None:
    """Where the target that begins at `start` ends: before a title or the bracket; None where none closes."""
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


@lru_cache(maxsize=512)
def anchors(body: str) -> frozenset[str]:
    """The anchors that the page of this body has: those of its headings and those written out."""
    from markdown import Markdown

    converter = Markdown(
        extensions=["toc", "attr_list", "md_in_html", "fenced_code", "footnotes", "tables", "def_list", "abbr"],
        extension_configs={"toc": {"slugify": slug}},
    )
    return frozenset(_ID.findall(converter.convert(body)))


_TEXT_NOISE = re.compile(
    r"!\[[^\[\]]*\]\([^()]*\)|\]\([^()]*(?:\([^()]*\)[^()]*)?\)|<[^<>]+>|^[^\S\n]*(?:[-*+]|\d+\.|#{1,6}|>)[^\S\n]+|^[ \t:|-]*[:|-][ \t]*$|[*_`\[|]",
    re.M,
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'.,%-]*|[^\sA-Za-z0-9]")
_COUNTED = {"han": re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), "char": re.compile(r"\S")}


def plain(body: str) -> str:
    """The body's words without its Markdown, for counting and excerpts."""
    return _TEXT_NOISE.sub("", without_comments(body))


def count_words(body: str, mode: str = "word") -> int:
    """字数: `word` as Word counts, each Han character and punctuation mark one, each Latin word or number one;
    `han` only Han characters; `char` every character but blanks."""
    pattern = _COUNTED.get(mode, _WORD)
    return len(pattern.findall(plain(body)))


def first_heading(body: str) -> str | None:
    """The text of the first `# ` heading."""
    found = re.search(r"^# +(\S.*)$", masked(body), re.M)
    return found[1].rstrip().rstrip("#").rstrip() if found else None
