"""The parts of an Office file, or the reason for refusing it. Nothing is unpacked to disk. Pure."""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile, ZipInfo

from yuandi.importing.readers.refused import (
    DEEPEST,
    LARGEST_PACKAGE,
    LARGEST_PART,
    LARGEST_PICTURE,
    MOST_PARTS,
    Refused,
    megabytes,
    refused,
)

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".emf", ".wmf", ".svg")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def parts(data: bytes, wanted: str) -> Mapping[str, bytes]:
    """The XML parts and pictures of an Office file by name; `wanted` is the part that it must have.

    Raises Refused if the file is damaged, locked or too large, or has macros.
    """
    if data.startswith(_OLD):
        raise _locked() if _ENCRYPTED in data else _old()
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive, wanted)
    except Refused:
        raise
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError, OverflowError):
        raise _broken() from None


def _read(archive: ZipFile, wanted: str) -> Mapping[str, bytes]:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if any(info.flag_bits & 1 for info in infos):
        raise _locked()
    if wanted not in names:
        raise refused(
            f"文件里没有 {wanted}，不是 Word 或 Excel 文件，或者已损坏。",
            f"The file does not contain {wanted}: it is not a Word or Excel file, or it is damaged.",
        )
    if any(name.rpartition("/")[2].lower().startswith("vbaproject") for name in names):
        raise refused(
            "文件带有宏，不予导入。请另存为不带宏的 .docx 或 .xlsx，再导入。",
            "The file has macros and is not imported. Save it as .docx or .xlsx without macros.",
        )
    _expect_size(infos)
    return {info.filename: _part(archive, info) for info in infos if _is_read(info.filename)}


def _is_read(name: str) -> bool:
    return name.endswith((".xml", ".rels")) or name.lower().endswith(_PICTURES)


def _expect_size(infos: list[ZipInfo]) -> None:
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_PACKAGE:
        raise refused(
            f"文件解压后超过 {megabytes(LARGEST_PACKAGE)}，不予读取。",
            f"The unpacked file is larger than {megabytes(LARGEST_PACKAGE)} and is not read.",
        )
    for info in infos:
        is_picture = info.filename.lower().endswith(_PICTURES)
        name = info.filename.rpartition("/")[2]
        size = megabytes(info.file_size)
        if is_picture and info.file_size > LARGEST_PICTURE:
            limit = megabytes(LARGEST_PICTURE)
            raise refused(
                f"图片 {name} 有 {size}，超过 {limit}。请在 Word 里压缩图片，再导入。",
                f"The picture {name} has {size}; at most {limit} are allowed. Compress it in Word and import again.",
            )
        if _is_read(info.filename) and not is_picture and info.file_size > LARGEST_PART:
            raise refused(
                f"文件的 {name} 解压后有 {size}，超过 {megabytes(LARGEST_PART)}，不予读取。",
                f"The unpacked part {name} has {size}; at most {megabytes(LARGEST_PART)} are read.",
            )


def _part(archive: ZipFile, info: ZipInfo) -> bytes:
    """One part. Raises BadZipFile if it is larger than its header says."""
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise BadZipFile
    return data


def tree(data: bytes) -> Element:
    """The XML of a part. Raises Refused if it is damaged or too deep, or declares entities."""
    if data[:2] in _WIDE_MARKS or re.match(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8)", data, re.I):
        raise _broken()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise refused(
            "文件的 XML 引用了外部实体，不予读取。",
            "The XML of the file declares entities and is not read.",
        )
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(data), ("start", "end")):  # noqa: S314  # without a document type there are no entities
            depth += 1 if event == "start" else -1
            root = element if root is None else root
            if depth > DEEPEST:
                raise refused("文件的结构嵌套太深，不予读取。", "The file is nested too deeply and is not read.")
    except ParseError:
        raise _broken() from None
    if root is None:
        raise _broken()
    return root


def _broken() -> Refused:
    return refused(
        "文件不完整或已损坏，打不开。请重新复制一份，或用 Office 打开另存后再导入。",
        "The file is incomplete or damaged. Copy it again, or save it again in Office.",
    )


def _locked() -> Refused:
    return refused(
        "文件有打开密码。请先在 Office 里去掉密码，再导入。",
        "The file is locked with a password. Remove it in Office and import again.",
    )


def _old() -> Refused:
    return refused(
        "这是旧格式（.doc、.xls）的文件。请在 Office 或 WPS 里另存为 .docx 或 .xlsx，再导入。",
        "This is a file of the old format (.doc, .xls). Save it as .docx or .xlsx and import again.",
    )
