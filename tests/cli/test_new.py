"""`yuandi new` in a terminal: it asks for what is required, and opens the file."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from portals import write
from ran import Ran

_COMMAND = "import sys; from yuandi.cli.main import main; main(sys.argv[1:])"


def in_terminal(folder: Path, *arguments: str, answers: str, editor: str = "") -> tuple[str, int]:
    """What a terminal shows while these answers are typed, and the status."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "EDITOR": editor, "VISUAL": "", "TERM": "dumb", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", _COMMAND, "new", *arguments, "--as-of", "2026-03-05"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment) as running:
        os.close(theirs)
        os.write(ours, answers.encode("utf-8"))
        shown = b""
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:
                break
            if not read:
                break
            shown += read
        status = running.wait(60)
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n"), status


def test_asking_for_everything(tmp_path: Path) -> None:
    """Type by number, title, each required field; a wrong answer is asked again, an empty one takes the proposal."""
    root = write(tmp_path / "p", {})
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nprintf '编辑过。\\n' >> \"$1\"\n")
    editor.chmod(0o755)
    answers = "9\n读书分享会\nlecture\n财物科\n财务科\n昨天\n2026-03-06T14:30\n读书\n\n"
    shown, status = in_terminal(root, answers=answers, editor=str(editor))
    assert status == 0, shown
    assert "没有 `财物科`。是否应为 `财务科`？" in shown
    assert "`昨天` 不合要求。" in shown
    (made,) = (root / "content/sessions/2026").glob("*.md")
    assert (
        made.read_text("utf-8")
        == """\
---
type: session
title: 读书分享会
date: 2026-03-05
kind: lecture
host: finance
start: 2026-03-06T14:30
topic: 读书
hours: 2
---

正文写在这里。
编辑过。
"""
    )


def test_without_a_terminal_nothing_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then type and title must be given."""
    root = write(tmp_path, {})
    ran = Ran(capsys, "new", "notice", "--portal", root, "--lang", "en")
    assert (ran.status, ran.err) == (2, "yuandi: TITLE is missing.\n")
    assert Ran(capsys, "new", "notice", "甲", "--portal", root).status == 0
