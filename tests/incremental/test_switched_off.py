"""What only saves time is switched off by one variable, and every site, report and status is what it was with it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from portals import write
from sites import CONFIG, Built, built, quickly
from yuandi.base.diagnostics import Report
from yuandi.base.language import told
from yuandi.building.check_portal import CheckRequest, checked_portal
from yuandi.building.day import VARIABLE
from yuandi.building.environment import NO_CACHE, REPORT
from yuandi.building.saved_work import NothingSaved, saved_work
from yuandi.content.settings import CACHE_FOLDER, read_settings
from yuandi.report import as_text

DAY = "2026-11-16"
ROOT = Path(__file__).parents[2]
HEAD = "---\ntype: notice\nkind: notice\ntitle: 读书会{}\ndate: 2026-03-0{}\n---\n\n"
FILES: dict[str, str | bytes | None] = {
    "mkdocs.yml": CONFIG.replace("{name: yuandi}", "{name: yuandi, custom_dir: overrides}"),
    "overrides/yuandi/foot.html": "<footer>园地</footer>\n",
    **{
        f"content/notices/{name}.md": HEAD.format(name, number) + f"见[首页](/)与[上一次](a.md)。二○二四年{name}。\n"
        for number, name in enumerate("abcd", 1)
    },
}

Edit = Callable[[Path], None]


def _replace(path: str, old: str, new: str) -> Edit:
    def edit(folder: Path) -> None:
        text = (folder / path).read_text("utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def _append(path: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        with (folder / path).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return edit


STEPS: dict[str, Edit] = {
    "cold": lambda _: None,
    "unchanged": lambda _: None,
    "edited body": _replace("content/notices/a.md", "见", "又见"),
    "edited body with a finding": _replace("content/notices/b.md", "见", "二○二五年。\n\n见"),
    "body without the finding": _replace("content/notices/b.md", "二○二五年。\n\n", ""),
    "changed title": _replace("content/notices/c.md", "读书会c", "读报会c"),
    "added entry": lambda folder: (folder / "content/notices/e.md").write_text(HEAD.format("e", 5) + "新的。\n", "utf-8") and None,
    "broken entry": _replace("content/notices/e.md", "2026-03-05", "2026-02-30"),
    "deleted entry": lambda folder: (folder / "content/notices/e.md").unlink(),
    "changed template": _replace("overrides/yuandi/foot.html", "园地", "学习园地"),
    "changed unit": _replace("content/_data/units.yml", "云泽县支行", "云泽县分行"),
    "changed setting": _replace("mkdocs.yml", "云泽", "云岭"),
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What a build and a check of one portal gave."""

    built: Built
    checked: Report
    site: dict[str, bytes]
    was_quick: bool = field(compare=False)


def outcome(folder: Path) -> Outcome:
    """Build as little as will do, and check."""
    settings = read_settings(folder)
    request = CheckRequest(date.fromisoformat(DAY))
    sheet = checked_portal(settings, request, told, saved_work())
    done = quickly(folder, day=DAY)
    if done is None:
        now = built(folder, folder / "site", DAY)
    else:
        now = Built(True, as_text(done.report, done.documents, "zh").plain if done.report else "")
    site = folder / "site"
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    return Outcome(now, sheet.report, files, done is not None)


def both(folder: Path, edits: dict[str, Edit], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Two copies of a portal through the same edits, with and without what saves time; the edits that it saved most of."""
    quick = set()
    monkeypatch.setenv(REPORT, "")
    monkeypatch.setenv(VARIABLE, DAY)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    for name, edit in edits.items():
        edit(folder)
        edit(other)
        monkeypatch.delenv(NO_CACHE, raising=False)
        saving = outcome(folder)
        monkeypatch.setenv(NO_CACHE, "1")
        assert outcome(other) == saving, name
        assert saving.built.published is not name.startswith("broken"), saving.built.report
        quick |= {name} if saving.was_quick else set()
    assert (folder / CACHE_FOLDER).is_dir()
    assert not (other / CACHE_FOLDER).exists()
    return quick


@pytest.mark.slow
def test_a_small_portal_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over edits of every kind."""
    quick = both(write(tmp_path / "portal", FILES), STEPS, monkeypatch)
    assert quick == {"unchanged", "edited body", "edited body with a finding", "body without the finding"}


@pytest.mark.slow
def test_the_sample_portal_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Built from nothing, and with another body."""
    portal = tmp_path / "portal"
    portal.mkdir()
    shutil.copytree(ROOT / "content", portal / "content")
    shutil.copy(ROOT / "mkdocs.yml", portal)
    quick = both(
        portal,
        {"cold": lambda _: None, "edited body": _append("content/news/2024/chengyuan-room.md", "\n另附目录。\n")},
        monkeypatch,
    )
    assert quick == {"edited body"}


def test_nothing_is_saved_where_it_is_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the variable, or by an option of the command."""
    monkeypatch.delenv(NO_CACHE, raising=False)
    assert not isinstance(saved_work(), NothingSaved)
    assert isinstance(saved_work(off=True), NothingSaved)
    monkeypatch.setenv(NO_CACHE, "1")
    assert isinstance(saved_work(), NothingSaved)
