"""What a command says where it cannot run: wrong usage, settings that cannot be read, a day that is not one."""

import json
from pathlib import Path

import pytest

from cli.small_notices import SOUND, A
from portals import write
from ran import Ran


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "nowhere 里没有 mkdocs.yml，不是一个园地站点。请进入站点文件夹，或用 `yuandi init 文件夹` 新建。"),
        (["check", "portal", "--as-of", "昨天"], "`昨天` 不是日期，请写成 2026-03-05。"),
        (["check", "nowhere", "--lang", "en"], "There is no mkdocs.yml in nowhere. Go to a portal's folder, or make one with `yuandi init DIR`."),
        (["explain", "FM999"], "没有规则、预设或指标 `FM999`。是否应为 `FM009`？"),
        (["explain", "unknown-typ", "--lang=en"], "There is no rule, preset or measure `unknown-typ`. Did you mean `unknown-type`?"),
        (["explain", "?"], "没有规则、预设或指标 `?`。"),
        (["explain", "甲乙"], "没有规则、预设或指标 `甲乙`。"),
        (["explain", "bank-branches"], "没有规则、预设或指标 `bank-branches`。是否应为 `bank-branch`？"),
        (["new", "notise", "甲", "--portal", "portal"], "没有 `notise` 这种类型。是否应为 `notice`？"),
        (["init", "portal"], "portal 已存在且不为空，没有改动。"),
    ],
)  # fmt: skip
def test_what_cannot_run(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong outside the content is one sentence on standard error, with status 2."""
    write(tmp_path / "portal", {})
    monkeypatch.chdir(tmp_path)
    ran = Ran(capsys, *arguments)
    assert (ran.status, ran.out, ran.err) == (2, "", f"yuandi: {said}\n")


def test_a_command_finds_the_portal_around_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As git does; a site of somebody else's is passed over."""
    write(tmp_path, {"content/notices/mkdocs.yml": "site_name: another\n"})
    monkeypatch.chdir(tmp_path / "content/notices")
    ran = Ran(capsys, "check")
    assert (ran.status, "没有 mkdocs.yml" in ran.err) == (0, False)
    assert Ran(capsys, "new", "notice", "关于开展读书月活动的通知", "--no-input", "--as-of", "2026-03-05").status == 0
    assert [one.name for one in (tmp_path / "content/notices").rglob("*.md")]


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check", "--format", "xml"], ["check", "--lang", "fr"], ["explain"], ["check", "a", "b"]]
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown commands and options end with status 2 and a line of help."""
    ran = Ran(capsys, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: yuandi" in ran.err


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("site_name: [\n", "mkdocs.yml, line 2: this is not valid YAML."),
        ("- 甲\n", "mkdocs.yml must consist of `key: value` lines."),
        ("docs_dir: nowhere\n", "nowhere of docs_dir does not exist."),
        (b"site_name: \xff\n", "mkdocs.yml, line 1: this is not valid YAML."),
        ("docs_dir: content\nplugins: [yuandi: {as_of: soon}]\n", "`soon` is not a date. Write it as 2026-03-05."),
        ("docs_dir: content\n" + "a: " + "[" * 20_000 + "\n", "this is not valid YAML."),
    ],
)  # fmt: skip
def test_unreadable_settings(
    config: str | bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mkdocs.yml that cannot be used is one sentence and status 2."""
    ran = Ran(capsys, "check", write(tmp_path, {"mkdocs.yml": config}), "--lang", "en")
    assert ran.status == 2
    assert ran.err.endswith(f"{said}\n")
    assert ran.err.count("\n") == 1


def test_settings_pass_over_tags_of_mkdocs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`!ENV` and `!!python/name` in mkdocs.yml are MkDocs's business."""
    config = (
        "site_name: !ENV [NAME, 园地]\ndocs_dir: content\nmarkdown_extensions:\n  - x: {y: !!python/name:os.system }\n"
    )
    assert Ran(capsys, "check", write(tmp_path, {"mkdocs.yml": config, A: SOUND})).status == 0


@pytest.mark.parametrize(
    ("environment", "options", "config", "day"),
    [
        ({}, ["--as-of", "2026-03-01"], "2026-02-01", "2026-03-01"),
        ({"YUANDI_AS_OF": "2026-03-02"}, [], "2026-02-01", "2026-03-02"),
        ({"SOURCE_DATE_EPOCH": "1772582400"}, [], "2026-02-01", "2026-02-01"),
        ({"SOURCE_DATE_EPOCH": "1772582400"}, [], "", "2026-03-04"),
    ],
)  # fmt: skip
def test_day_of_the_check(
    environment: dict[str, str],
    options: list[str],
    config: str,
    day: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The day is that of the option, the environment, the settings, the reproducible clock, in this order."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ours = f"plugins: [yuandi: {{as_of: {config}}}]\n" if config else ""
    write(tmp_path, {"mkdocs.yml": "docs_dir: content\n" + ours})
    assert json.loads(Ran(capsys, "check", tmp_path, "--format", "json", *options).out)["as_of"] == day
