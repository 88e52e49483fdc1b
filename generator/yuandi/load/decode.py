"""Decoding of files. UTF-8 is the only encoding of a portal; other encodings are recognised and refused by name."""

import codecs
from dataclasses import dataclass

from yuandi.base.source import Document, Location
from yuandi.base.text import Text
from yuandi.load.faults import Fault

LARGEST = 8 << 20

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The document, or None if it could not be decoded, and the faults of its bytes."""

    document: Document | None
    faults: tuple[Fault, ...] = ()


def decode(path: str, data: bytes) -> Decoded:
    """Decode UTF-8. A byte order mark and CRLF line ends are accepted; other encodings, zero bytes and files over 8 MiB
    are not."""
    top = Location(path, 1, 1, 1, 2)
    if len(data) > LARGEST:
        return Decoded(None, (_too_large(top),))
    if data.startswith(_UTF16) or b"\0" in data[:2]:
        return Decoded(None, (Fault("FM010", top, value="UTF-16"),))
    try:
        text = as_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Decoded(None, (Fault("FM010", top, value=_encoding(data)),))
    if "\0" in text:
        return Decoded(None, (Fault("FM010", Document(path, text).at(text.index("\0")), value="NUL"),))
    return Decoded(Document(path, text))


def as_text(raw: str) -> str:
    """The text without a byte order mark, with `\\n` as line ends."""
    text = raw.lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _encoding(data: bytes) -> str:
    """`GB18030` if the bytes decode so, `UTF-16` if there are zero bytes, else empty (unknown)."""
    if b"\0" in data:
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"


def _too_large(top: Location) -> Fault:
    return Fault(
        "FM001",
        top,
        message=Text("文件超过 8 MiB，不予读取。", "The file is larger than 8 MiB and is not read."),
        hint=Text(
            "把大表格放进 CSV，把图片和文档作为附件。",
            "Put large tables in a CSV, and pictures and documents in attachments.",
        ),
    )
