"""Reading of a file by its suffix. The only module that knows which reader is for which format. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from yuandi.base.text import Text
from yuandi.importing.readers.blocks import Contents
from yuandi.importing.readers.encoding import decoded
from yuandi.importing.readers.html import read_html
from yuandi.importing.readers.page_parts import named_charset
from yuandi.importing.readers.plain import read_markdown, read_text
from yuandi.importing.readers.refused import LARGEST_FILE, Refused, megabytes, refused
from yuandi.importing.readers.sheet import read_csv, read_workbook
from yuandi.importing.readers.word import read_word


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, its bytes, and a function that gives the bytes of a file beside it, or None."""

    name: str
    data: bytes
    beside: Callable[[str], bytes | None] = lambda _: None


def contents_of(source: Source, encoding: str | None) -> tuple[Contents, tuple[Text, ...]]:
    """The content of a file, and notes on doubts about it. Raises Refused."""
    ending = PurePath(source.name).suffix.lower()
    if len(source.data) > LARGEST_FILE:
        limit = megabytes(LARGEST_FILE)
        raise refused(f"文件超过 {limit}，不予读取。", f"The file is larger than {limit} and is not read.")
    if not source.data.strip():
        raise refused("文件是空的。", "The file is empty.")
    if ending in _PACKAGES:
        return _PACKAGES[ending](source.data)
    if ending in _TEXTS:
        named = named_charset(source.data) if ending in (".html", ".htm") else None
        text, doubts = _decoded(source.data, encoding, named)
        return _TEXTS[ending](text), doubts
    raise refused(_other(ending).zh, _other(ending).en)


def _decoded(data: bytes, encoding: str | None, named: str | None) -> tuple[str, tuple[Text, ...]]:
    """The text in the encoding of the user; else in that of the page if it fits; else in one found from the bytes."""
    if encoding or not named:
        return decoded(data, encoding)
    try:
        return decoded(data, named)
    except Refused:
        return decoded(data)


def _word(data: bytes) -> tuple[Contents, tuple[Text, ...]]:
    read = read_word(data)
    contents = replace(read_html(read.html, whole=True), pictures=read.pictures)
    if not read.left_out:
        return contents, ()
    blocks = tuple(block for block in contents.blocks if block.kind != "picture" or block.source)
    note = Text(
        f"有 {read.left_out} 幅图片的格式网页不能显示，没有取出；请另存为 PNG 再放入。",
        f"{read.left_out} pictures are in a format that pages cannot show and were left out. Add them as PNG.",
    )
    return replace(contents, blocks=blocks), (note,)


def _workbook(data: bytes) -> tuple[Contents, tuple[Text, ...]]:
    return read_workbook(data), ()


_PACKAGES: Mapping[str, Callable[[bytes], tuple[Contents, tuple[Text, ...]]]] = {
    ".docx": _word,
    ".docm": _word,
    ".doc": _word,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".xls": _workbook,
}
_TEXTS: Mapping[str, Callable[[str], Contents]] = {
    ".html": read_html,
    ".htm": read_html,
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".csv": read_csv,
}


def _other(ending: str) -> Text:
    if ending in (".wps", ".et", ".odt", ".ods", ".rtf", ".uof"):
        return Text(f"{ending} 文件请先另存为 .docx 或 .xlsx。", f"Save {ending} files as .docx or .xlsx first.")
    if ending == ".pdf":
        return Text(
            "PDF 没有段落和标题的信息，不能导入；请用原来的 Word 文件。",
            "PDF files do not mark paragraphs and headings and cannot be imported. Use the original Word file.",
        )
    return Text(
        f"不认识 `{ending or '没有后缀'}` 这种文件，可导入 .docx、.xlsx、.csv、.html、.txt、.md。",
        f"Files with the suffix `{ending}` cannot be imported, only .docx, .xlsx, .csv, .html, .txt and .md.",
    )
