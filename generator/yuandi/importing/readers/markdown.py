"""Plain text as Markdown, Markdown as plain text, and blocks as a body. Pure."""

import re
from collections.abc import Iterable, Sequence

from yuandi.importing.readers.blocks import Block

_SPECIAL = re.compile(
    r"[\\`]|<(?=[A-Za-z/!?])|\[(?=[^\[\]\n]*\][(\[:])|\{(?=[:#.])|(?<![\w])_(?=\w)|(?<=\w)_(?!\w)|!(?=\[)"
)
_STARS = re.compile(r"\*+")
_LEADING = re.compile(r"(?P<mark>#{1,6}(?=[ #])|[+*-](?=[ \t])|>|=+$|-+$|:(?=[ \t]))|(?P<number>\d{1,9})(?=\.[ \t])")


def escaped(text: str) -> str:
    """Plain text as Markdown, with the characters escaped that Markdown would interpret."""
    text = _SPECIAL.sub(lambda found: "&lt;" if found[0] == "<" else "\\" + found[0], text)
    if len(_STARS.findall(text)) > 1:
        text = _STARS.sub(lambda found: found[0].replace("*", "\\*"), text)
    return text


def plain(text: str) -> str:
    """The text of inline Markdown."""
    text = re.sub(r"!\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)\*\*|(?<!\\)__", "", text)
    text = re.sub(r"\\([\\`*_\[\]{}!#+>=:-])|&lt;", lambda found: found[1] or "<", text)
    return re.sub(r"<br>", " ", text).strip()


def body(blocks: Sequence[Block]) -> str:
    """The blocks as the body of an entry; empty without blocks."""
    pieces: list[str] = []
    former: Block | None = None
    for block in blocks:
        text = _written(block)
        tight = former is not None and former.kind == block.kind == "item"
        if pieces:
            pieces.append("\n" if tight else "\n\n")
        pieces.append(text)
        former = block
    return "".join(pieces) + "\n" if pieces else ""


def _written(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * max(2, min(block.level, 6))} {block.text}"
    if block.kind == "item":
        return f"{'    ' * block.level}{block.mark} {_flush(block.text)}"
    if block.kind == "table":
        return table(block.rows)
    if block.kind == "picture":
        return f"![{block.text}]({block.source})"
    return block.text if block.kind == "raw" else _flush(block.text)


def _flush(text: str) -> str:
    """A paragraph with its beginning escaped if it would begin another kind of block."""
    return (
        _LEADING.sub(lambda found: f"\\{found['mark']}" if found["mark"] else f"{found['number']}\\", text, count=1)
        if (_LEADING.match(text))
        else text
    )


def table(rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; its first row is its head."""
    cells = [[cell.replace("|", "\\|").replace("\n", "<br>").strip() for cell in row] for row in rows]
    width = max(map(len, cells), default=0)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]]) if lines else ""
