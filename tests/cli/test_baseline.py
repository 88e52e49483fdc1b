"""Old findings are left alone: those of a baseline, and those of an earlier revision. Every repository is a real one."""

import json
import os
from pathlib import Path

import pytest

from portals import Files, commit, git, write
from yuandi.base.baseline import FILE
from yuandi.cli.main import main

DAY = ("--as-of", "2026-03-31", "--lang", "en")
A, B = "content/notices/a.md", "content/notices/b.md"
HEAD = "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\n"
CLEAN = "Checked as of 2026-03-31: no findings.\n"


class Ran:
    """One run of a command: its status and what it printed; of a check the findings too."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in (*arguments, *DAY)])
        self.status = ended.value.code
        self.out, self.err = capsys.readouterr()

    @property
    def found(self) -> list[str]:
        """Each finding as its file, line and code."""
        return [
            f"{one['file'].rpartition('/')[2]}:{one['line']} {one['code']}" for one in json.loads(self.out)["findings"]
        ]


def found(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> list[str]:
    """What the check reports."""
    return Ran(capsys, "check", folder, "--format", "json", *options).found


def edit(folder: Path, files: Files) -> None:
    """Write, or with None delete, some files of a portal."""
    for path, text in files.items():
        if text is None:
            (folder / path).unlink()
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def test_baseline_in_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each kind of finding, sorted, with the text that it points at and no line number."""
    write(
        tmp_path,
        {B: HEAD + "unit: x\n---\n\n[乙](c.md)，又见[乙](c.md)\n", A: HEAD.replace("title: 甲\n", "") + "---\n"},
    )
    ran = Ran(capsys, "baseline", tmp_path)
    assert (ran.status, ran.out) == (0, f"Wrote {FILE}: 4 findings in 2 files.\n")
    assert (
        (tmp_path / FILE).read_text("utf-8")
        == """\
{
  "format": 1,
  "findings": [
    {"file": "content/notices/a.md", "code": "FM003", "text": "---", "about": "title"},
    {"file": "content/notices/b.md", "code": "REF001", "text": "unit: x"},
    {"file": "content/notices/b.md", "code": "REF008", "text": "c.md", "count": 2}
  ]
}
"""
    )
    ran = Ran(capsys, "check", tmp_path)
    assert (ran.status, ran.out) == (0, CLEAN + "4 findings are in the baseline and are not listed.\n")
    assert Ran(capsys, "check", tmp_path).out == ran.out, "the same from the cache"
    assert len(found(capsys, tmp_path, "--no-baseline")) == 4


def test_new_findings_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines may move; what is new, also one more of a kind, is reported, and what was solved is counted."""
    write(tmp_path, {A: HEAD + "unit: x\n---\n\n[乙](c.md)\n"})
    Ran(capsys, "baseline", tmp_path)
    edit(tmp_path, {A: HEAD + "tags: [甲]\nunit: y\n---\n\n新的一段。\n\n[乙](c.md)\n\n[乙](c.md)\n"})
    assert found(capsys, tmp_path) == ["a.md:7 REF001", "a.md:14 REF008"]
    assert Ran(capsys, "check", tmp_path).out.endswith(
        "Checked as of 2026-03-31: 2 errors.\n1 findings are in the baseline and are not listed.\n"
        "1 findings of the baseline are solved; update it with `yuandi baseline --shrink`.\n"
    )


def test_baseline_shrinks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--shrink` takes out what was solved and lets nothing new in."""
    write(tmp_path, {A: HEAD + "unit: x\ncolumn: z\n---\n"})
    Ran(capsys, "baseline", tmp_path)
    edit(tmp_path, {A: HEAD + "unit: y\ncolumn: z\n---\n"})
    assert Ran(capsys, "baseline", tmp_path, "--shrink").out == f"Wrote {FILE}: 1 findings in 1 files.\n"
    assert found(capsys, tmp_path) == ["a.md:6 REF001"]
    assert '"count"' not in (tmp_path / FILE).read_text("utf-8")


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 2, "findings": []}', '{"format": 1, "findings": [1]}', "[" * 100_000])  # fmt: skip
def test_baseline_that_cannot_be_used(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged baseline is one sentence and status 2; nothing is taken from it."""
    write(tmp_path, {FILE: text})
    ran = Ran(capsys, "check", tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("Delete it and run `yuandi baseline`.\n")


def test_report_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--output` the report is in the file, and the summary is printed."""
    write(tmp_path, {A: HEAD + "unit: x\n---\n"})
    for form in ("text", "json", "sarif", "gitlab", "github", "junit"):
        ran = Ran(capsys, "check", tmp_path, "--format", form, "-o", tmp_path / "report")
        assert (ran.status, ran.out) == (1, "Checked as of 2026-03-31: 1 error.\n")
        assert "REF001" in (tmp_path / "report").read_text("utf-8")
    assert Ran(capsys, "check", tmp_path, "-o", tmp_path / "none" / "report").status == 2


SINCE: list[tuple[Files, list[str]]] = [
    ({}, []),
    ({A: HEAD + "summary: 又\nunit: x\n---\n\n[乙](b.md)\n"}, []),
    ({"content/notices/c.md": HEAD + "unit: z\n---\n"}, ["c.md:6 REF001"]),
    ({B: None}, ["a.md:9 REF008", "b.md:1 ARC001"]),
    ({"content/_data/units.yml": "- id: office\n  name: 办公室\n"}, ["b.md:6 REF001", "people.yml:7 REF001"]),
    ({A: HEAD + "---\n"}, []),
]


@pytest.mark.parametrize(("files", "said"), SINCE)
def test_since_a_revision(files: Files, said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what the changes cause is reported, also in files that are as they were."""
    portal = write(tmp_path / "站 点", {A: HEAD + "unit: x\n---\n\n[乙](b.md)\n", B: HEAD + "unit: finance\n---\n"})
    commit(tmp_path)
    edit(portal, files)
    assert sorted(found(capsys, portal, "--since", "HEAD")) == sorted(said)


def test_since_follows_renames(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was renamed takes its old findings along; it is the address that is new."""
    old, new = "content/notices/旧 的.md", "content/notices/新“的”.md"
    write(tmp_path, {old: HEAD + "unit: x\n---\n"})
    first = commit(tmp_path)
    git(tmp_path, "mv", old, new)
    edit(tmp_path, {new: HEAD + "unit: x\naliases: [notices/旧的/]\n---\n"})
    assert found(capsys, tmp_path, "--since", first) == ["旧 的.md:1 ARC001"]
    commit(tmp_path)
    assert found(capsys, tmp_path, "--since", "HEAD~1") == ["旧 的.md:1 ARC001"]
    assert found(capsys, tmp_path, "--since", "HEAD") == []


def test_since_with_everything_that_a_tree_may_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Links, attachments, tables and names in no encoding are as they were, so nothing is new."""
    table = "content/sessions/a.csv"
    session = HEAD.replace("notice\nkind: notice", "session\nkind: lecture") + (
        "host: office\nstart: 2026-03-12T14:30\ntopic: 甲\nhours: 2\nattendance: a.csv\n---\n"
    )
    write(tmp_path, {"content/sessions/a.md": session, table: "person,status\n陈明,x\n", "content/a.pdf": b"\0" * 5000})
    edit(
        tmp_path,
        {"content/_data/lexicon.yml": "- wrong: 郊率\n  right: 效率\n", "content/plan.md": "# 甲\n\n[表](a.pdf)\n"},
    )
    os.symlink("../../..", tmp_path / "content/out.md")
    os.symlink("plan.md", tmp_path / "content/link.md")
    with open(os.fsencode(tmp_path / "content") + b"/\xb6\xc1.md", "wb") as stream:
        stream.write(b"x")
    commit(tmp_path)
    assert len(found(capsys, tmp_path)) >= 3
    assert found(capsys, tmp_path, "--since", "HEAD") == []


def test_since_in_a_submodule_and_a_worktree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where `.git` is a file, the repository is found all the same."""
    inner = write(tmp_path / "inner", {A: HEAD + "---\n"})
    first = commit(inner)
    (tmp_path / "outer").mkdir()
    git(tmp_path / "outer", "init", "--quiet")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "portal")
    git(inner, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    for folder in (tmp_path / "outer/portal", tmp_path / "tree"):
        edit(folder, {A: HEAD + "unit: x\n---\n"})
        assert found(capsys, folder, "--since", first[:10]) == ["a.md:6 REF001"]


def test_since_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No repository, no such revision, a clone that does not reach so far: a sentence and status 2."""
    portal = write(tmp_path / "portal", {A: HEAD + "---\n"})
    ran = Ran(capsys, "check", portal, "--since", "HEAD")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("yuandi: The git history cannot be read here: ")
    first = commit(portal)
    commit(portal)
    for word in ("nowhere", "--all", "HEAD:content", ""):
        ran = Ran(capsys, "check", portal, f"--since={word}")
        assert ran.status == (2 if word else 0)
        assert ran.err == (f"yuandi: There is no revision `{word}`.\n" if word else "")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{portal}", "shallow")
    ran = Ran(capsys, "check", tmp_path / "shallow", "--since", first)
    assert ran.err == (
        f"yuandi: There is no revision `{first}`. The clone is shallow; run `git fetch --unshallow` first.\n"
    )


def test_cached_findings_follow_the_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was found is kept, until a file, the baseline or the history changes."""
    write(tmp_path, {A: HEAD + "---\n", B: HEAD + "---\n"})
    assert found(capsys, tmp_path) == []
    commit(tmp_path)
    (tmp_path / B).unlink()
    assert found(capsys, tmp_path) == ["b.md:1 ARC001"]
    assert found(capsys, tmp_path) == ["b.md:1 ARC001"]
    git(tmp_path, "update-ref", "-d", "HEAD")
    assert found(capsys, tmp_path) == []
