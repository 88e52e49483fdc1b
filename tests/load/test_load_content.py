"""Whatever stands in the content folder is read, or said in one clear finding at its place; nothing crashes."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from load.entries import FIELDS, A, B, notice, session
from portals import DEFAULTS, Files, portal, report, said, write


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
        ('summary: "\\ud800"\n', "6:13 error FM001 This is not valid YAML (found invalid Unicode character escape code)."),
        ("summary: a\x07b\n", "6:11 error FM001 This control character is not allowed in YAML."),
        ("k" * 5000 + ": x\n", "6:5001 error FM001 This is not valid YAML (could not find expected ':')."),
        ("extra: " + "[" * 50_000 + "]" * 50_000 + "\n", "6:57 error FM001 The nesting is deeper than 50 levels."),
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
        ("---\n- 甲\n- 乙\n---\n", "2:1 error FM001 The front matter must consist of `field: value` lines."),
        ("---\n甲\n---\n", "2:1 error FM001 The front matter must consist of `field: value` lines."),
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
    assert said(tmp_path, {A: notice(bomb)}) == [
        f"{A}:12:17 error FM001 The content is too large after its aliases are expanded."
    ]
    assert process_time() - began < 2
