"""Reading of HTML: the blocks of the document in a page, without the site around it. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from yuandi.importing.readers.blocks import Block, Contents, Kind
from yuandi.importing.readers.markdown import escaped
from yuandi.importing.readers.page_parts import Node, document_in, is_foreign, metadata_of
from yuandi.importing.readers.page_title import from_title
from yuandi.importing.readers.refused import DEEPEST, needed, refused
from yuandi.importing.readers.spanned_cells import MOST_SPAN, grid

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
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_TORN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])")
_NOTE = re.compile(r"(?P<kind>foot|end)note-(?P<back>ref-)?(?P<number>\d{1,5})")
"""The ids that mammoth gives to the notes of a Word file, and to the links to them and back."""


def read_html(text: str, *, whole: bool = False) -> Contents:
    """The content of the document in a page, or of HTML that is the `whole` document. Raises Refused."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise needed("selectolax") from None
    parsed = LexborHTMLParser(text)
    root = parsed.body
    if root is None:
        return Contents(())
    metadata = {} if whole else metadata_of(parsed)
    reader = _Reader(whole=whole)
    reader.walk(root if whole else document_in(root), 0)
    reader.flush()
    if whole or "title" in metadata:
        return Contents(tuple(reader.blocks), metadata=metadata)
    head = parsed.css_first("title")
    blocks, title = from_title(reader.blocks, head.text() if head else "")
    return Contents(blocks, metadata={**metadata, "title": title} if title else metadata)


@dataclass(slots=True)
class _Reader:
    """Walks a tree once and collects its blocks; `held` is the text of the current paragraph."""

    whole: bool
    blocks: list[Block] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    list_depth: int = -1
    marks: list[str] = field(default_factory=list)

    def walk(self, node: Node, depth: int) -> None:
        if depth > DEEPEST:
            raise refused("网页的结构嵌套太深，不予读取。", "The page is nested too deeply and is not read.")
        for child in node.iter(include_text=True):
            self._node(child, depth + 1)

    def flush(self, kind: Kind = "paragraph", **more: Any) -> None:
        """End the current paragraph, as a block for each of its lines."""
        lines = "".join(self.held).split("\n")
        self.held.clear()
        for line in map(_tidy, lines):
            if line:
                self.blocks.append(Block(kind, line, **more))

    def _node(self, node: Node, depth: int) -> None:
        tag = node.tag
        if tag == "-text":
            self.held.append(escaped(_flat(node.text_content or "")))
        elif tag == "br":
            self.held.append("\n")
        elif tag in _HANDLED:
            _HANDLED[tag](self, node, depth)
        elif tag not in _SKIPPED and (self.whole or not is_foreign(node)):
            if tag in _BLOCKS:
                self.flush()
            self.walk(node, depth)
            if tag in _BLOCKS:
                self.flush()

    def heading(self, node: Node, depth: int) -> None:
        """Read a heading."""
        self.flush()
        self.walk(node, depth)
        self.flush("heading", level=_HEADINGS[node.tag], source=node.attributes.get("class") or "")

    def mark(self, node: Node, depth: int) -> None:
        """Read a marked stretch within a line."""
        self.held.append(self._inline(node, depth))

    def _inline(self, node: Node, depth: int) -> str:
        """The text of a marked stretch with its mark; blocks in it are added as blocks without the mark."""
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
        """Read a picture, which is a block of its own."""
        source = node.attributes.get("src") or ""
        self.flush()
        self.blocks.append(Block("picture", _tidy(node.attributes.get("alt") or ""), source=source))

    def list(self, node: Node, depth: int) -> None:
        """Read a list, its items one level deeper."""
        self.flush()
        self.list_depth += 1
        self.marks.append("1." if node.tag == "ol" else "-")
        self.walk(node, depth)
        self.marks.pop()
        self.list_depth -= 1

    def item(self, node: Node, depth: int) -> None:
        """Read an item; other blocks in it follow it. A note becomes raw Markdown."""
        self.flush()
        before = len(self.blocks)
        level, mark = max(self.list_depth, 0), self.marks[-1] if self.marks else "-"
        if mark != "-":
            self.marks[-1] = f"{int(mark[:-1]) + 1}."
        self.walk(node, depth)
        self.flush()
        own = self.blocks[before:]
        if note := _NOTE.fullmatch(node.attributes.get("id") or ""):
            words = " ".join(block.text for block in own)
            self.blocks[before:] = [Block("raw", f"[^{_note(note)}]: {words}", source="note")]
            return
        self.blocks[before:] = [
            Block("item", block.text, level=level, mark=mark) if block.kind == "paragraph" else block for block in own
        ]

    def table(self, node: Node, depth: int) -> None:
        """Read a table of data as a table; of a table that only lays out the page read the cells."""
        self.flush()
        rows = [row for row in node.css("tr") if _table_of(row) == node.mem_id]
        # selectors match the node itself too
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
"""The methods that read elements other than plain blocks, by tag."""


def _note(found: re.Match[str]) -> str:
    """The label of a note: `1`, of an endnote `e1`."""
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
    """A line without blanks around it, with adjacent marks merged."""
    return re.sub(r"\*\*\*\*|(?<=\S)  +", lambda found: "" if "*" in found[0] else " ", text).strip(" \t\u3000\u00a0")


def _cells(row: Node) -> Iterator[Node]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _table_of(row: Node) -> int | None:
    """The id of the innermost table around a row, or None."""
    above = row.parent
    while above is not None and above.tag != "table":
        above = above.parent
    return above.mem_id if above is not None else None


def _holds_text(cell: Node) -> bool:
    """Whether a cell holds a whole text, as no table of data does: over 8 blocks or 1500 characters."""
    return len(cell.css("p, h1, h2, h3, br")) > 8 or len(cell.text()) > 1500


def _span(cell: Node, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isdigit() and len(value) < 6 else 1
