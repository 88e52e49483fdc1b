"""Fixes change what they say, and nothing else."""

import os
import random
import subprocess
from pathlib import Path

import pytest

from portals import portal, write
from yuandi.base.diagnostics import Fix
from yuandi.cli.main import main
from yuandi.editing.apply_fixes import fixed_files, with_fixes

LEXICON = "- {wrong: 布署, right: 部署}\n- {wrong: 市工会}\n- {wrong: 全和完善, right: 健全和完善}\n"
PATH = "content/notices/a.md"
BEFORE = """\
---
# 研究布署,不改注释
type:   notice
kind: notice
title: "二○二六年布署"   # 也不改这里的布署
summary: >-
  读书,交流；
  創(chuàng)建
date: 2026-03-05
tags: [布署]
extra: {备注: '布署,'}
---

创(chuàng)建,布署：`布署,甲` [布署](https://example.org/布署,乙)

- 软环境(培训,网络)的建设
- 市工会，全和完善，健全和完善，13812345678
"""
AFTER = (
    BEFORE.replace('"二○二六年布署"', '"二〇二六年部署"')
    .replace("读书,交流", "读书，交流")
    .replace("創(chuàng)建", "創建")
    .replace("创(chuàng)建,布署：", "创建，部署：")
    .replace("[布署]", "[部署]", 2)
    .replace("tags: [部署]", "tags: [布署]")
    .replace("软环境(培训,网络)", "软环境（培训，网络）")
    .replace("，全和完善，健", "，健全和完善，健")
)


def files(text: str | bytes) -> dict[str, str | bytes | None]:
    """A portal with one notice and a lexicon."""
    return {PATH: text, "content/_data/lexicon.yml": LEXICON}


def run(folder: Path, *options: str) -> tuple[int, str]:
    """`yuandi check` with options: its exit status, and what it says."""
    with pytest.raises(SystemExit) as ended:
        main(["check", str(folder), "--no-cache", "--as-of", "2026-03-31", *options])
    return int(str(ended.value.code)), (folder / PATH).read_bytes().decode()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_wrong_changes(mark: str, end: str, tmp_path: Path) -> None:
    """Comments, order, quotes, code, line ends and byte order mark stay, byte for byte."""
    write(tmp_path, files((mark + BEFORE.replace("\n", end)).encode()))
    _, text = run(tmp_path, "--fix")
    assert text == mark + AFTER.replace("\n", end)


def test_masking_is_asked_for(tmp_path: Path) -> None:
    """Numbers are masked only on request; then everything else is fixed as well."""
    write(tmp_path, files(BEFORE))
    _, text = run(tmp_path, "--mask")
    assert text == AFTER.replace("13812345678", "138****5678")


def test_masks_are_no_emphasis(tmp_path: Path) -> None:
    """Two masked numbers in one paragraph would make the words between them bold."""
    write(tmp_path, files(BEFORE.replace("13812345678", "13812345678、13912345678")))
    _, text = run(tmp_path, "--mask")
    assert "138\\*\\*\\*\\*5678、139\\*\\*\\*\\*5678" in text


def test_diff_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--diff` shows the change and leaves the file."""
    write(tmp_path, files(BEFORE.replace("\n- 软", "\n\n\n\n\n\n- 软")))
    status, text = run(tmp_path, "--diff")
    assert status == 1
    assert "布署" in text
    assert capsys.readouterr().out.splitlines()[:12] == [
        f"--- a/{PATH}",
        f"+++ b/{PATH}",
        "@@ -2,21 +2,21 @@",
        " # 研究布署,不改注释",
        " type:   notice",
        " kind: notice",
        '-title: "二○二六年布署"   # 也不改这里的布署',
        '+title: "二〇二六年部署"   # 也不改这里的布署',
        " summary: >-",
        "-  读书,交流；",
        "-  創(chuàng)建",
        "+  读书，交流；",
    ]


@pytest.mark.parametrize("end", ["\n", "", "\n\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_git_applies_the_diff(end: str, line_end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `--diff` shows, `git apply` makes of the file, the last line and its end included."""
    write(tmp_path, files((BEFORE.rstrip("\n") + end).replace("\n", line_end).encode()))
    run(tmp_path, "--diff")
    shown = capsys.readouterr().out.encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=tmp_path, input=shown, check=True)
    assert (tmp_path / PATH).read_bytes() == (AFTER.rstrip("\n") + end).replace("\n", line_end).encode()


def test_what_is_left_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After the fixes the report is on what nobody but the editor can put right."""
    write(tmp_path, files(BEFORE))
    status, _ = run(tmp_path, "--fix", "--format", "github", "--lang", "en")
    shown = capsys.readouterr()
    assert status == 1
    assert shown.err == "Fixed 11 places in 1 files.\n"
    assert [line.partition("title=")[2].split("::")[0] for line in shown.out.splitlines()] == [
        "TXT005 mixed-scripts",
        "TXT002 lexicon-hit",
        "PRV002 mobile-number",
        "",
    ]


def test_exceptions_and_switched_off_rules_are_respected(tmp_path: Path) -> None:
    """What an entry excepts, or the policy switches off, is not fixed."""
    waive = "waive:\n  - {code: TXT002, reason: 原文如此, by: chen-ming, until: 2099-01-01}\n"
    head = f"---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\n{waive}---\n\n"
    write(tmp_path, {**files(f"{head}布署,二○二六年\n"), "content/_data/policy.yml": "rules: {TXT006: 'off'}\n"})
    _, text = run(tmp_path, "--fix")
    assert text == f"{head}布署,二〇二六年\n"


def test_links_and_rights_stay(tmp_path: Path) -> None:
    """A file keeps its rights, and a link to a file stays a link."""
    write(tmp_path, {**files(BEFORE), "content/notices/b.md": None, "content/store/b.txt": BEFORE})
    (tmp_path / PATH).chmod(0o640)
    (tmp_path / "content/notices/b.md").symlink_to("../store/b.txt")
    run(tmp_path, "--fix")
    assert (tmp_path / PATH).stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "content/notices/b.md").is_symlink()
    assert (tmp_path / "content/store/b.txt").read_text(encoding="utf-8") == AFTER
    assert not [name for name in os.listdir(tmp_path / "content/notices") if name.endswith(".new")]


SEED = 20261120
PIECES = (
    "布署", "全和完善", "健", "創(chuàng)建", "学(xué)", "(", ")", ",", "，", "。", "二○二六年", "二0二六年", "甲", "乙", "一、", "(二)", "`", "**", "\n", "\n\n",
    "- ", "| ", "<b>", "</b>", "<!--", "-->", "13812345678", "11010519491231002X", " ", "[甲](b.md)", "{: #a }", "https://a.b/甲,乙", "：", "'", '"', "\\",
)  # fmt: skip


def test_fixing_again_changes_nothing_and_outside_fixes_nothing_changes(tmp_path: Path) -> None:
    """Over random texts: one run leaves nothing to fix, and what is no part of a fix is as it was."""
    rng = random.Random(SEED)  # noqa: S311  # a test, no secret
    texts = ["".join(rng.choices(PIECES, k=rng.randint(1, 40))) for _ in range(400)]
    head = "---\ntype: notice\nkind: notice\ntitle: 甲布署,乙\ndate: 2026-03-05\n---\n\n"
    entries = {f"content/notices/n{index}.md": f"{head}{text}\n" for index, text in enumerate(texts)}
    first = portal(tmp_path, {**entries, "content/_data/lexicon.yml": LEXICON})
    changed = {file.entry.path: file for file in fixed_files(first, lambda one: one.origin.document.text, mask=True)}
    assert len(changed) == len(texts), f"seed {SEED}"
    again = portal(
        tmp_path,
        {f"content/{path}": file.after for path, file in changed.items()} | {"content/_data/lexicon.yml": LEXICON},
    )
    assert fixed_files(again, lambda one: one.origin.document.text, mask=True) == [], f"seed {SEED}"
    keep = {"甲", "乙", "`", "\n", "|", "<", ">", "#", "{", "}", "[", "]", '"', "'"}
    for file in changed.values():
        assert [one for one in file.after if one in keep] == [one for one in file.before if one in keep], f"seed {SEED}"


def test_places_count_line_ends_once() -> None:
    """Fixes of a text with two-character line ends and a byte order mark land where they were meant."""
    before = "\ufeff一\r\n二\r\n三\n四\r五"
    fixes = [Fix(0, 1, "甲"), Fix(2, 3, "乙乙"), Fix(4, 5, ""), Fix(6, 7, "丁"), Fix(8, 9, "戊")]
    assert with_fixes(before, fixes) == "\ufeff甲\r\n乙乙\r\n\n丁\r戊"
