"""Plain bodies, for which a native parser makes the same HTML as Python-Markdown about fifty times faster.

The scanner decides by blocks and accepts only what both parsers are known to agree on: paragraphs, headings with a blank
line on either side, tight lists of single lines, quotes of one paragraph, tables of even rows; within lines strong and
plain emphasis around words, and links with plain targets. All other bodies go to the reference converter.
tests/markdown/test_fast_convert.py compares the two over thousands of bodies.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

import pyromark

from yuandi.base.slugs import slug
from yuandi.markdown.sanitise import Fragment, Heading

_EXTENSIONS = frozenset(
    {"toc", "tables", "attr_list", "footnotes", "fenced_code", "admonition", "md_in_html", "def_list", "abbr"}
)
_NEVER = re.compile(r"[<&\\`{}_~^$\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_BLANKS = ("  ", "\n ", " \n")
_STRONG = re.compile(r"(?<!\*)(\*{1,2})(?=\w)([^*\n\[\]]*\w)\1(?!\*)")
_LINK = re.compile(
    r"(?<!!)\[[^\[\]*!\n]*[^\[\]*!\n\s]\]\([A-Za-z0-9][A-Za-z0-9/.#?=%-]*\)|(?<!!)\[[^\[\]*!\n]*[^\[\]*!\n\s]\]\(\.\.?/[A-Za-z0-9/.#?=%-]*\)"
)
_HEADING = re.compile(r"#{1,6} [^\s#*\[\]\"'>|-](?:[^*\[\]\"'>#|\n]*[^\s*\[\]\"'>#|])?")
_ITEM = re.compile(r"- (?=[^\s\-+*>#|=:!\d\[])[^|\n]+")
_NUMBERED = re.compile(r"(\d{1,3})\. (?=[^\s\-+*>#|=:!\d\[])[^|\n]+")
_QUOTED = re.compile(r"> (?=[^\s\-+*>#|=:!\d\[])[^|\n]+")
_ROW = re.compile(r"\|(?: [^|\n]*[^|\s] \|)+")
_RULE = re.compile(r"\|(?: ?-{3,} ?\|)+")
_LINE = r"(?![-=* ]+$|\d+[.)](?: |$)|[-+*](?: |$)|!!!|\?\?\?|:|\|)[^>#\s][^|\n]*"
_TEXT = re.compile(rf"{_LINE}(?:\n{_LINE})*", re.M)
_OTHERS = frozenset("#->|0123456789")
"""The first characters of blocks that may be other than text."""
_ANCHOR_HTML = re.compile(r'<a href="([^"]*)">')
_HEADING_HTML = re.compile(r"<h([1-6])>(.*?)</h\1>")
_CELLS = (
    ("<table><thead><tr>", "<table>\n<thead>\n<tr>\n"),
    ("</th><th>", "</th>\n<th>"),
    ("</td><td>", "</td>\n<td>"),
    ("<tr><td>", "<tr>\n<td>"),
    ("</th></tr></thead>", "</th>\n</tr>\n</thead>\n"),
    ("</td></tr>", "</td>\n</tr>"),
    ("</tbody></table>", "</tbody>\n</table>"),
)


def fits(extensions: Sequence[Any], configs: Mapping[str, Any]) -> bool:
    """Whether the plain subset of the site's Markdown is known: only known extensions, with their default options."""
    if not {str(name) for name in extensions} <= _EXTENSIONS:
        return False
    return all(not options or (name == "toc" and options == {"slugify": slug}) for name, options in configs.items())


def is_plain(body: str) -> bool:
    """Whether both parsers are known to make the same HTML of a body."""
    text = body.strip("\n")
    if _NEVER.search(text) or any(blank in text for blank in _BLANKS) or text.strip(" ") != text:
        return False
    before = ""
    for block in re.split(r"\n\n+", text):
        kind = _kind(block)
        if not kind or (kind == before and kind in {"list", "numbers", "quote"}) or not _is_plain_inside(block, kind):
            return False
        if {kind, before} == {"list", "numbers"}:
            return False
        before = kind
    return True


def _kind(block: str) -> str:
    """The kind of a block; empty if the parsers are not known to agree on it."""
    if block[:1] not in _OTHERS:
        return "text" if not block or _TEXT.fullmatch(block) else ""
    lines = block.split("\n")
    if len(lines) == 1 and _HEADING.fullmatch(block):
        return "heading"
    if all(_ITEM.fullmatch(line) for line in lines):
        return "list"
    if all((found := _NUMBERED.fullmatch(line)) and int(found[1]) == index for index, line in enumerate(lines, 1)):
        return "numbers"
    if all(_QUOTED.fullmatch(line) for line in lines):
        return "quote"
    if len(lines) > 2 and _RULE.fullmatch(lines[1]) and all(_ROW.fullmatch(line) for line in (lines[0], *lines[2:])):
        return "table" if len({line.count("|") for line in lines}) == 1 else ""
    return "text" if _TEXT.fullmatch(block) else ""


def _is_plain_inside(block: str, kind: str) -> bool:
    """Whether emphasis and links are all of the plain form."""
    if kind == "heading" or not ("*" in block or "[" in block or "]" in block):
        return True
    left = _STRONG.sub("", _LINK.sub(".", block))
    return "*" not in left and "[" not in left and "]" not in left


def convert_plain(body: str) -> Fragment:
    """A plain body as the reference converter and the sanitiser would give it, with its links as written.

    It needs no sanitising: the scanner accepts neither HTML nor targets with a scheme.
    """
    html = pyromark.html(body, options=pyromark.Options.ENABLE_TABLES).rstrip("\n")
    if "<table>" in html:
        for native, reference in _CELLS:
            html = html.replace(native, reference)
    headings: list[Heading] = []
    html = _HEADING_HTML.sub(lambda found: _with_anchor(found, headings), html).replace("&quot;", '"')
    if "<a " in html:
        html = _ANCHOR_HTML.sub(r'<a href="\1" rel="noopener">', html)
    return Fragment(html, tuple(headings))


def _with_anchor(found: re.Match[str], headings: list[Heading]) -> str:
    level, text = found.groups()
    anchor, used = slug(text), {heading.anchor for heading in headings}
    if not anchor or anchor in used:
        anchor = _unique(anchor, used)
    headings.append(Heading(int(level), unescape(text), anchor))
    return f'<h{level} id="{anchor}">{text}</h{level}>'


def _unique(anchor: str, used: set[str]) -> str:
    """The anchor, numbered as Python-Markdown does if it is used or empty: `_1`, `_2`, …"""
    return next(candidate for candidate in _candidates(anchor) if candidate and candidate not in used)


def _candidates(anchor: str) -> Iterator[str]:
    yield anchor
    found = re.fullmatch(r"(.+)_(\d+)", anchor)
    stem, number = (found[1], int(found[2])) if found else (anchor, 0)
    while True:
        number += 1
        yield f"{stem}_{number}"
