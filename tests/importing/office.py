"""Office files for tests, written by hand: the least XML that Word and Excel would have written."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="chapter"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""

NUMBERING = f"""<w:numbering {_W}>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def run(text: str, *, bold: bool = False) -> str:
    """A run of text."""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(*runs: str, style: str = "", number: tuple[int, int] | None = None) -> str:
    """A paragraph; what is no run yet is plain text."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{inner}</w:p>"


def ruby(base: str, over: str) -> str:
    """A character with its reading over it, as Word's pinyin guide writes it."""
    return f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(over)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"


def equation(base: str, over: str) -> str:
    """The same in the way of older Words: a field."""
    marks = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    begin, end = marks
    code = rf"EQ \* jc2 \* hps10 \o\ad(\s\up 9({over}),{base})"
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}"


def picture(number: int, alt: str) -> str:
    """A drawing of the picture with this number."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="x" descr="{alt}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="image{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def table(*rows: Sequence[str]) -> str:
    """A table; a cell `2>text` spans two columns, `v>text` begins a span of rows and `^` goes on with it."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(text: str) -> str:
    properties = ""
    if text[:2] == "2>":
        properties, text = '<w:gridSpan w:val="2"/>', text[2:]
    elif text[:2] == "v>":
        properties, text = '<w:vMerge w:val="restart"/>', text[2:]
    elif text == "^":
        properties, text = "<w:vMerge/>", ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if text else '<w:p/>'}</w:tc>"


def docx(*body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this body; `parts` are further ones, pictures as `image1.png`."""
    more = dict(parts or {})
    relations = "".join(
        f'<Relationship Id="{name.partition(".")[0]}" Type="{_RELATIONSHIPS}/{"image" if name.startswith("image") else name.partition(".")[0].rstrip("0123456789")}" Target="{_place(name)}"/>'
        for name in ("styles.xml", "numbering.xml", *more)
    )
    return packed(
        {
            "[Content_Types].xml": _types("png", "emf"),
            "_rels/.rels": _relations(
                f'<Relationship Id="d" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": f"<w:document {_W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(relations),
            "word/styles.xml": STYLES,
            "word/numbering.xml": NUMBERING,
            **{f"word/{_place(name)}": part for name, part in more.items()},
        }
    )


def _place(name: str) -> str:
    return f"media/{name}" if name.startswith("image") else name


def header(*runs: str, tag: str = "hdr") -> str:
    """The part of a header or, with `ftr`, a footer."""
    return f"<w:{tag} {_W}>{p(*runs)}</w:{tag}>"


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> bytes:
    """A workbook. Text stays text; `("0000", 12)` is a number in a format, `date` days as Excel counts them."""
    styles = ["General", "00000", "yyyy-mm-dd"]
    names = list(sheets)
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(names, 1))
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{_RELATIONSHIPS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(names) + 1)
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    formats = "".join(f'<numFmt numFmtId="{170 + n}" formatCode="{code}"/>' for n, code in enumerate(styles))
    cells = "".join(f'<xf numFmtId="{170 + n if n else 0}"/>' for n in range(len(styles)))
    spans = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    spans = f"<mergeCells>{spans}</mergeCells>" if spans else ""
    return packed(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(
                f'<Relationship Id="d" Type="{_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>'
            ),
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{_RELATIONSHIPS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                relations + f'<Relationship Id="st" Type="{_RELATIONSHIPS}/styles" Target="styles.xml"/>'
            ),
            "xl/styles.xml": f"<styleSheet {main}><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>",
            **{
                f"xl/worksheets/sheet{n}.xml": f"<worksheet {main}><sheetData>{''.join(_row(i, row) for i, row in enumerate(sheets[name], 1))}</sheetData>{spans}</worksheet>"
                for n, name in enumerate(names, 1)
            },
        }
    )


def _row(number: int, row: Sequence[object]) -> str:
    return (
        f'<row r="{number}">' + "".join(_value(f"{chr(65 + n)}{number}", one) for n, one in enumerate(row)) + "</row>"
    )


def _value(place: str, value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        code, number = value
        return f'<c r="{place}" s="{1 if code == "00000" else 2}"><v>{number}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _types(*suffixes: str) -> str:
    more = "".join(
        f'<Default Extension="{one}" ContentType="image/{"x-emf" if one == "emf" else one}"/>' for one in suffixes
    )
    return f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>{more}</Types>'


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts, compressed."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data if isinstance(data, bytes) else _HEAD + data)
    return stream.getvalue()


def png(size: int = 2) -> bytes:
    """A white picture of so many points in both directions."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
