"""The page of the guide: its commands run, and its example is what they make."""

import re
import shlex
from pathlib import Path

import pytest

from portals import write
from yuandi.cli.main import main

PAGE = (Path(__file__).parents[2] / "docs/guide/import.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)
FILES = {
    "考勤.csv": "2026年3月5日理论学习签到表\n姓名,签到情况\n陈明,√\n李芳,病假\n".encode("gbk"),
    "短信.txt": "通知".encode("gbk"),
    "人员名单.csv": "姓名,部门,职务,手机\n周远,财务科,科员,8012\n".encode(),
}


def blocks(info: str) -> list[str]:
    """The blocks of the page that are of one kind."""
    return [block["text"] for block in BLOCK.finditer(PAGE) if block["info"] == info]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The portal in which the page's commands are run, with the files that they name."""
    write(tmp_path, {})
    (text,) = blocks("text")
    (tmp_path / "读书月通知.txt").write_text(text, "utf-8")
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YUANDI_AS_OF", "2026-03-31")
    return tmp_path


def test_the_example_is_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry and the report are those of the page, and without its draft status the entry passes the check."""
    (entry,), (report,) = blocks("markdown"), blocks("report")
    with pytest.raises(SystemExit):
        main(["import", "读书月通知.txt"])
    assert capsys.readouterr().out == report
    file = home / "content/notices/2026/guan-yu-kai-zhan-du-shu-yue-huo-dong-de.md"
    assert file.read_text("utf-8") == entry
    file.write_text(entry.replace("status: draft\n", ""), "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 0


def test_every_command_runs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the page, each in the portal that the ones before have left."""
    commands = [line for text in blocks("sh") for line in text.splitlines()]
    assert commands.pop(0) == "pip install 'yuandi[import]'"
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main(shlex.split(command)[1:])
        assert (ended.value.code, capsys.readouterr().err) == (0, ""), command
    made = sorted(file.relative_to(home).as_posix() for file in home.rglob("*.md"))
    notice = "content/notices/2026/guan-yu-kai-zhan-du-shu-yue-huo-dong-de"
    sheet = "2026-nian-3-yue-5-ri-li-lun-xue-xi-qian"
    assert made == [
        "content/duan-xin.md",
        f"{notice}-2.md",
        f"{notice}-3.md",
        f"{notice}.md",
        f"content/sessions/{sheet}.md",
        f"待核对/{sheet}.md",
    ]
    assert (home / "content/duan-xin.md").read_text("utf-8").endswith("\n\n通知\n")
    assert (home / f"待核对/{sheet}-attendance.csv").read_text("utf-8") == (
        "人员,情况,事由\nchen-ming,出席,\nli-fang,请假,病假\n"
    )
    assert (home / "content/_import/people.yml").read_text("utf-8") == (
        "- id: zhou-yuan\n  name: 周远\n  unit: finance\n  post: 科员\n"
    )
