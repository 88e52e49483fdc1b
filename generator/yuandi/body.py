"""What a Markdown body says: its links, pictures and anchors, with their places. Pure.

The scan passes over fenced code, inline code and comments; the text of links is found as Markdown has it.
Anchors are asked of Python-Markdown itself, the reference converter, so that they are those of the page.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}(?!`)|~{3,}(?!~))(?P<info>[^\n`]*)$", re.M)
_HIDING = re.compile(r"<!--|(?<!\\)`+")
_TICKS = re.compile(r"`+|\n\n")
_BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.S)
_OPENING = re.compile(r"\(\s*")
_ANGLED = re.compile(r"<(?P<angled>[^<>\n]*)>\s*(?:\"[^\"\n]*\"\s*|'[^'\n]*'\s*)?\)")
_STEP = re.compile(r"[()]|\n[ \t]*\n|(?<=\s)(?:\"[^\"\n]*\"|'[^'\n]*')(?=\s*\))")
_DEEPEST = 8
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^>\n]*)>|(?P<bare>[^\s<]\S*))[ \t]*(?=[\"'(\n]|\Z)", re.M
)
_HTML = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\b[^<>]*?\b(?:href|src)\s*=\s*(?:(?P<quote>[\"'])(?P<angled>.*?)(?P=quote)|(?P<bare>[^\s\"'<>]+))",
    re.S,
)
_AUTO = re.compile(r"<(?P<bare>[a-zA-Z][a-zA-Z0-9+.-]{1,30}:[^\s<>]+)>")
_ID = re.compile(r"<[^>]*?\s(?:id|name)=\"([^\"]+)\"")

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture in a body: where its target stands (offsets in the body) and what it is."""

    target: str
    start: int
    end: int
    is_picture: bool = False

    @property
    def scheme(self) -> str:
        """The scheme in lower case, without the blanks and control characters browsers overlook; empty if none."""
        cleaned = re.sub(r"[\x00-\x20]", "", unquote(_unescaped(self.target)))
        found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", cleaned)
        return found[1].lower() if found else ""

    @property
    def is_outside(self) -> bool:
        """Whether the target names another host, or is no place at all (mail, telephone)."""
        return bool(self.scheme) or self.target.startswith("//")

    @property
    def path(self) -> str:
        """The path part, decoded; empty for a link within the page."""
        return unquote(_split(self.target)[0])

    @property
    def anchor(self) -> str:
        """The part after `#`, decoded."""
        return unquote(_split(self.target)[1])


def _unescaped(target: str) -> str:
    return re.sub(r"&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&(colon|tab|newline);", _entity, target, flags=re.I)


def _entity(found: re.Match[str]) -> str:
    if found[3]:
        return {"colon": ":", "tab": "\t", "newline": "\n"}[found[3].lower()]
    number = int(found[1], 16) if found[1] else int(found[2])
    return chr(number) if number < 0x110000 else ""


def _split(target: str) -> tuple[str, str]:
    try:
        parts = urlsplit(target)
    except ValueError:
        return target, ""
    return parts.path, parts.fragment


def masked(body: str) -> str:
    """The body with code and comments blanked out, every character still in its place."""
    without_fences = _blanked(body, _fenced(body))
    return _blanked(without_fences, _hidden(without_fences))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))


def _fenced(body: str) -> Iterator[tuple[int, int]]:
    """Where fenced code is. What is never closed is no code: the reference converter shows it."""
    fences = list(_FENCE.finditer(body))
    closing: dict[str, list[re.Match[str]]] = {}
    for found in fences:
        if not found["info"].strip():
            closing.setdefault(found["fence"], []).append(found)
    position = 0
    for opening in fences:
        ends = closing.get(opening["fence"], [])
        index = bisect_left(ends, opening.end(), key=re.Match.start)
        if opening.start() >= position and index < len(ends):
            position = ends[index].end()
            yield opening.start(), position


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Where comments and inline code are; of two that overlap the first counts."""
    last_comment = text.rfind("-->")
    position = 0
    while found := _HIDING.search(text, position):
        if found[0] == "<!--":
            end = text.find("-->", found.end()) + 3 if found.end() <= last_comment else None
        else:
            end = _end_of_code(text, found)
        position = end or found.end()
        if end:
            yield found.start(), end


def _end_of_code(text: str, opening: re.Match[str]) -> int | None:
    """Where inline code ends: at as many ticks, in the same paragraph."""
    for found in _TICKS.finditer(text, opening.end()):
        if found[0] == "\n\n":
            return None
        if len(found[0]) == len(opening[0]):
            return found.end()
    return None


def links(body: str) -> list[Link]:
    """All links and pictures of a body, in order."""
    text = masked(body)
    found = {link.start: link for link in _inline(text)}
    for pattern in (_DEFINITION, _HTML, _AUTO):
        for match in pattern.finditer(text):
            link = _link(match)
            found.setdefault(link.start, link)
    return [found[start] for start in sorted(found)]


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
            yield Link(text[start:end], start, end, is_picture=text[max(0, first - 1) : first] == "!")


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Where each pair of square brackets of one paragraph opens and closes."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            yield opened.pop(), found.start()
        elif found[0][0] == "\n":
            opened.clear()


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
    groups = match.groupdict()
    name = "angled" if groups.get("angled") is not None else "bare"
    return Link(match[name], *match.span(name), is_picture=(groups.get("tag") or "").lower() == "img")


@lru_cache(maxsize=512)
def anchors(body: str) -> frozenset[str]:
    """The anchors that the page of this body has: those of its headings and those written out."""
    from markdown import Markdown

    converter = Markdown(
        extensions=["toc", "attr_list", "md_in_html", "fenced_code", "footnotes", "tables", "def_list", "abbr"],
        extension_configs={"toc": {"slugify": slug}},
    )
    return frozenset(_ID.findall(converter.convert(body)))


def slug(text: str, separator: str = "-") -> str:
    """The anchor of a heading: its own words, lower case, punctuation left out, blanks as `separator`."""
    words = re.sub(r"<[^>]*>", "", unicodedata.normalize("NFKC", text)).strip().lower()
    return re.sub(r"[\s-]+", separator, re.sub(r"[^\w\s-]", "", words)).strip(separator)


_TEXT_NOISE = re.compile(
    r"!\[[^\[\]]*\]\([^()]*\)|\]\([^()]*(?:\([^()]*\)[^()]*)?\)|<[^<>]+>|^[^\S\n]*(?:[-*+]|\d+\.|#{1,6}|>)[^\S\n]+|^[ \t:|-]*[:|-][ \t]*$|[*_`\[|]",
    re.M,
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'.,%-]*|[^\sA-Za-z0-9]")


def plain(body: str) -> str:
    """The body's words without its Markdown, for counting and excerpts."""
    comments = (span for span in _hidden(body) if body.startswith("<!--", span[0]))
    return _TEXT_NOISE.sub("", _blanked(body, comments))


def count_words(body: str) -> int:
    """字数 as Word counts: each Han character and punctuation mark is one, each Latin word or number is one."""
    return len(_WORD.findall(plain(body)))


def first_heading(body: str) -> str | None:
    """The text of the first `# ` heading."""
    found = re.search(r"^# +(\S.*)$", masked(body), re.M)
    return found[1].rstrip().rstrip("#").rstrip() if found else None
