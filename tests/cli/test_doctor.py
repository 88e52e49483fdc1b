"""`yuandi doctor`: what it sees, what it advises, and its status."""

from pathlib import Path

import pytest

from portals import commit, git, write
from ran import Ran
from yuandi.incremental.store import file_of
from yuandi.publishing import build_speed, machine

SOUND = "site_name: 甲\ndocs_dir: content\ntheme: {name: yuandi}\nplugins: [yuandi]\n"


def said(capsys: pytest.CaptureFixture[str], root: Path) -> tuple[object, list[str]]:
    """The status, and the lines that are not good news, without those about this machine's fonts and extras."""
    ran = Ran(capsys, "doctor", root, "--lang", "en")
    lines = ran.out.splitlines()[:-1]
    pairs = [(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=True) if line[0] in "!✗"]
    found = [f"{line} → {after[4:]}" if after.startswith("  → ") else line for line, after in pairs]
    return ran.status, [line for line in found if "font" not in line and "core" not in line]


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A portal in git with our plugin and theme."""
    commit(write(tmp_path, {"mkdocs.yml": SOUND}))
    assert said(capsys, tmp_path) == (0, [])


def test_plugins_theme_and_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plugins that see no entries, another theme, and what the fast parser does not know."""
    config = SOUND.replace("[yuandi]", "[tags, yuandi]").replace("name: yuandi", "name: material")
    commit(write(tmp_path, {"mkdocs.yml": f"{config}markdown_extensions: [pymdownx.arithmatex]\n"}))
    status, lines = said(capsys, tmp_path)
    assert status == 1
    assert lines == [
        "✗ The theme in mkdocs.yml is material → Make it theme: {name: yuandi}",
        "! The plugin tags processes plain pages only, not entries: the field `tags` of entries is shown on their pages.",
        "! markdown_extensions name something that the fast parser does not know: all bodies take the slow one → Leave out extensions that nobody needs",
    ]


def test_without_our_plugin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Drafts would be published."""
    commit(write(tmp_path, {"mkdocs.yml": SOUND.replace("plugins: [yuandi]", "plugins: []")}))
    status, lines = said(capsys, tmp_path)
    assert (status, lines) == (
        1,
        ["✗ mkdocs.yml does not name the plugin yuandi: drafts and _data would be published → Add plugins: [yuandi]"],
    )


def test_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No git at all is a pity; a shallow clone a problem; the cache in git costs."""
    root = write(tmp_path / "p", {"mkdocs.yml": SOUND, ".yuandi/x": "甲"})
    status, lines = said(capsys, root)
    assert (status, [line[:23] for line in lines]) == (0, ["! Git has no history he"])
    commit(root)
    commit(root, day="2026-01-16")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "clone")
    status, lines = said(capsys, tmp_path / "clone")
    assert status == 1
    assert [line.partition(" →")[0] for line in lines] == [
        "✗ The clone is shallow: 1 commits only",
        "! The cache .yuandi is committed in git",
    ]


def test_speed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that is off or damaged, the slow parser, large files."""
    root = write(
        tmp_path,
        {"mkdocs.yml": SOUND.replace("[yuandi]", "[{yuandi: {fast_markdown: false}}]"), ".gitignore": ".yuandi\n"},
    )
    monkeypatch.setenv("YUANDI_NO_CACHE", "1")
    monkeypatch.setattr(build_speed, "_LARGE", 10)
    (root / ".yuandi").mkdir()
    file_of(root).write_bytes(b"no database at all, but as long as one may be" * 100)
    (root / "content/film.mp4").write_bytes(b"x" * 11)
    commit(root)
    status, lines = said(capsys, root)
    assert status == 1
    assert [line.partition(" →")[0].replace(str(root), "") for line in lines] == [
        "! YUANDI_NO_CACHE in the environment draws every page each time",
        f"✗ The cache {str(file_of(root)).replace(str(root), '')} cannot be used",
        "! fast_markdown: false takes the slow parser for all bodies",
        "! 1 files have more than 50 MB: film.mp4",
    ]


def test_versions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A library that is too old, and one that is not there."""
    monkeypatch.setattr(
        machine.metadata, "requires", lambda _: ["click>=99", "no-such-library>=1", 'other>=1; extra == "lsp"']
    )
    commit(write(tmp_path, {"mkdocs.yml": SOUND}))
    status, lines = said(capsys, tmp_path)
    assert status == 1
    assert [line.partition(" →")[0].split(" is ")[0] for line in lines] == ["✗ click", "✗ no-such-library"]


def test_writing_in_the_browser(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page for writing needs its scripts."""
    config = SOUND.replace("[yuandi]", "[{yuandi: {cms: {backend: local}}}]")
    commit(write(tmp_path, {"mkdocs.yml": config, "content/admin/decap-cms.js": "甲"}))
    assert said(capsys, tmp_path) == (1, ["✗ The page for writing lacks js-yaml.min.js → Run yuandi cms"])
