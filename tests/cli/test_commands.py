"""The commands as users run them: what they print, and with which status they end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.small_notices import ERROR, SOUND, WARNING, A
from portals import Files, portal, write
from ran import Ran
from yuandi.check import RULES


def test_check_of_a_sound_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without findings the status is 0 and one line says so."""
    ran = Ran(capsys, "check", write(tmp_path, {A: SOUND}), "--as-of", "2026-03-31")
    assert (ran.status, ran.out, ran.err) == (0, "检查完成（2026-03-31）：没有发现问题。\n", "")


def test_check_shows_the_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding is shown with its line and a mark under the place; with an error the status is 1."""
    ran = Ran(capsys, "check", write(tmp_path, {A: ERROR}), "--as-of", "2026-03-31")
    assert ran.status == 1
    assert (
        ran.out
        == """\
content/notices/a.md:6:1 错误 REF001 unknown-reference
  6 | unit: fianance
    | ^^^^^^^^^^^^^^
  `unit: fianance`：没有这个单位。
  提示：是否应为 `finance`？见 _data/units.yml。

检查完成（2026-03-31）：1 个错误。
"""
    )


def test_check_speaks_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `--lang en`, or the environment's YUANDI_LANG, everything is said in English."""
    write(tmp_path, {A: ERROR})
    ran = Ran(capsys, "check", tmp_path, "--as-of", "2026-03-31", "--lang", "en")
    assert (
        ran.out
        == """\
content/notices/a.md:6:1 error REF001 unknown-reference
  6 | unit: fianance
    | ^^^^^^^^^^^^^^
  `unit: fianance` is not a known unit.
  Hint: Did you mean `finance`? See _data/units.yml.

Checked as of 2026-03-31: 1 error.
"""
    )
    monkeypatch.setenv("YUANDI_LANG", "en")
    assert Ran(capsys, "check", tmp_path, "--as-of", "2026-03-31").out == ran.out


def test_mark_stands_under_wide_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Han character is two columns wide on a terminal, and so is the mark under it."""
    ran = Ran(
        capsys, "check", write(tmp_path, {A: SOUND.replace("正文。", "参见[甲](不存在.md)。")}), "--as-of", "2026-03-31"
    )
    assert ran.out.split("\n")[1:3] == ["  8 | 参见[甲](不存在.md)。", "    |          ^^^^^^^^^"]


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [(SOUND, [], 0), (SOUND, ["--strict"], 0), (WARNING, [], 0), (WARNING, ["--strict"], 1), (ERROR, [], 1), (ERROR, ["--strict"], 1)],
)  # fmt: skip
def test_status_of_check(
    text: str, options: list[str], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Errors fail, warnings only with `--strict`, in either format."""
    write(tmp_path, {A: text})
    assert Ran(capsys, "check", tmp_path, *options).status == status
    assert Ran(capsys, "check", tmp_path, "--format", "json", *options).status == status


def test_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The stable form for other programs has these keys and no others, in this order."""
    ran = Ran(capsys, "check", write(tmp_path, {A: ERROR}), "--as-of", "2026-03-31", "--format", "json", "--lang", "en")
    assert (
        ran.out
        == """\
{
  "as_of": "2026-03-31",
  "since": null,
  "history": "none",
  "baseline": null,
  "summary": {
    "error": 1,
    "warning": 0,
    "info": 0,
    "columns": [
      {
        "id": null,
        "title": "(no column)",
        "error": 1,
        "warning": 0,
        "info": 0
      }
    ],
    "units": [
      {
        "id": null,
        "title": "(no unit)",
        "error": 1,
        "warning": 0,
        "info": 0
      }
    ]
  },
  "findings": [
    {
      "code": "REF001",
      "name": "unknown-reference",
      "severity": "error",
      "file": "content/notices/a.md",
      "line": 6,
      "column": 1,
      "end_line": 6,
      "end_column": 15,
      "message": "`unit: fianance` is not a known unit.",
      "hint": "Did you mean `finance`? See _data/units.yml.",
      "url": "rules/unknown-reference/",
      "fix": null
    }
  ]
}
"""
    )
    assert json.loads(Ran(capsys, "check", write(tmp_path, {A: SOUND}), "--format", "json").out)["findings"] == []


def test_report_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings stand by file, line and column, whatever rule they are of."""
    files: Files = {
        "content/notices/b.md": ERROR,
        A: SOUND.replace("---\n\n", "tags: [010]\nunit: x\n---\n\n[甲](x.md)"),
        "content/_data/people.yml": "- id: chen-ming\n  name: 陈明\n  unit: y\n",
    }
    found = json.loads(Ran(capsys, "check", write(tmp_path, files), "--format", "json").out)["findings"]
    places = [(one["file"], one["line"], one["column"]) for one in found]
    assert places == sorted(places)
    assert len(places) == 5


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explain(rule: object, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule is explained by code or name, in the language asked for, and only in that."""
    chinese = Ran(capsys, "explain", rule.code)  # type: ignore[attr-defined]
    english = Ran(capsys, "explain", rule.name, "--lang", "en")  # type: ignore[attr-defined]
    assert (chinese.status, english.status) == (0, 0)
    assert chinese.out.startswith(f"# {rule.code} {rule.name} · ")  # type: ignore[attr-defined]
    assert "**为什么**" in chinese.out
    assert "**Why**" not in chinese.out
    assert "**Why**" in english.out
    assert "**为什么**" not in english.out


def test_new_makes_an_entry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`yuandi new` writes a file in the type's folder, says what to fill in, and the check accepts it."""
    write(tmp_path, {})
    ran = Ran(capsys, "new", "讲座", "公文写作", "--portal", tmp_path, "--as-of", "2026-03-31", "--keys", "zh")
    file = tmp_path / "content/sessions/2026/gong-wen-xie-zuo.md"
    assert (ran.status, ran.out) == (
        0,
        f"已新建 {file}（草稿）。请核对 主办、开始、主题、学时，然后删去草稿状态那一行。\n",
    )
    assert file.read_text("utf-8").startswith("---\n类型: 学习活动\n标题: 公文写作\n")
    assert Ran(capsys, "check", tmp_path).status == 0


def test_new_takes_the_keys_of_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The portal's settings say whether keys are Chinese; a notice needs nothing to be filled in."""
    write(tmp_path, {"mkdocs.yml": "docs_dir: content\nplugins: [yuandi: {entry_keys: zh}]\n"})
    ran = Ran(capsys, "new", "notice", "甲", "--portal", tmp_path, "--as-of", "2026-03-31", "--lang", "en")
    file = tmp_path / "content/notices/2026/jia.md"
    assert ran.out == f"Made {file}\n"
    assert "标题: 甲\n" in file.read_text("utf-8")


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` and `-h` answer and end with status 0."""
    assert Ran(capsys, "--version").status == 0
    ran = Ran(capsys, "-h")
    assert ran.status == 0
    assert all(f"\n  {name} " in ran.out for name in ("build", "check", "explain", "init", "new", "serve"))


def test_output_that_cannot_be_encoded(tmp_path: Path) -> None:
    """On a terminal that knows no Chinese the report is printed all the same."""
    write(tmp_path, {A: ERROR})
    ran = subprocess.run(
        [sys.executable, "-c", "from yuandi.cli.main import main; main()", "check", str(tmp_path)],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert b"REF001" in ran.stdout


def test_file_name_that_is_no_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file whose name is in another encoding is a finding with the name as far as it can be shown."""
    write(tmp_path, {A: SOUND})
    for name in (b"\xb6\xc1.md", b"\xb6\xc1.pdf"):
        (tmp_path / "content/notices").joinpath(name.decode("utf-8", "surrogateescape")).write_bytes(SOUND.encode())
    ran = Ran(capsys, "check", tmp_path, "--format", "json", "--lang", "en")
    found = json.loads(ran.out)["findings"]
    assert [(one["file"], one["code"], one["message"]) for one in found] == [
        ("content/notices/??.md", "FM010", "The file name is not UTF-8, so the file was not read."),
        ("content/notices/??.pdf", "FM010", "The file name is not UTF-8, so the file was not read."),
    ]


def test_file_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file without the right to read it is a finding, and the others are read."""
    write(tmp_path, {A: SOUND, "content/notices/b.md": ERROR})

    def refusing(file: str, mode: str = "r", **options: Any) -> object:
        if file.endswith("/a.md"):
            raise PermissionError(13, "Permission denied")
        return open(file, mode, **options)

    monkeypatch.setattr("yuandi.load.load_content.open", refusing, raising=False)
    ran = Ran(capsys, "check", tmp_path, "--format", "json", "--lang", "en")
    assert [(one["file"], one["code"], one["message"]) for one in json.loads(ran.out)["findings"]] == [
        (A, "FM001", "The file cannot be opened (Permission denied)."),
        ("content/notices/b.md", "REF001", "`unit: fianance` is not a known unit."),
    ]


def test_portal_helper_is_sound(tmp_path: Path) -> None:
    """The portal that all examples begin with has its units, people, groups and measures."""
    found = portal(tmp_path, {})
    assert [len(list(one)) for one in (found.units, found.people, found.groups)] == [3, 2, 1]
    assert found.measure("STU-02")
