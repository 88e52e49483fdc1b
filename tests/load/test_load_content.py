"""Whatever stands in the content folder is read, or said in one clear finding at its place; nothing crashes."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portals import AS_OF, DEFAULTS, Files, lines, portal, report, said, write
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import read_portal

FIELDS = """\
type: notice
kind: notice
title: 关于开展读书月活动的通知
date: 2026-03-05
"""
SESSION = """\
type: session
kind: lecture
title: 公文写作讲座
date: 2026-03-12
host: office
start: 2026-03-12T14:30
topic: 公文写作常见问题
"""
A = "content/notices/a.md"
B = "content/notices/b.md"


def notice(more: str = "", body: str = "正文。\n") -> str:
    """A sound notice, with more fields on line 6 and after, and its body on line 8 where there are none."""
    return f"---\n{FIELDS}{more}---\n\n{body}"


def session(more: str) -> str:
    """A sound session but for its length, with more fields on line 9 and after."""
    return f"---\n{SESSION}{more}---\n"


def test_sound_portal_has_no_findings(tmp_path: Path) -> None:
    """What every example begins with is itself without findings."""
    assert said(tmp_path, {A: notice()}) == []


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ("summary: 甲: 乙\n", "6:11 error FM001 The value on this line contains a colon and a space, so it cannot be read."),
        ("摘要：甲\n", "6:3 error FM001 The field's name is followed by a full-width colon."),
        ("extra:\n\ta: b\n", "7:1 error FM001 This line is indented with a tab, which YAML does not allow."),
        ("<<: 甲\n", "6:5 error FM001 `<<` is not followed by `field: value` pairs."),
        ("extra: &a [*a]\n", "6:12 error FM001 The alias `*a` contains itself."),
        ('summary: "\\ud800"\n', "6:13 error FM001 This is not YAML (found invalid Unicode character escape code)."),
        ("summary: a\x07b\n", "6:11 error FM001 A control character that YAML does not allow stands here."),
        ("k" * 5000 + ": x\n", "6:5001 error FM001 This is not YAML (could not find expected ':')."),
        ("extra: " + "[" * 50_000 + "]" * 50_000 + "\n", "6:57 error FM001 Nested more than 50 deep."),
        ("titel: 甲\n", "6:1 error FM004 `titel` is not a field here."),
        ("? [甲, 乙]\n: 丙\n", "6:3 error FM004 `[甲, 乙]` is not a field here."),
        ("1: 甲\n", "6:1 error FM004 `1` is not a field here."),
        ("null: 甲\n", "6:1 error FM004 `null` is not a field here."),
        ("k" * 500 + ": x\n", f"6:1 error FM004 `{'k' * 500}` is not a field here."),
        ("标题: 乙\n", "6:1 error FM008 `标题` and `title` are the same field, which is given twice."),
        ("deadline: 明天\n", "6:1 error FM005 `deadline: 明天` is not a date."),
        ("tags: {甲: 乙}\n", "6:1 error FM005 `tags: {甲: 乙}` is not a list."),
        ("summary: [甲, {乙: 丙}]\n", "6:1 error FM005 `summary: [甲, {乙: 丙}]` is not text."),
        ("summary: {{ 甲 }}\n", "6:1 error FM005 `summary: {{ 甲 }: }` is not text."),
        ("tags: [甲, ~]\n", "6:11 error FM005 `tags` is not text."),
        ("id: Reading\n", "6:1 error FM005 `id: Reading` is not an id."),
        ("aliases: [/old/]\n", "6:11 error FM005 `aliases: /old/` is not a former address."),
        ("aliases: [old/../../x]\n", "6:11 error FM005 `aliases: old/../../x` is not a former address."),
        ("visibility: leaders\n", "6:1 error FM006 `visibility: leaders` is not one of the choices."),
        ("status: 已发\n", "6:1 error FM006 `status: 已发` is not one of the choices."),
        ("tags: [010]\n", "6:8 warning FM007 `tags: 010` is unquoted, and some tools read it as another value."),
        ("extra: {a: &a {b: no}, c: *a}\n", "6:16 warning FM007 `b: no` is unquoted, and some tools read it as another value."),
        ("title: 乙\n", "6:1 error FM008 `title` is given twice."),
        ("unit: fianance\n", "6:1 error REF001 `unit: fianance` is not a known unit."),
        ("implements: plans/x\n", "6:1 error REF001 `implements: plans/x` is not a known entry."),
        ("unit: chen-ming\n", "6:1 error REF002 `unit: chen-ming` is a person; expected: unit."),
        ("part_of: notices/a\n", "6:1 error REF003 `part_of` forms a cycle: notices/a → notices/a."),
        ("attachments: [{file: x.pdf}]\n", "6:16 error REF005 The file `x.pdf` does not exist."),
        ("attachments: [{file: /etc/passwd}]\n", "6:16 error REF005 The file `/etc/passwd` does not exist."),
        ("attachments: [{file: ../../mkdocs.yml}]\n", "6:16 error REF005 `../../mkdocs.yml` is outside the content folder."),
        ("deadline: 2026-02-30\n", "6:1 error DAT001 `deadline: 2026-02-30` is not a date that exists."),
    ],
)  # fmt: skip
def test_wrong_field_is_one_finding(more: str, finding: str, tmp_path: Path) -> None:
    """One thing wrong in the front matter is one finding, at its place."""
    assert said(tmp_path, {A: notice(more)}) == [f"{A}:{finding}"]


@pytest.mark.parametrize(
    "hours", ["-2", ".inf", "-.inf", ".nan", "nan", "1e400", "2小时", "[2]", "0x10", "1:30", "1_0"]
)
def test_hours_that_are_no_number(hours: str, tmp_path: Path) -> None:
    """Hours are a finite number that is not negative, and what is wrong is said once."""
    at = "content/sessions/a.md:9:1"
    wanted = "a number of at least 0" if hours == "-2" else "a number"
    assert said(tmp_path, {"content/sessions/a.md": session(f"hours: {hours}\n")}) == [
        f"{at} error FM005 `hours: {hours}` is not {wanted}."
    ]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "1:1 error FM003 The file has no front matter, so its type is unknown."),
        ("正文。\n", "1:1 error FM003 The file has no front matter, so its type is unknown."),
        ("---\n---\n", "1:1 error FM003 The file has no front matter, so its type is unknown."),
        (f"---\n{FIELDS}\n正文。\n", "1:1 error FM001 The front matter opens with `---` and is never closed."),
        ("---\n- 甲\n- 乙\n---\n", "2:1 error FM001 The front matter should be made of `field: value` lines."),
        ("---\n甲\n---\n", "2:1 error FM001 The front matter should be made of `field: value` lines."),
        ("---\n标题：甲\n---\n", "2:3 error FM001 The field's name is followed by a full-width colon."),
        (notice().replace("type: notice", "type: notise"), "2:1 error FM002 `type: notise` is not a known type."),
        (notice().replace("type: notice", "type: [notice]"), "2:1 error FM002 `type: [notice]` is not a known type."),
        (notice().replace("type: notice", "类型: 通告"), "2:1 error FM002 `类型: 通告` is not a known type."),
        (notice().replace("date: 2026-03-05\n", ""), "1:1 error FM003 The required field `date` is missing."),
        (notice().replace("date:", "dete:"), "5:1 error FM004 `dete` is not a field here."),
        ("---\n类型: 公示\n标题: 甲\n---\n", "1:1 error FM003 The required field `日期` is missing."),
    ],
)  # fmt: skip
def test_wrong_file_is_one_finding(text: str, finding: str, tmp_path: Path) -> None:
    """A file that is no entry is one finding."""
    assert said(tmp_path, {A: text}) == [f"{A}:{finding}"]


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (notice().encode("gb18030"), "1:1 error FM010 The file is not UTF-8; it looks like GB18030."),
        (notice().encode("utf-16"), "1:1 error FM010 The file is not UTF-8; it looks like UTF-16."),
        (notice().encode("utf-16-be"), "1:1 error FM010 The file is not UTF-8; it looks like UTF-16."),
        ("关于\n".encode("utf-16-le"), "1:1 error FM010 The file is not UTF-8; it looks like UTF-16."),
        (b"\xff\xff\xff\xff", "1:1 error FM010 The file is not UTF-8, and its encoding was not recognised."),
        (notice("summary: a\0b\n").encode(), "6:11 error FM010 The file contains a NUL character and was not read."),
        (notice(body="正文\0\n").encode(), "8:3 error FM010 The file contains a NUL character and was not read."),
        (notice("summary: " + "x" * 10_000_000 + "\n").encode(), "1:1 error FM001 The file is larger than 8 MiB and is not read."),
        (notice("summary: " + "x" * 2_000_000 + "\n").encode(), "2:1 error FM001 The front matter is larger than 1 MiB and is not read."),
        (notice('summary: "\ud800"\n').encode("utf-8", "surrogatepass"), "1:1 error FM010 The file is not UTF-8, and its encoding was not recognised."),
    ],
    ids=["gb18030", "utf-16", "utf-16-be", "utf-16-le", "unknown", "nul", "nul-in-body", "10-mb", "2-mb", "surrogate"],
)  # fmt: skip
def test_bytes_are_one_finding(data: bytes, finding: str, tmp_path: Path) -> None:
    """What is not plain UTF-8 is one finding, and no place but its own."""
    assert said(tmp_path, {A: data}) == [f"{A}:{finding}"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["crlf", "bom-and-crlf"])
def test_places_are_right_behind_marks_and_line_ends(mark: bytes, tmp_path: Path) -> None:
    """A byte order mark and CRLF shift no place, in the front matter or the body."""
    text = notice("unit: nowhere\n", "见[甲](x.md)。\n").replace("\n", "\r\n")
    assert said(tmp_path, {A: mark + text.encode()}) == [
        f"{A}:6:1 error REF001 `unit: nowhere` is not a known unit.",
        f"{A}:9:6 error REF008 The link `x.md` leads to a page that does not exist.",
    ]


def test_converting_command_is_safe_to_paste(tmp_path: Path) -> None:
    """The command of the hint quotes a file name with blanks or worse."""
    found = report(tmp_path, {"content/notices/a b;c.md": notice().encode("gb18030")}).findings[0]
    assert found.hint
    assert "iconv -f GB18030 -t UTF-8 'content/notices/a b;c.md' > 'content/notices/a b;c.md.utf8'" in found.hint.en


@pytest.mark.parametrize(
    ("files", "finding"),
    [
        ({"content/notices/x.md/a.md": notice()}, "content/notices/x.md:1:1 error FM001 This is a folder whose name ends in `.md`."),
        ({A: notice(), "content/notices/a/index.md": notice()}, "content/notices/a/index.md:1:1 error FM009 The address `notices/a/` is also the address of notices/a.md."),
        ({"content/notices/读书月.md": notice()}, "content/notices/读书月.md:1:1 error FM005 The path `notices/读书月` cannot be used as an id."),
        ({"content/notices/A.md": notice()}, "content/notices/A.md:1:1 error FM005 The path `notices/A` cannot be used as an id."),
        ({A: notice("id: x\n"), B: notice("id: x\n")}, "content/notices/b.md:6:1 error FM009 The id `x` is already used by notices/a.md."),
        ({A: notice("unit: office\n"), B: notice("unit: office\n"), "content/_data/units.yml": None},
         "content/_data/people.yml:3:3 error REF001 `unit: office` cannot be looked up: there is no _data/units.yml (4 references in all)."),
    ],
)  # fmt: skip
def test_wrong_tree_is_one_finding(files: Files, finding: str, tmp_path: Path) -> None:
    """What is wrong with a file's place or name is one finding."""
    assert said(tmp_path, files) == [finding]


@pytest.mark.parametrize(
    ("path", "target", "finding"),
    [
        ("content/notices/b.md", "/etc/hostname", "content/notices/b.md:1:1 error REF005 This symbolic link points outside the content folder and was not read."),
        ("content/notices/b.md", "../../mkdocs.yml", "content/notices/b.md:1:1 error REF005 This symbolic link points outside the content folder and was not read."),
        ("content/notices/b.md", "nowhere.md", "content/notices/b.md:1:1 error REF005 This symbolic link points to a file that does not exist."),
        ("content/notices/b.md", "b.md", "content/notices/b.md:1:1 error REF005 This symbolic link points to a file that does not exist."),
        ("content/notices/b", "/etc", "content/notices/b:1:1 error REF005 This symbolic link points to a folder and was not read."),
        ("content/notices/b", "../notices", "content/notices/b:1:1 error REF005 This symbolic link points to a folder and was not read."),
        ("content/_data/lexicon.yml", "/etc/hostname", "content/_data/lexicon.yml:1:1 error REF005 This symbolic link points outside the content folder and was not read."),
        ("content/_data/lexicon.yml", "nowhere.yml", "content/_data/lexicon.yml:1:1 error REF005 This symbolic link points to a file that does not exist."),
    ],
)  # fmt: skip
def test_symbolic_link_is_not_followed_out(path: str, target: str, finding: str, tmp_path: Path) -> None:
    """A symbolic link that leaves the content folder, or leads to a folder or to nothing, is said and not read."""
    write(tmp_path, {A: notice()})
    (tmp_path / path).symlink_to(target)
    assert said(tmp_path, {A: notice()}) == [finding]


def test_symbolic_link_that_stays_inside_is_read(tmp_path: Path) -> None:
    """A symbolic link to a file of the content folder is that file once more."""
    write(tmp_path, {A: notice()})
    (tmp_path / B).symlink_to("a.md")
    assert [entry.path for entry in portal(tmp_path, {A: notice()}).entries] == ["notices/a.md", "notices/b.md"]


BROKEN: dict[str, Callable[[], str | bytes]] = {
    "unparsable": lambda: notice("id: own\nsummary: 甲: 乙\n"),
    "unclosed": lambda: f"---\n{FIELDS}id: own\n",
    "unknown-type": lambda: notice("id: own\n").replace("type: notice", "type: x"),
    "missing-field": lambda: notice("id: own\n").replace(FIELDS.split("\n")[2] + "\n", ""),
    "wrong-value": lambda: notice("id: own\ndeadline: 明天\n"),
    "bad-choice": lambda: notice("id: own\nstatus: x\n"),
    "chinese-id": lambda: notice("编号: own\ndeadline: 明天\n"),
}


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
def test_broken_entry_makes_no_finding_elsewhere(make: Callable[[], str | bytes], tmp_path: Path) -> None:
    """Who names an entry that could not be read, by path, id or link, is not blamed for it."""
    naming = notice("relates: [own, notices/a, a.md]\nimplements: own\n", "见[甲](a.md#乙)、[乙](../notices/a.md)。\n")
    found = said(tmp_path, {A: make(), B: naming})
    assert len(found) == 1
    assert found[0].startswith(f"{A}:")


def test_undecodable_entry_makes_no_finding_elsewhere(tmp_path: Path) -> None:
    """The same holds for a file in another encoding, a folder named as a file, and a link that leads out."""
    naming = notice(
        "relates: [notices/a, c.md, notices/d]\nattachments: [{file: e.pdf}]\n", "[甲](a.md)[丙](c.md)![图](e.pdf)\n"
    )
    files: Files = {A: notice().encode("gb18030"), B: naming, "content/notices/c.md/x.txt": "甲"}
    write(tmp_path, files)
    (tmp_path / "content/notices/d.md").symlink_to("/etc/hostname")
    (tmp_path / "content/notices/e.pdf").symlink_to("/etc/hostname")
    assert [line.split(" ")[0] + " " + line.split(" ")[2] for line in said(tmp_path, files)] == [
        "content/notices/a.md:1:1 FM010",
        "content/notices/c.md:1:1 FM001",
        "content/notices/d.md:1:1 REF005",
        "content/notices/e.pdf:1:1 REF005",
    ]


NAMING = notice("unit: finance\nauthor: li-fang\ncolumn: news\n")


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("units", "- id: office\n  name: 甲: 乙\n", "2:10 error FM001 The value on this line contains a colon and a space, so it cannot be read."),
        ("units", "office: 办公室\n", "1:1 error FM001 units.yml should be a list."),
        ("units", "办公室\n", "1:1 error FM001 units.yml should be a list."),
        ("units", "- id: office\n  name: 办公室\n- 财务科\n", "3:3 error FM005 `财务科` is not a mapping."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  nmae: 财务科\n", "4:3 error FM004 `nmae` is not a field here."),
        ("units", "- id: office\n  name: 办公室\n- id: Finance\n  name: 财务科\n", "3:3 error FM005 `id: Finance` is not an id."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  name: 财务科\n  headcount: {2026-01-01: 3, 2026-02-30: 4}\n", "5:30 error DAT001 `2026-02-30: 4` is not a date that exists."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  name: 财务科\n  households: -1\n", "5:3 error FM005 `households: -1` is not a number of at least 0."),
        ("units", "- &a\n  id: office\n  name: 办公室\n  children: [*a]\n", "4:14 error FM001 The alias `*a` contains itself."),
        ("units", "- " * 50_000, "1:401 error FM001 Nested more than 200 deep."),
        ("units", "- id: office\n  name: 办公室\n".encode("gb18030"), "1:1 error FM010 The file is not UTF-8; it looks like GB18030."),
        ("people", "- name: 李芳\n", "1:3 error FM003 The required field `id` is missing."),
        ("people", "- id: li-fang\n  name: 李芳\n  unit: {2026-01-01: nowhere}\n- id: chen-ming\n  name: 陈明\n", "3:10 error REF001 `2026-01-01: nowhere` is not a known unit."),
        ("columns", "- id: news\n  title: 动态\n  takes: news\n  fresh_within: 三十天\n", "4:3 error FM005 `fresh_within: 三十天` is not a whole number."),
        ("groups", "- id: centre\n  name: 中心组\n  members:\n    - {person: 外请专家}\n    - {person: chen-ming}\n    - {person: finance}\n", "6:8 error REF002 `person: finance` is a unit; expected: person."),
        ("policy", "stroke_school: pinyin\n", "1:1 error FM006 `stroke_school: pinyin` is not one of the choices."),
        ("policy", "measures: STU-02\n", "1:1 error FM005 `measures: STU-02` is not a list."),
        ("policy", "- STU-02\n", "1:1 error FM001 policy.yml should be made of `key: value` lines."),
        ("policy", "rules: {FM007: loud}\n", "1:9 error FM006 `FM007: loud` is not one of the choices."),
        ("calendar", "今年: {}\n", "1:1 error FM005 `今年` is not a year."),
        ("calendar", "2026:\n2027: {holidays: []}\n", "1:1 error FM005 `2026` is not a mapping."),
        ("calendar", "2026: {holidays: [{from: 2026-02-30, to: 2026-03-01}]}\n", "1:20 error DAT001 `from: 2026-02-30` is not a date that exists."),
        ("lexicon", "- right: 效率\n", "1:3 error FM003 One of `wrong` / `name` is required."),
    ],
)  # fmt: skip
def test_broken_data_file_is_one_finding(name: str, text: str | bytes, finding: str, tmp_path: Path) -> None:
    """One thing wrong in a data file is one finding, and nobody who names what it lists is blamed."""
    data = f"content/_data/{name}.yml"
    naming = {B: NAMING} if name in {"units", "people"} else {}
    if finding.endswith("is not a known unit."):
        naming = {}
    columns = {"content/_data/columns.yml": "- id: news\n  title: 动态\n"} if naming else {}
    assert said(tmp_path, {data: text, **naming, **columns}) == [f"{data}:{finding}"]


@pytest.mark.parametrize(
    ("units", "finding"),
    [
        (
            "- id: office\n  name: 甲\n  children:\n    - id: finance\n      name: 乙\n      children:\n        - id: office\n          name: 丙\n",
            "7:11 error REF003 The unit `office` is below itself.",
        ),
        (
            "- id: office\n  name: 甲\n  parent: finance\n- id: finance\n  name: 乙\n  parent: office\n",
            "3:3 error REF003 `parent` forms a cycle: office → finance → office.",
        ),
        ("- id: office\n  name: 甲\n  parent: office\n- id: finance\n  name: 乙\n", "3:3 error REF003 `parent` forms a cycle: office → office."),
        (
            "- id: office\n  name: 甲\n  parent: finance\n  children:\n    - id: finance\n      name: 乙\n",
            "3:3 error REF003 `parent` forms a cycle: office → finance → office.",
        ),
    ],
)  # fmt: skip
def test_units_in_a_circle_are_one_finding(units: str, finding: str, tmp_path: Path) -> None:
    """A circle of units, by nesting, by `parent` or by both, is one finding at its first place."""
    assert said(tmp_path, {"content/_data/units.yml": units}) == [f"content/_data/units.yml:{finding}"]


@pytest.mark.parametrize(
    ("csv", "finding"),
    [
        ("person,status\nchen-ming,present\n", []),
        ("", []),
        ('person,status\nchen-ming,"present\nli-fang,leave\n', ["2:1 error FM001 The CSV cannot be read from this line on."]),
        (b"person\n\0\n", ["2:1 error FM010 The file contains a NUL character and was not read."]),
        ("姓名\n陈明\n".encode("gb18030"), ["1:1 error FM010 The file is not UTF-8; it looks like GB18030."]),
        ("person,status\n" + "x" * 200_000 + "\n", ["2:1 error FM001 The CSV cannot be read from this line on."]),
    ],
    ids=["sound", "empty", "quotation", "nul", "gb18030", "long"],
)  # fmt: skip
def test_table_is_read_or_told(csv: str | bytes, finding: list[str], tmp_path: Path) -> None:
    """A CSV beside an entry is read, or the line is told from which on it cannot be."""
    files: Files = {"content/sessions/a.md": session("hours: 2\nattendance: a.csv\n"), "content/sessions/a.csv": csv}
    assert said(tmp_path, files) == [f"content/sessions/a.csv:{line}" for line in finding]


def test_table_keeps_the_line_of_each_row(tmp_path: Path) -> None:
    """Rows know their line, also behind a quoted line break."""
    files: Files = {
        "content/sessions/a.md": session("hours: 2\nattendance: a.csv\n"),
        "content/sessions/a.csv": 'person,reason\nchen-ming,"病假\n一天"\nli-fang, 出差 \n',
    }
    table = portal(tmp_path, files).tables["sessions/a.csv"]
    assert table.header == ("person", "reason")
    assert [(line, dict(row)) for line, row in table.rows] == [
        (3, {"person": "chen-ming", "reason": "病假\n一天"}),
        (4, {"person": "li-fang", "reason": "出差"}),
    ]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "java&#115;cript:alert(1)", "&#x6a;avascript&colon;alert(1)", "java&Tab;script:alert(1)", "javascript%3aalert(1)",
        "vbscript:msgbox(1)", "data:text/html;base64,x", "file:///etc/passwd",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["[甲]({})", "![甲]({})", '<a href="{}">甲</a>', "<img alt='甲' src='{}'>"])
def test_unsafe_link_is_seen(form: str, target: str, tmp_path: Path) -> None:
    """A link that would run a program is one finding, however it is disguised and written."""
    (found,) = report(tmp_path, {A: notice(body=form.format(target) + "\n")}).findings
    assert (found.code, found.at.line) == ("REF008", 8)


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    """Files and folders that begin with a dot or an underscore are not looked at."""
    files: Files = {"content/_drafts/a.md": "---\n", "content/.git/a.md": "---\n", "content/notices/_a.md": "---\n"}
    assert said(tmp_path, files) == []
    assert not portal(tmp_path, files).files


def test_portal_may_be_empty(tmp_path: Path) -> None:
    """A portal without any content has no findings."""
    nothing = {path: None for path in DEFAULTS if path != "mkdocs.yml"}
    assert said(tmp_path, nothing) == []


def test_alias_bomb_is_refused_in_time(tmp_path: Path) -> None:
    """Aliases that would grow to billions are one finding, at once."""
    bomb = "extra:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    began = process_time()
    assert said(tmp_path, {A: notice(bomb)}) == [f"{A}:12:17 error FM001 The aliases expand to more than is allowed."]
    assert process_time() - began < 2


def test_weights_of_the_policy(tmp_path: Path) -> None:
    """A rule may be switched off or weighted otherwise, in either language."""
    files: Files = {
        "content/_data/policy.yml": "rules: {FM004: off, REF001: 提示, DAT001: warning}\n",
        A: notice("titel: 甲\n"),
        B: notice("unit: nowhere\npublish_on: 2026-03-10\nexpires: 2026-03-08\n"),
    }
    assert said(tmp_path, files) == [
        f"{B}:6:1 info REF001 `unit: nowhere` is not a known unit.",
        f"{B}:8:1 warning DAT001 `expires` is before `publish_on`.",
    ]


@pytest.mark.parametrize(("until", "count"), [("2026-03-30", 1), ("2026-03-31", 0)])
def test_exception_ends_with_its_day(until: str, count: int, tmp_path: Path) -> None:
    """A named exception holds for one rule in one file, through its last day."""
    waiver = f"waive: [{{code: REF001, reason: 尚未登记, by: 陈明, until: {until}}}]\n"
    found = said(tmp_path, {A: notice("unit: nowhere\n" + waiver)})
    assert sum(" REF001 " in line and line.endswith("is not a known unit.") for line in found) == count


CONTENT = st.binary(max_size=80) | st.text(max_size=80).map(
    lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace")
)
KEYS = st.sampled_from(
    [
        "type",
        "kind",
        "title",
        "date",
        "unit",
        "id",
        "hours",
        "tags",
        "publicity",
        "类型",
        "期限",
        "attachments",
        "sessions",
        "results",
        "x",
    ]
)
VALUES = st.sampled_from(
    ["notice", "会议", "plan", "2026-03-05", "2026-02-30", "no", "1:30", "[a, {b: c}]", "{from: 2026-01-01}", "", "office", "{}", "[[]]", "-1", "~", "*a", "&a x", "notices/a", "a.md"]
)  # fmt: skip
ENTRIES = st.lists(st.tuples(KEYS, VALUES), max_size=8).map(
    lambda pairs: ("---\n" + "".join(f"{key}: {value}\n" for key, value in pairs) + "---\n[甲](a.md)\n").encode()
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One portal for all the examples that hypothesis thinks of."""
    return write(tmp_path_factory.mktemp("portal"), {})


@settings(max_examples=150)
@given(CONTENT | ENTRIES)
def test_any_bytes_are_read_or_told(folder: Path, data: bytes) -> None:
    """Whatever bytes are in an entry, a data file or a table, reading them ends in a report in order."""
    for path in ("notices/a.md", "sessions/a.md", "about.md", "_data/lexicon.yml", "_data/calendar.yml"):
        file = folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    found = check(read_portal(read_settings(folder), AS_OF))
    assert lines(found) == lines(found, "en")
    assert list(found.findings) == sorted(found.findings, key=lambda one: one.order)
    assert all(one.at.line >= 1 and one.at.column >= 1 and one.message.zh for one in found.findings)


@settings(max_examples=60)
@given(CONTENT, st.sampled_from(["units", "people", "groups", "columns", "policy"]))
def test_any_bytes_in_data_are_read_or_told(folder: Path, data: bytes, name: str) -> None:
    """The same holds for the data files that others rest on."""
    file = folder / "content/_data" / f"{name}.yml"
    before = file.read_bytes()
    file.write_bytes(data)
    check(read_portal(read_settings(folder), AS_OF))
    file.write_bytes(before)
