"""Broken, hostile and oversized files: one sentence each, at once, and nothing is written."""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from time import process_time

import pytest

from importing.office import docx, header, p, packed, picture, png, xlsx
from importing.spreadsheets import BOOKS
from importing.word_files import NOTICE, PLAN
from portals import portal, write
from yuandi.cli.main import main
from yuandi.importing import ImportJob, Refused, Source, proposals
from yuandi.page_plan.planned_portal import PlannedPortal


def entries(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_document(change: Callable[[str], str]) -> bytes:
    """The plan with another document.xml."""
    parts = entries(PLAN)
    parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
    return packed(parts)


def _bomb() -> bytes:
    return packed({**entries(PLAN), "word/document.xml": b" " * (300 << 20)})


def _many() -> bytes:
    return packed({**entries(PLAN), **{f"word/x{n}.xml": "<x/>" for n in range(6000)}})


def _lying() -> bytes:
    """A part that says it is small, and is not."""
    data = bytearray(packed({**entries(PLAN), "word/document.xml": b"<x>" + b" " * (30 << 20) + b"</x>"}))
    size = struct.pack("<I", (30 << 20) + 7)
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = struct.pack("<I", 100)
    return bytes(data)


def _encrypted() -> bytes:
    """What a zip looks like whose parts are locked."""
    data = bytearray(NOTICE)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


_ENTITIES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_DEEP = "<w:tbl><w:tr><w:tc>" * 2000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2000

MALFORMED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "truncated.docx": (lambda: NOTICE[: len(NOTICE) // 2], "文件不完整或已损坏，打不开。"),
    "no-end.xlsx": (lambda: BOOKS[:-30], "文件不完整或已损坏，打不开。"),
    "no-zip.docx": (lambda: b"<html>not a document</html>", "文件不完整或已损坏，打不开。"),
    "flipped.docx": (lambda: NOTICE[:300] + bytes(60) + NOTICE[360:], "文件不完整或已损坏，打不开。"),
    "bomb.docx": (_bomb, "文件解压后超过 200 MB，不予读取。"),
    "many.docx": (_many, "文件解压后超过 200 MB，不予读取。"),
    "large-part.docx": (
        lambda: packed({**entries(PLAN), "word/document.xml": b" " * (30 << 20)}),
        "文件的 document.xml 解压后有 30 MB，超过 24 MB，不予读取。",
    ),
    "lying.docx": (_lying, "文件不完整或已损坏，打不开。"),
    "entity.docx": (
        lambda: with_document(lambda text: text.replace("<w:document", _ENTITIES + "<w:document")),
        "文件的 XML 引用了外部实体，不予读取。",
    ),
    "laughs.docx": (
        lambda: with_document(lambda text: text.replace("<w:document", _LAUGHS + "<w:document")),
        "文件的 XML 引用了外部实体，不予读取。",
    ),
    "entity-in-styles.docx": (
        lambda: packed({**entries(PLAN), "word/styles.xml": f"{_ENTITIES}<x>&x;</x>"}),
        "文件的 XML 引用了外部实体，不予读取。",
    ),
    "entity-in-sheet.xlsx": (
        lambda: packed({**entries(BOOKS), "xl/worksheets/sheet1.xml": f"{_LAUGHS}<x>&b;</x>"}),
        "文件的 XML 引用了外部实体，不予读取。",
    ),
    "utf16.docx": (
        lambda: packed({**entries(PLAN), "word/document.xml": _ENTITIES.encode("utf-16")}),
        "文件不完整或已损坏，打不开。",
    ),
    "macros.docm": (
        lambda: packed({**entries(PLAN), "word/vbaProject.bin": b"x"}),
        "文件带有宏，不予导入。",
    ),
    "macros.xlsm": (lambda: packed({**entries(BOOKS), "xl/vbaProject.bin": b"x"}), "文件带有宏，不予导入。"),
    "picture.docx": (
        lambda: docx(p(picture(1, "大图")), parts={"image1.png": png()[:-12] + bytes(100 << 20)}),
        "图片 image1.png 有 100 MB，超过 20 MB。",
    ),
    "password.docx": (lambda: _OLD + "EncryptedPackage".encode("utf-16-le"), "文件有打开密码。"),
    "locked.docx": (_encrypted, "文件有打开密码。"),
    "old.doc": (lambda: _OLD, "这是旧格式（.doc、.xls）的文件。"),
    "old.docx": (lambda: _OLD, "这是旧格式（.doc、.xls）的文件。"),
    "deep.docx": (
        lambda: with_document(lambda text: text.replace("<w:body>", "<w:body>" + _DEEP)),
        "文件的结构嵌套太深，不予读取。",
    ),
    "cut.docx": (lambda: with_document(lambda text: text[: len(text) // 2]), "文件不完整或已损坏，打不开。"),
    "not-word.docx": (lambda: BOOKS, "文件里没有 word/document.xml，不是 Word 或 Excel 文件，或者已损坏。"),
    "nothing.docx": (lambda: b"", "文件是空的。"),
    "far-cell.xlsx": (
        lambda: packed(
            {
                **entries(BOOKS),
                "xl/worksheets/sheet1.xml": entries(BOOKS)["xl/worksheets/sheet1.xml"]
                .replace(b'r="A1"', b'r="XFD1"')
                .replace(b"</sheetData>", b'<row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>'),
            }
        ),
        "表格太大，不予读取。",
    ),
    "long.csv": (lambda: b"a,b\n" + b"1,2\n" * 30_000, "表格超过 20000 行，不予读取。"),
    "deep.html": (lambda: b"<div>" * 5000 + "文".encode(), "网页的结构嵌套太深，不予读取。"),
    "noise.txt": (lambda: bytes(range(128, 256)) * 40, "认不出文件的编码。"),
    "binary.txt": (lambda: b"\x7fELF\0\0\0\1" * 40, "文件不是文本，读不出来。"),
    "scan.pdf": (lambda: b"%PDF-1.7", "PDF 没有段落和标题的信息，不能导入"),
    "office.wps": (lambda: _OLD, ".wps 文件请先另存为 .docx 或 .xlsx。"),
    "office.rtf": (lambda: b"{\\rtf1}", ".rtf 文件请先另存为 .docx 或 .xlsx。"),
    "page.xyz": (lambda: b"x", "不认识 `.xyz` 这种文件"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says in one line what is wrong, ends with 2, and leaves the folder as it was."""
    make, sentence = MALFORMED[name]
    home = write(tmp_path / "home", {})
    file = tmp_path / name
    file.write_bytes(make())
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit) as ended:
        main(["import", str(file), "--portal", str(home), "--as-of", "2026-03-31"])
    out, err = capsys.readouterr()
    assert ended.value.code == 2
    assert out == ""
    assert err.startswith(f"{file}：{sentence}")
    assert err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def outcome(home: PlannedPortal, name: str, data: bytes) -> str:
    """What became of a file: the paths of its entries, or the sentence of the refusal."""
    try:
        return " ".join(one.path for one in proposals(ImportJob(home), Source(name, data)))
    except Refused as error:
        return error.text.zh


def test_every_cut_is_refused(tmp_path: Path) -> None:
    """A document cut anywhere, or with a byte changed, is refused or read: nothing else happens."""
    home = portal(tmp_path, {})
    for data, name in ((NOTICE, "x.docx"), (BOOKS, "x.xlsx")):
        for place in range(0, len(data), len(data) // 40):
            for changed in (data[:place], data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]):
                assert outcome(home, name, changed)


@pytest.mark.parametrize("seed", range(3))
def test_odd_xml_is_refused_or_read(seed: int, tmp_path: Path) -> None:
    """Tags, numbers and names changed at random within sound packages do no harm."""
    home, random = portal(tmp_path, {}), Random(seed)  # noqa: S311  # a seeded test
    for data, name, prefix in ((NOTICE, "x.docx", "word/"), (PLAN, "x.docx", "word/"), (BOOKS, "x.xlsx", "xl/")):
        for _ in range(12):
            parts = entries(data)
            changed = random.choice([one for one in parts if one.startswith(prefix)])
            pieces = re.split(rb"(<[^>]*>|\"[^\"]*\")", parts[changed])
            for _ in range(random.randint(1, 4)):
                first, second = random.randrange(len(pieces)), random.randrange(len(pieces))
                pieces[first] = random.choice([pieces[second], b"", b'"9999999999"', b'"-1"'])
            assert outcome(home, name, packed(parts | {changed: b"".join(pieces)}))


def test_names_in_the_file_lead_nowhere(tmp_path: Path) -> None:
    """Whatever a package calls its parts, files are named after the entry and stand beside it."""
    parts = entries(
        docx(p("关于放假的通知"), p(picture(1, "图")), parts={"image1.png": png(), "header1.xml": header("x")})
    )
    relations = parts["word/_rels/document.xml.rels"].replace(b"media/image1.png", b"../../../../tmp/evil.png")
    parts["word/_rels/document.xml.rels"] = relations
    parts["../../../../tmp/evil.png"] = png()
    for data in (packed(parts), packed({**parts, "tmp/evil.png": png()})):
        try:
            made = list(proposals(ImportJob(portal(tmp_path, {})), Source("../../x.docx", data)))
        except Refused:
            continue
        assert all("/" not in name and ".." not in name for one in made for name in one.files)
        assert all(one.path.startswith("notices/") for one in made)


def test_html_fetches_and_reads_nothing(tmp_path: Path) -> None:
    """Pictures from elsewhere, by whatever address, are asked of nobody but the folder of the page."""
    asked: list[str] = []

    def beside(name: str) -> bytes | None:
        asked.append(name)
        return None

    page = "<h1>关于放假的通知</h1>" + "".join(
        f'<p>图<img src="{address}"></p>'
        for address in (
            "http://far.example/a.png",
            "//far.example/a.png",
            "/etc/a.png",
            "../a.png",
            "file:///a.png",
            "C:\\a.png",
            "pic/a.png",
            "a.svg",
        )
    )
    list(proposals(ImportJob(portal(tmp_path, {})), Source("x.html", page.encode(), beside)))
    assert asked == ["pic/a.png"]


def test_odd_sheets_are_read(tmp_path: Path) -> None:
    """An empty workbook and one of errors give an entry or a sentence."""
    home = portal(tmp_path, {})
    for sheets in ({"空": []}, {"错": [["#REF!", ""], ["", 1]]}, {"甲": [["x"]], "乙": [["y", "z"], ["1", "2"]]}):
        assert outcome(home, "x.xlsx", xlsx(sheets))


HOSTILE = (
    "一、",
    "（",
    "2026年3月5日、",
    "请于3月5日前报，",
    "热门文章\n",
    "组长：",
    "第一阶段（3月）\n",
    "先进（3名）\n",
    "版权所有，",
    "评选不超过",
    "[",
    '"的',
    "<table><tr><td>x",
    "- x\n",
    "| ",
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_no_text_takes_long(unit: str, ending: str, tmp_path: Path) -> None:
    """Thirty thousand characters of whatever sort are read, or refused, in seconds."""
    text = (unit * (30_000 // len(unit)) + "\n" + "字" * 200 + "。").encode()
    home = portal(tmp_path, {})
    before = process_time()
    assert outcome(home, f"x.{ending}", text)
    assert process_time() - before < 5
