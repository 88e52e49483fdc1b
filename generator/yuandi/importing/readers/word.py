"""Conversion of Word files to HTML with mammoth. Pure.

mammoth drops characters that have a reading above them, and does not support Chinese numbering: both are turned into
plain text in the XML first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZipFile

from yuandi.chinese.numerals import chinese
from yuandi.importing.readers.blocks import Picture
from yuandi.importing.readers.package import parts, tree
from yuandi.importing.readers.refused import needed, refused

DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EQUATION = re.compile(
    r"\bEQ\b.*\\o\s*(?:\\a[dclr]\s*)?\(\s*\\s\s*\\up\s*\d*\s*\((?P<over>[^()]*)\)\s*[,;]\s*(?P<base>[^()]*)\)"
)
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='标题'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
u => u
strike => del
"""
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "image/bmp": ".bmp"}
_LIST_LIKE = re.compile(r"%[1-9][.)]?")
_KEPT = (".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".emf", ".wmf", ".svg")


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as HTML, its pictures by their names in the HTML, and the number of pictures left out."""

    html: str
    pictures: Mapping[str, Picture]
    left_out: int = 0


def read_word(data: bytes) -> WordFile:
    """A .docx file as HTML. Raises Refused."""
    try:
        import mammoth
    except ImportError:
        raise needed("mammoth") from None
    package = dict(parts(data, DOCUMENT))
    root = tree(package[DOCUMENT])
    for name in [name for name in package if name.endswith((".xml", ".rels"))]:
        if name != DOCUMENT and name.startswith(("word/", "_rels/", "[")):
            tree(package[name])
    _bare_readings(root)
    _count_paragraphs(root, _numbering(package))
    package[DOCUMENT] = tostring(root, encoding="utf-8", xml_declaration=True)
    pictures: dict[str, Picture] = {}
    left_out: list[str] = []

    def keep(image: Any) -> dict[str, str]:
        suffix = _SUFFIXES.get(image.content_type)
        if suffix is None:
            left_out.append(image.content_type)
            return {"src": ""}
        with image.open() as stream:
            held = stream.read()
        name = f"{len(pictures) + 1}{suffix}"
        pictures[name] = Picture(held, suffix)
        return {"src": name}

    try:
        result = mammoth.convert_to_html(  # type: ignore[no-untyped-call]  # mammoth has no types
            BytesIO(_zipped(package)),
            convert_image=mammoth.images.img_element(keep),  # type: ignore[no-untyped-call]
            style_map=_STYLES,
            external_file_access=False,
        )
    except (
        KeyError,
        AttributeError,
        IndexError,
        ValueError,
        TypeError,
        OSError,
        RecursionError,
    ):  # raised by mammoth for unexpected XML
        raise refused(
            "文件的内容不合 Word 的格式，读不出来。请用 Word 打开另存后再导入。",
            "The content of the file is not valid in Word. Save it again in Word and import it then.",
        ) from None
    return WordFile(result.value, pictures, len(left_out))


def _zipped(package: Mapping[str, bytes]) -> bytes:
    """A package of only the parts that were read."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in package.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _bare_readings(root: Element) -> None:
    """Replace characters with a reading above them by the characters, in both of Word's notations."""
    for parent in list(root.iter()):
        for index, child in reversed(list(enumerate(parent))):
            if child.tag == f"{_W}r" and (ruby := child.find(f"{_W}ruby")) is not None:
                base = ruby.find(f"{_W}rubyBase")
                parent.remove(child)
                for offset, run in enumerate(base if base is not None else ()):
                    parent.insert(index + offset, run)
    for paragraph in root.iter(f"{_W}p"):
        _without_equations(paragraph)


def _without_equations(paragraph: Element) -> None:
    """Replace EQ fields that set a reading above a character by the character."""
    for simple in paragraph.findall(f"{_W}fldSimple"):
        if found := _EQUATION.search(simple.get(f"{_W}instr", "")):
            _becomes_text(simple, found["base"])
    instruction = ""
    started: Element | None = None
    for run in list(paragraph.iter(f"{_W}r")):
        mark = run.find(f"{_W}fldChar")
        kind = mark.get(f"{_W}fldCharType") if mark is not None else None
        if kind == "begin":
            started, instruction = run, ""
        elif started is not None:
            instruction += "".join(text.text or "" for text in run.iter(f"{_W}instrText"))
            if kind == "end":
                if found := _EQUATION.search(instruction):
                    _becomes_text(run, found["base"])
                    started.clear()
                started = None


def _becomes_text(element: Element, text: str) -> None:
    element.clear()
    element.tag = f"{_W}r"
    SubElement(element, f"{_W}t").text = text


@dataclass(frozen=True, slots=True)
class _Level:
    """The numbering of a level of a list, such as `%1、` in `chineseCounting` from 1."""

    form: str
    text: str
    first: int

    @property
    def is_literal(self) -> bool:
        """Whether the number is part of the text; a plain list is left to Markdown."""
        if self.form in ("bullet", "none"):
            return False
        return self.form not in ("decimal", "lowerLetter", "lowerRoman") or not _LIST_LIKE.fullmatch(self.text)


@dataclass(slots=True)
class _Numbering:
    """The lists of a document: levels by list and depth, lists by style, and the last numbers by list."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, number: str, depth: int) -> str | None:
        """The next number of a list as Word shows it; None for a plain list."""
        level = self.levels.get((number, depth))
        if level is None or depth > 8:
            return None
        counts = self.counts.setdefault(number, [])
        while len(counts) <= depth:
            known = self.levels.get((number, len(counts)))
            counts.append((known.first if known else 1) - 1)
        counts[depth] += 1
        del counts[depth + 1 :]
        if not level.is_literal:
            return None
        return re.sub(r"%([1-9])", lambda found: self._part(number, int(found[1]) - 1, counts), level.text)

    def _part(self, number: str, depth: int, counts: list[int]) -> str:
        if depth >= len(counts):
            return ""
        level = self.levels.get((number, depth))
        value = max(counts[depth], 1)
        return (
            chinese(value)
            if level and level.form.startswith(("chinese", "japanese", "ideograph", "taiwanese"))
            else str(value)
        )


def _numbering(package: Mapping[str, bytes]) -> _Numbering:
    numbering = _Numbering()
    if "word/numbering.xml" in package:
        root = tree(package["word/numbering.xml"])
        abstract = {item.get(f"{_W}abstractNumId"): dict(_levels(item)) for item in root.iter(f"{_W}abstractNum")}
        for item in root.iter(f"{_W}num"):
            for depth, level in abstract.get(_value(item, "abstractNumId"), {}).items():
                numbering.levels[item.get(f"{_W}numId", ""), depth] = level
    if "word/styles.xml" in package:
        for style in tree(package["word/styles.xml"]).iter(f"{_W}style"):
            if (listed := _listed(style)) and listed[0]:
                numbering.styles[style.get(f"{_W}styleId", "")] = listed
    return numbering


def _levels(abstract: Element) -> Iterator[tuple[int, _Level]]:
    for level in abstract.findall(f"{_W}lvl"):
        depth, first = level.get(f"{_W}ilvl", "0"), _value(level, "start") or "1"
        if depth.isdigit() and first.isdigit():
            yield int(depth), _Level(_value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", int(first))


def _value(element: Element, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val") if found is not None else None


def _listed(element: Element) -> tuple[str, int] | None:
    """The list and depth in the properties of a paragraph or style, or None."""
    found = element.find(f"{_W}pPr/{_W}numPr")
    if found is None:
        return None
    depth = _value(found, "ilvl") or "0"
    return _value(found, "numId") or "", int(depth) if depth.isdigit() else 0


def _count_paragraphs(root: Element, numbering: _Numbering) -> None:
    """Write the numbers of Chinese lists into their paragraphs."""
    for paragraph in root.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            continue
        style = _value(properties, "pStyle") or ""
        listed = _listed(paragraph) or numbering.styles.get(style)
        if listed is None or listed[0] in ("", "0"):
            continue
        label = numbering.label(*listed)
        if label is None:
            continue
        if (own := properties.find(f"{_W}numPr")) is not None:
            properties.remove(own)
        run = Element(f"{_W}r")
        SubElement(run, f"{_W}t").text = label
        paragraph.insert(1, run)
