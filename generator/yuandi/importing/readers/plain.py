"""Reading of text and Markdown files. Pure."""

import re
from collections.abc import Iterator

from yuandi.front_matter.parse import FRONT_MATTER_DEPTH, parse, split
from yuandi.front_matter.yaml_errors import UnparsableError
from yuandi.importing.readers.blocks import Block, Contents, paragraphs
from yuandi.importing.readers.markdown import escaped

_INDENT = " \t\u3000\u00a0"
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,3}\.)[ \t]+(?P<text>\S.*)$")
_PIECE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*\n(?:.*\n)*?(?P=fence)[ \t]*$|^.*\S.*(?:\n.*\S.*)*$", re.M)
_ENDED = re.compile(r"[。！？!?：:；;”」』）)…]$")
_PAGE_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff]) +\d{1,3}$")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十\d]+[章条节篇]|附件"
)
_LONG = 40


def read_text(text: str) -> Contents:
    """A paragraph for each line; sentences that a page break has split are joined."""
    lines = [line.strip(_INDENT) for line in text.replace("\f", "\n").split("\n")]
    return Contents(paragraphs(*map(escaped, _joined([line for line in lines if line]))))


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines, with a long line that stops within a sentence joined to the next, without a page number between."""
    held = ""
    for line in lines:
        if held and _NUMBERED.match(line):
            yield held
            held = ""
        if held:
            line, held = _PAGE_NUMBER.sub("", held) + line, ""
        if _is_torn(line):
            held = line
            continue
        yield line
    if held:
        yield held


def _is_torn(line: str) -> bool:
    """Whether a line stops within a sentence that does not begin like a numbered heading."""
    if len(line) < _LONG or _ENDED.search(line) or not re.search(r"[\u4e00-\u9fff](?: +\d{1,3})?$", line):
        return False
    return not _NUMBERED.match(re.split("[。！？]", line)[-1].strip(_INDENT))


def read_markdown(text: str) -> Contents:
    """The blocks of a Markdown file, with the metadata of its front matter."""
    metadata, text = _front_matter(text)
    blocks: list[Block] = []
    for piece in _PIECE.finditer(text):
        blocks += _of_piece(piece[0])
    return Contents(tuple(blocks), metadata=metadata)


def _of_piece(piece: str) -> Iterator[Block]:
    lines = piece.split("\n")
    if found := _HEADING.fullmatch(lines[0]):
        yield Block("heading", found[2], level=len(found[1]))
        if len(lines) > 1:
            yield from _of_piece("\n".join(lines[1:]))
    elif all(map(_ITEM.fullmatch, lines)):
        level = -1
        for item in filter(None, map(_ITEM.fullmatch, lines)):
            level = min(len(item["indent"].expandtabs(4)) // 2, level + 1)
            yield Block("item", item["text"], level=level, mark="1." if item["mark"][0].isdigit() else "-")
    elif piece.startswith(("```", "~~~", "|", "    ", ">", "<")):
        yield Block("raw", piece)
    else:
        yield from paragraphs(*(line.strip(_INDENT) for line in lines) if _is_chinese(piece) else (" ".join(lines),))


def _is_chinese(text: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff]", text))


_METADATA = {
    "title": ("title", "标题"),
    "date": ("date", "日期"),
    "author": ("author", "作者"),
    "source": ("source", "来源"),
}


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The metadata of front matter, by the field names of Yuandi and other generators, and the text after it."""
    try:
        cut = split(text)
        values = parse(cut.yaml, depth=FRONT_MATTER_DEPTH).values or {}
    except UnparsableError:
        return {}, text
    if not isinstance(values, dict):
        return {}, text[cut.body_start :]
    metadata = {
        name: str(values[key])
        for name, keys in _METADATA.items()
        for key in keys
        if isinstance(values.get(key), str) and values[key].strip()
    }
    return metadata, text[cut.body_start :]
