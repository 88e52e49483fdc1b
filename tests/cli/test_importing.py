"""`yuandi import` as users run it: what it prints, writes and refuses."""

import sys
from pathlib import Path

import pytest

from portals import write
from yuandi.cli.main import main

TEXT = "关于放假的通知\n各部门：\n清明节放假三天。\n办公室\n2026年3月30日\n"


class Ran:
    """One run of the command in this process: its status, and what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["import", *(str(argument) for argument in arguments)])
        self.status = ended.value.code
        self.out, self.err = capsys.readouterr()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal to stand in, and a text beside it."""
    for name in ("YUANDI_LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("YUANDI_AS_OF", "2026-03-31")
    monkeypatch.chdir(write(tmp_path / "home", {}))
    Path("a.txt").write_text(TEXT, "utf-8")
    return Path()


def files() -> list[str]:
    """The files of the content, without its data."""
    return sorted(str(file) for file in Path("content").rglob("*.*") if file.is_file() and "_data" not in file.parts)


def test_nothing_is_overwritten(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same text a second time is another file; the first stays as it is."""
    first = Ran(capsys, "a.txt", "--keys", "zh")
    assert (first.status, first.out) == (
        0,
        "content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md（草稿）\n  核对以后删去草稿状态那一行。\n",
    )
    text = (home / "content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md").read_text("utf-8")
    assert (
        text
        == """\
---
类型: 通知
标题: 关于放假的通知
日期: 2026-03-30
成文日期: 2026-03-30
单位: office
主送:
- 各部门
种类: 通知
状态: 草稿
---

清明节放假三天。
"""
    )
    assert Ran(capsys, "a.txt").status == 0
    assert files() == [
        "content/notices/2026/guan-yu-fang-jia-de-tong-zhi-2.md",
        "content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md",
    ]
    assert (home / "content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md").read_text("utf-8") == text


@pytest.mark.usefixtures("home")
def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The entry is shown, and the content stays as it is."""
    ran = Ran(capsys, "a.txt", "--dry-run", "--lang", "en")
    assert ran.status == 0
    assert ran.out.startswith("content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md (a draft)\n---\ntype: notice\n")
    assert files() == []


def test_one_refusal_holds_nobody_up(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several files the ones that can be read are imported; the status is 2."""
    (home / "b.docx").write_bytes(b"PK")
    ran = Ran(capsys, "missing.txt", "b.docx", "a.txt", "--lang", "en")
    assert (ran.status, ran.err) == (
        2,
        "missing.txt: The file cannot be opened (No such file or directory).\n"
        "b.docx: The file is incomplete or damaged. Copy it again, or save it again in Office.\n",
    )
    assert files() == ["content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md"]


def test_records_that_wait_are_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list of people that was not taken over yet is not overwritten by the next, and others are still imported."""
    (home / "people.csv").write_text("姓名,部门\n周远,财务科\n", "utf-8")
    assert Ran(capsys, "people.csv").status == 0
    ran = Ran(capsys, "people.csv", "a.txt", "--lang", "en")
    waiting = (home / "content/_import/people.yml").resolve()
    assert (ran.status, ran.err) == (2, f"people.csv: {waiting} already exists and was not changed.\n")
    assert files() == ["content/_import/people.yml", "content/notices/2026/guan-yu-fang-jia-de-tong-zhi.md"]


@pytest.mark.parametrize(
    ("name", "package"), [("a.docx", "mammoth"), ("a.xlsx", "python_calamine"), ("a.html", "selectolax.lexbor")]
)
def test_without_the_extra(
    name: str, package: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install is said in both languages; plain text needs nothing."""
    monkeypatch.setitem(sys.modules, package, None)
    (home / name).write_bytes(b"<p>x</p>")
    shown = package.partition(".")[0].replace("_", "-")
    assert (
        Ran(capsys, name).err == f"{name}：导入这种文件需要 {shown}，还没有安装。请运行：pip install 'yuandi[import]'\n"
    )
    assert Ran(capsys, name, "--lang", "en").err == (
        f"{name}: Importing such a file needs {shown}, which is not installed. Run: pip install 'yuandi[import]'\n"
    )
    assert Ran(capsys, "a.txt").status == 0


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("option", "word", "sentence"),
    [
        ("--type", "notic", "没有 `notic` 这种类型。是否应为 `notice`？"),
        ("--unit", "ofice", "没有单位 `ofice`。是否应为 `office`？单位列在 _data/units.yml。"),
        ("--date", "3月5日", "`3月5日` 不是日期，请写成 2026-03-05。"),
    ],
)
def test_a_wish_that_cannot_be(option: str, word: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A type, unit or day that there is not ends the command before anything is read."""
    ran = Ran(capsys, "a.txt", option, word)
    assert (ran.status, ran.err) == (2, f"yuandi: {sentence}\n")
    assert files() == []


def test_wishes_win(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The user's type, unit and day stand in the entry, whatever the text says."""
    assert Ran(capsys, "a.txt", "--type", "公示", "--unit", "财务科", "--date", "2026-04-01", "-o", "out").status == 0
    text = (home / "out/guan-yu-fang-jia-de-tong-zhi.md").read_text("utf-8")
    assert text.startswith(
        "---\ntype: notice\ntitle: 关于放假的通知\ndate: 2026-04-01\nsigned_date: 2026-03-30\nunit: finance\n"
        "to:\n- 各部门\nkind: publicity\nstatus: draft\n---\n"
    )
    assert files() == []
