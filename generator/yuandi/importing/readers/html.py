"""HTML → blocks: the part of a page that is the document, without the site around it. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from yuandi.importing.readers.blocks import Block, Contents, Kind
from yuandi.importing.readers.markdown import escaped
from yuandi.importing.readers.page_title import from_title
from yuandi.importing.readers.refused import DEEPEST, needed, refused
from yuandi.importing.readers.spanned_cells import MOST_SPAN, grid

Node = Any  # selectolax is of the extra, and imported only where it is used

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "head",
        "meta",
        "link",
        "title",
        "map",
        "area",
        "rt",
        "rp",
        "audio",
        "video",
    ]
)
_INLINE = {"b": "**", "strong": "**", "em": "*", "i": "*"}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "center",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "address",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "ul",
        "ol",
        "body",
        "html",
        "pre",
        "fieldset",
        "details",
        "summary",
        "hgroup",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumb|crumbs?|footer|foot|copyright|share|sidebar|side|related|recommend|toolbar|pager|prevnext|login|search)(?:$|[\s_-])",
    re.I,
)
_CONTENT = (
    "article",
    "main",
    "#zoom",
    "#content",
    "#article",
    ".TRS_Editor",
    ".article-content",
    ".content",
    ".article",
)
_META = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "date",
    "article:published_time": "date",
    "contentsource": "source",
    "author": "author",
}
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_TORN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])")
_NOTE = re.compile(r"(?P<kind>foot|end)note-(?P<back>ref-)?(?P<number>\d{1,5})")
"""How mammoth names the notes of a Word file, and the ways to them and back."""
_LEAST = 0.5


def named_charset(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def read_html(text: str, *, whole: bool = False) -> Contents:
    """The blocks of a page, or of HTML that is `whole` a document. Raises Refused."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise needed("selectolax") from None
    parsed = LexborHTMLParser(text)
    root = parsed.body
    if root is None:
        return Contents(())
    said = {} if whole else _said(parsed)
    reader = _Reader(whole=whole)
    reader.walk(root if whole else _document(root), 0)
    reader.flush()
    if whole or "title" in said:
        return Contents(tuple(reader.blocks), said=said)
    head = parsed.css_first("title")
    blocks, title = from_title(reader.blocks, head.text() if head else "")
    return Contents(blocks, said={**said, "title": title} if title else said)


def _said(parsed: Any) -> Mapping[str, str]:
    """What the head of a page says of the document, and its one main heading."""
    said: dict[str, str] = {}
    for meta in parsed.css("meta"):
        name = (meta.attributes.get("name") or meta.attributes.get("property") or "").lower()
        content = (meta.attributes.get("content") or "").strip()
        if content and name in _META:
            said.setdefault(_META[name], content)
    main = parsed.css("h1")
    if len(main) == 1 and (title := _BLANKS.sub(" ", main[0].text()).strip()):
        said.setdefault("title", title)
    return said


def _document(root: Node) -> Node:
    """The element that holds most of the text and has a name for it, else the whole body."""
    total = len(_BLANKS.sub("", root.text()))
    for selector in _CONTENT:
        found = max(root.css(selector), key=lambda node: len(node.text()), default=None)
        if found is not None and len(_BLANKS.sub("", found.text())) >= _LEAST * total:
            return found
    return root


@dataclass(slots=True)
class _Reader:
    """Walks a tree once and writes down its blocks; `held` is the text of the paragraph that is being read."""

    whole: bool
    blocks: list[Block] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    list_depth: int = -1
    marks: list[str] = field(default_factory=list)

    def walk(self, node: Node, depth: int) -> None:
        if depth > DEEPEST:
            raise refused("网页的结构嵌套太深，不予读取。", "The page is nested too deeply; it is not read.")
        for child in node.iter(include_text=True):
            self._one(child, depth + 1)

    def flush(self, kind: Kind = "paragraph", **more: Any) -> None:
        """End the paragraph that is being read."""
        lines = "".join(self.held).split("\n")
        self.held.clear()
        for line in map(_tidy, lines):
            if line:
                self.blocks.append(Block(kind, line, **more))

    def _one(self, node: Node, depth: int) -> None:
        tag = node.tag
        if tag == "-text":
            self.held.append(escaped(_flat(node.text_content or "")))
        elif tag == "br":
            self.held.append("\n")
        elif tag in _HANDLED:
            _HANDLED[tag](self, node, depth)
        elif tag not in _SKIPPED and not self._is_foreign(node):
            if tag in _BLOCKS:
                self.flush()
            self.walk(node, depth)
            if tag in _BLOCKS:
                self.flush()

    def heading(self, node: Node, depth: int) -> None:
        """A heading of the page."""
        self.flush()
        self.walk(node, depth)
        self.flush("heading", level=_HEADINGS[node.tag], source=node.attributes.get("class") or "")

    def _is_foreign(self, node: Node) -> bool:
        """Whether an element is of the site around the document, or not shown."""
        if self.whole:
            return False
        words = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        style = (node.attributes.get("style") or "").replace(" ", "").lower()
        return bool(_FOREIGN.search(words)) or "display:none" in style or "hidden" in node.attributes

    def mark(self, node: Node, depth: int) -> None:
        """What is marked within a line."""
        self.held.append(self._inline(node, depth))

    def _inline(self, node: Node, depth: int) -> str:
        """What stands within a mark; blocks inside one end it."""
        inner = _Reader(self.whole)
        inner.walk(node, depth)
        if inner.blocks:
            inner.flush()
            self.flush()
            self.blocks += inner.blocks
            return ""
        text = "".join(inner.held)
        words = text.strip()
        if not words or "\n" in words:
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}{_marked(node, words)}{after}"

    def picture(self, node: Node, _: int) -> None:
        """A picture stands by itself."""
        source = node.attributes.get("src") or ""
        self.flush()
        self.blocks.append(Block("picture", _tidy(node.attributes.get("alt") or ""), source=source))

    def list(self, node: Node, depth: int) -> None:
        """A list: its items, one deeper."""
        self.flush()
        self.list_depth += 1
        self.marks.append("1." if node.tag == "ol" else "-")
        self.walk(node, depth)
        self.marks.pop()
        self.list_depth -= 1

    def item(self, node: Node, depth: int) -> None:
        """An item; what else stands in it follows it."""
        self.flush()
        before = len(self.blocks)
        level, mark = max(self.list_depth, 0), self.marks[-1] if self.marks else "-"
        if mark != "-":
            self.marks[-1] = f"{int(mark[:-1]) + 1}."
        self.walk(node, depth)
        self.flush()
        own = self.blocks[before:]
        if note := _NOTE.fullmatch(node.attributes.get("id") or ""):
            words = " ".join(one.text for one in own)
            self.blocks[before:] = [Block("raw", f"[^{_note(note)}]: {words}", source="note")]
            return
        self.blocks[before:] = [
            Block("item", one.text, level=level, mark=mark) if one.kind == "paragraph" else one for one in own
        ]

    def table(self, node: Node, depth: int) -> None:
        """A table of data as a table; one that only lays out a page as what stands in it."""
        self.flush()
        rows = [row for row in node.css("tr") if _table_of(row) == node.mem_id]
        # selectors look at ancestors too, and find the node itself
        is_layout = len(node.css("table")) > 1 or any(_holds_text(cell) for row in rows for cell in _cells(row))
        if is_layout or not rows or max(len(list(_cells(row))) for row in rows) < 2:
            self.walk(node, depth)
            self.flush()
            return
        spans = [
            [(self._cell(cell, depth), _span(cell, "rowspan"), _span(cell, "colspan")) for cell in _cells(row)]
            for row in rows
        ]
        title, filled = grid(spans)
        if title:
            self.blocks.append(Block("paragraph", title))
        self.blocks.append(Block("table", rows=filled))

    def _cell(self, node: Node, depth: int) -> str:
        inner = _Reader(self.whole)
        inner.walk(node, depth)
        inner.flush()
        self.blocks += [block for block in inner.blocks if block.kind == "picture"]
        return "\n".join(block.text for block in inner.blocks if block.kind != "picture")


_HANDLED: Mapping[str, Callable[[_Reader, Node, int], None]] = (
    dict.fromkeys((*_INLINE, "a", "sup", "sub"), _Reader.mark)
    | dict.fromkeys(_HEADINGS, _Reader.heading)
    | {"img": _Reader.picture, "table": _Reader.table, "li": _Reader.item}
    | dict.fromkeys(("ul", "ol"), _Reader.list)
)
"""What is more than a block or text, and how it is read."""


def _note(found: re.Match[str]) -> str:
    """What a note is called: `1`, an endnote `e1`."""
    return ("e" if found["kind"] == "end" else "") + found["number"]


def _marked(node: Node, words: str) -> str:
    if node.tag == "a":
        href = (node.attributes.get("href") or "").strip()
        if note := _NOTE.fullmatch(href.removeprefix("#")):
            return "" if note["back"] else f"[^{_note(note)}]"
        return f"[{words}]({href})" if re.fullmatch(r"(?:https?://|mailto:)[^\s()<>]+", href, re.I) else words
    if node.tag in ("sup", "sub") and not words.startswith("[^"):
        return f"<{node.tag}>{words}</{node.tag}>"
    mark = _INLINE.get(node.tag, "")
    return f"{mark}{words}{mark}"


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", _TORN.sub("", text))


def _tidy(text: str) -> str:
    """A line without blanks around it, adjacent marks joined."""
    return re.sub(r"\*\*\*\*|(?<=\S)  +", lambda found: "" if "*" in found[0] else " ", text).strip(" \t\u3000\u00a0")


def _cells(row: Node) -> Iterator[Node]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _table_of(row: Node) -> int | None:
    """Which table a row is of."""
    above = row.parent
    while above is not None and above.tag != "table":
        above = above.parent
    return above.mem_id if above is not None else None


def _holds_text(cell: Node) -> bool:
    """Whether a cell holds what no table of data has: a whole text."""
    return len(cell.css("p, h1, h2, h3, br")) > 8 or len(cell.text()) > 1500


def _span(cell: Node, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isdigit() and len(value) < 6 else 1
