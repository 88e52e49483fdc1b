"""What git remembers: one pass over the commits, and the rules that look back. Every repository is a real one."""

from datetime import date
from pathlib import Path

import pytest

from portals import AS_OF, commit, git, lines, write
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.load.history import Change, History
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

NOTICE = "---\ntype: notice\nkind: notice\ntitle: 通知\ndate: 2026-03-05\n---\n\n正文。\n"
A, B = "content/notices/a.md", "content/notices/b.md"
GONE = "error ARC001 The address `notices/{}/` was published ({}) and no longer exists."


def opened(folder: Path) -> PlannedPortal:
    """The portal in a folder."""
    return read_portal(read_settings(folder), AS_OF)


def said(folder: Path) -> list[str]:
    """What the check says of the portal in a folder."""
    return lines(check(opened(folder)))


def blob(folder: Path, revision: str, path: str) -> str:
    """The name of a text in a commit."""
    return git(folder, "rev-parse", f"{revision}:{path}")


def test_history_of_files(tmp_path: Path) -> None:
    """Each change has its day and text, newest first; a renamed file is followed to its new name and back."""
    first = commit(write(tmp_path, {A: NOTICE}), day="2026-01-10")
    git(tmp_path, "mv", A, "content/notices/读书 月.md")
    second = commit(tmp_path, day="2026-02-11")
    (tmp_path / "content/notices/读书 月.md").write_text(NOTICE + "又一句。\n", encoding="utf-8")
    third = commit(tmp_path, day="2026-03-12")
    found = opened(tmp_path).history
    new = "notices/读书 月.md"
    assert found.state == "full"
    assert found.changes["notices/a.md"] == (
        Change(date(2026, 2, 11), author="x"),
        Change(date(2026, 1, 10), blob(tmp_path, first, A), "x"),
    )
    assert found.changes[new] == (
        Change(date(2026, 3, 12), blob(tmp_path, third, f"content/{new}"), "x"),
        Change(date(2026, 2, 11), blob(tmp_path, second, f"content/{new}"), "x"),
    )
    assert found.renames == {"notices/a.md": new}
    assert (found.now("notices/a.md"), list(found.names(new))) == (new, [new, "notices/a.md"])
    assert (found.first(new), found.last(new)) == (date(2026, 1, 10), date(2026, 3, 12))


def test_without_git(tmp_path: Path) -> None:
    """A portal outside any repository has no history, and nothing is said of it."""
    write(tmp_path, {A: NOTICE})
    assert opened(tmp_path).history == History()
    assert said(tmp_path) == []


def test_without_a_commit(tmp_path: Path) -> None:
    """A repository in which nothing was committed has no history either."""
    git(write(tmp_path, {A: NOTICE}), "init", "--quiet")
    assert opened(tmp_path).history == History()


def test_without_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed there is no history."""
    commit(write(tmp_path, {A: NOTICE}))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert opened(tmp_path).history == History()


def test_portal_in_a_subfolder(tmp_path: Path) -> None:
    """A portal below the top of its repository sees its own files only, by their paths in content."""
    portal = write(tmp_path / "站点" / "portal", {A: NOTICE})
    (tmp_path / "content").mkdir()
    (tmp_path / "content/other.md").write_text(NOTICE, encoding="utf-8")
    commit(tmp_path)
    (portal / A).unlink()
    (tmp_path / "content/other.md").unlink()
    assert said(portal) == [f"{A}:1:1 {GONE.format('a', '2026-01-15')}"]


def test_worktree_and_shallow_clone(tmp_path: Path) -> None:
    """A further work tree has the whole history; a shallow clone says that it has not."""
    portal = write(tmp_path / "portal", {A: NOTICE})
    commit(portal)
    (portal / A).rename(portal / B)
    commit(portal)
    git(portal, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{portal}", "shallow")
    assert said(tmp_path / "tree") == [f"{A}:1:1 {GONE.format('a', '2026-01-15')}"]
    assert said(tmp_path / "shallow") == []
    assert opened(tmp_path / "shallow").history.state == "shallow"


def test_what_a_branch_did_before_its_merge(tmp_path: Path) -> None:
    """What a branch added and took away again before it was merged was never published."""
    commit(write(tmp_path, {}))
    git(tmp_path, "switch", "--quiet", "--create", "draft")
    (tmp_path / "content/notices").mkdir()
    (tmp_path / A).write_text(NOTICE, encoding="utf-8")
    commit(tmp_path)
    git(tmp_path, "mv", A, B)
    commit(tmp_path)
    assert said(tmp_path) == [f"{A}:1:1 {GONE.format('a', '2026-01-15')}"]
    git(tmp_path, "switch", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--message", "x", "draft")
    assert said(tmp_path) == []


def test_deleted_in_a_merge(tmp_path: Path) -> None:
    """A merge that takes a published entry away is seen."""
    commit(write(tmp_path, {A: NOTICE}))
    git(tmp_path, "switch", "--quiet", "--create", "other")
    commit(tmp_path)
    git(tmp_path, "switch", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-commit", "other")
    git(tmp_path, "rm", "--quiet", A)
    commit(tmp_path)
    assert said(tmp_path) == [f"{A}:1:1 {GONE.format('a', '2026-01-15')}"]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (NOTICE.replace("---\n\n", "publish_on: 2026-03-01\n---\n\n"), "2026-02-01", 0),
        (NOTICE.replace("---\n\n", "publish_on: 2026-03-01\n---\n\n"), "2026-03-02", 1),
        (NOTICE.replace("---\n\n", "status: reviewed\n---\n\n"), "2026-02-01", 0),
        (NOTICE.replace("---\n\n", "visibility: unit\n---\n\n"), "2026-02-01", 1),
        ("---\ntype: nonsense\n---\n", "2026-02-01", 0),
        ("---\nnever closed", "2026-02-01", 0),
    ],
)
def test_what_counts_as_published(before: str, after: str, count: int, tmp_path: Path) -> None:
    """What was gone before its day, was never approved or could not be read was not published; a narrower audience's entry was."""
    commit(write(tmp_path, {A: before}))
    (tmp_path / A).unlink()
    commit(tmp_path, day=after)
    assert len(said(tmp_path)) == count


def test_entry_that_cannot_be_read_has_not_vanished(tmp_path: Path) -> None:
    """A file that is broken today is reported as that, not as gone."""
    commit(write(tmp_path, {A: NOTICE}))
    (tmp_path / A).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert [line.split(" ")[2] for line in said(tmp_path)] == ["FM001"]


def test_hint_names_the_new_place(tmp_path: Path) -> None:
    """Where git saw the file go under another name, the hint says where the alias belongs."""
    commit(write(tmp_path, {A: NOTICE}))
    git(tmp_path, "mv", A, B)
    commit(tmp_path)
    (finding,) = check(opened(tmp_path)).findings
    assert finding.hint
    assert finding.hint.en == "Write `aliases: [notices/a/]` in notices/b.md."


def test_addresses_that_led_to_what_is_gone(tmp_path: Path) -> None:
    """With an entry its former addresses go as well; whoever takes its place takes them all."""
    commit(write(tmp_path, {A: NOTICE.replace("---\n\n", "aliases: [old/reading]\n---\n\n")}))
    (tmp_path / A).unlink()
    gone = f"{A}:1:1 {GONE}".replace("notices/{}/", "{}")
    assert said(tmp_path) == [gone.format("notices/a/", "2026-01-15"), gone.format("old/reading/", "2026-01-15")]
    successor = NOTICE.replace("---\n\n", "aliases: [notices/a/]\n---\n\n")
    (tmp_path / B).write_text(successor, encoding="utf-8")
    assert said(tmp_path) == [gone.format("old/reading/", "2026-01-15")]
    (tmp_path / B).write_text(successor.replace("[", "[old/reading/, "), encoding="utf-8")
    assert said(tmp_path) == []


def test_person_who_left_the_directory(tmp_path: Path) -> None:
    """Who was named by an id that the directory no longer has, and is now named by name, is still on the roll."""
    roll = "---\ntype: honour-roll\ntitle: 标兵\ndate: 2026-01-12\naward: 标兵\nyear: 2025\nentries:\n  - {{{}, category: employee}}\n---\n"
    path = "content/honours/2025.md"
    commit(write(tmp_path, {path: roll.format("ref: li-fang")}))
    (tmp_path / "content/_data/people.yml").write_text("- id: chen-ming\n  name: 陈明\n", encoding="utf-8")
    (tmp_path / path).write_text(roll.format("name: 李　芳"), encoding="utf-8")
    assert said(tmp_path) == []
    (tmp_path / path).write_text(roll.format("name: 李方"), encoding="utf-8")
    assert said(tmp_path) == [
        f"{path}:1:1 error HON001 `li-fang` was on the roll of “标兵” (2025) on 2026-01-15, and was removed without an explanation."
    ]


def test_nothing_of_the_repository_is_executed(tmp_path: Path) -> None:
    """Neither hooks nor filters, monitors, pagers, diff programs, signature checks or transports run."""
    portal = write(tmp_path / "portal", {A: NOTICE, "content/.gitattributes": "*.md diff=x filter=x\n"})
    commit(portal)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    settings = (
        "core.fsmonitor core.pager core.sshCommand core.editor diff.external diff.x.command diff.x.textconv "
        "filter.x.clean filter.x.smudge filter.x.process gpg.program gpg.ssh.program pager.log uploadpack.packObjectsHook "
        "core.alternateRefsCommand credential.helper core.askPass"
    )
    for name in settings.split():
        git(portal, "config", name, str(trap))
    git(portal, "config", "log.showSignature", "true")
    git(portal, "config", "core.hooksPath", str(tmp_path))
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (tmp_path / hook).write_bytes(trap.read_bytes())
        (tmp_path / hook).chmod(0o755)
    (portal / A).unlink()
    assert said(portal) == [f"{A}:1:1 {GONE.format('a', '2026-01-15')}"]
    assert not (tmp_path / "sprung").exists()
