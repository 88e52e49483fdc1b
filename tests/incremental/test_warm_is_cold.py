"""After any edit a build gives, byte for byte, what a build into an empty folder gives.

Random edits to a small portal, each followed by a build that may use what it remembers and one that may not.
`make soak` runs many; the seed is printed with every failure.
"""

import os
import random
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from corpus import make  # the benchmarks are no package

from sites import Built, built, quickly
from yuandi.building.day import VARIABLE
from yuandi.building.environment import REPORT
from yuandi.report import as_text

pytestmark = pytest.mark.slow

ENTRIES = 60
SCRIPTS = int(os.environ.get("YUANDI_SOAK", "2"))
EDITS = 12


class Portal:
    """A portal under edit: its folder, its random source, the site and day of the next build."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.rng = folder, random.Random(seed)  # noqa: S311  # edits, no secrets
        self.day, self.site = "2025-12-31", "site"
        make(folder, ENTRIES, seed)

    @property
    def entries(self) -> list[Path]:
        """All entries, in order."""
        return sorted((self.folder / "content").rglob("*.md"))

    def one(self) -> Path:
        """An entry."""
        return self.rng.choice(self.entries)


def edit_body(portal: Portal) -> None:
    """A sentence more at the end of one body."""
    with portal.one().open("a", encoding="utf-8") as stream:
        stream.write(f"\n新的一句{portal.rng.random()}。\n")


def edit_body_with_syntax(portal: Portal) -> None:
    """Something in one body that only the reference converter takes, or a heading, or a link."""
    piece = portal.rng.choice(
        [
            "`码`",
            "## 新标题",
            "<b>粗</b>",
            "[外](https://example.org)",
            "脚注[^1]\n\n[^1]: 注",
            "[坏](nowhere.md)",
            "<video poster='x.png'></video>",
            "> > > > 引",
            "各科室：",
            "二○二四年的事。",
            "见[首页](/)与[归档](/archive/)。",
        ]
    )
    with portal.one().open("a", encoding="utf-8") as stream:
        stream.write(f"\n{piece}\n")


def cut_body(portal: Portal) -> None:
    """The last line of one body is gone, and what was found in it."""
    file = portal.one()
    kept = file.read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[0]
    if kept.count("---") >= 2:
        file.write_text(f"{kept}\n", encoding="utf-8")


def copy_body(portal: Portal) -> None:
    """One body is that of another entry, or no more so."""
    one, other = portal.one(), portal.one()
    head = one.read_text(encoding="utf-8").split("\n---\n", 1)[0]
    body = other.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    one.write_text(f"{head}\n---\n{body}", encoding="utf-8")


def edit_title(portal: Portal) -> None:
    """Another title."""
    _substitute(portal.one(), r"^title: (.+)$", rf"title: \g<1>{portal.rng.randrange(100)}")


def edit_date(portal: Portal) -> None:
    """Another day of publication."""
    _substitute(portal.one(), r"^date: (\d{4})-\d\d-\d\d$", r"date: \1-06-15")


def edit_unit_name(portal: Portal) -> None:
    """A unit is called otherwise."""
    _substitute(portal.folder / "content/_data/units.yml", r"(id: unit-\d\d, name: )(\S+?),", r"\1\2新,")


def edit_policy(portal: Portal) -> None:
    """The policy says another thing."""
    weight = portal.rng.choice(["", "rules: {TXT007: info, REF008: warning}\n", "rules: {TXT007: off}\n"])
    (portal.folder / "content/_data/policy.yml").write_text(f"hours_per_day: {portal.rng.randint(6, 9)}\n{weight}")


def edit_settings(portal: Portal) -> None:
    """The site is called otherwise."""
    _substitute(portal.folder / "mkdocs.yml", r"^site_name: .*$", f"site_name: 语料{portal.rng.randrange(100)}")


def edit_script(portal: Portal) -> None:
    """The other script."""
    file = portal.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    other = "hans" if "script: hant" in text else "hant"
    file.write_text(re.sub(r"( +- yuandi: \{)(?:script: \w+, )?", rf"\1script: {other}, ", text), encoding="utf-8")


def edit_template(portal: Portal) -> None:
    """A template of one's own."""
    (portal.folder / "overrides/yuandi").mkdir(parents=True, exist_ok=True)
    (portal.folder / "overrides/yuandi/archive.html").write_text(
        f"<h1>{{{{ view.title }}}} {portal.rng.random()}</h1>\n"
    )
    _substitute(portal.folder / "mkdocs.yml", r"name: yuandi\}", "name: yuandi, custom_dir: overrides}")


def edit_style(portal: Portal) -> None:
    """A part of the style sheet of one's own."""
    part = portal.folder / "overrides/assets/stylesheets/yuandi/lost.css"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(f".yd-lost {{ width: {portal.rng.randrange(100)}rem }}\n")
    _substitute(portal.folder / "mkdocs.yml", r"name: yuandi\}", "name: yuandi, custom_dir: overrides}")


def add_template(portal: Portal) -> None:
    """A second template of one's own, in a folder that is there."""
    if (portal.folder / "overrides/yuandi").is_dir():
        (portal.folder / "overrides/yuandi/foot.html").write_text(f"<footer>{portal.rng.random()}</footer>\n")


def add(portal: Portal) -> None:
    """A new entry."""
    path = portal.folder / f"content/notices/2024/new-{portal.rng.randrange(10**6)}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\ntitle: 新通知\ndate: 2024-05-05\nkind: notice\n---\n\n正文。\n", encoding="utf-8")


def delete(portal: Portal) -> None:
    """An entry is gone; where others name it, the build refuses and the site stays."""
    portal.one().unlink()


def rename(portal: Portal) -> None:
    """An entry moves."""
    file = portal.one()
    file.rename(file.with_name(f"moved-{portal.rng.randrange(10**6)}.md"))


def change_type(portal: Portal) -> None:
    """A notice becomes news."""
    notices = [file for file in portal.entries if "type: notice" in file.read_text("utf-8")]
    if notices:
        _substitute(portal.rng.choice(notices), r"^type: notice\n(.*?)^kind: \w+\n", r"type: news\n\1")


def change_audience(portal: Portal) -> None:
    """An entry is for fewer eyes."""
    _substitute(portal.one(), r"^date:", "visibility: office\ndate:")


def touch(portal: Portal) -> None:
    """A file has a new time and the old words."""
    os.utime(portal.one())


def another_day(portal: Portal) -> None:
    """Time passes."""
    portal.day = portal.rng.choice(["2025-12-31", "2026-01-31", "2020-06-30"])


def another_site(portal: Portal) -> None:
    """The site goes elsewhere."""
    portal.site = portal.rng.choice(["site", "other"])


def touch_the_site(portal: Portal) -> None:
    """Somebody wrote into the site."""
    pages = sorted((portal.folder / portal.site).rglob("*.html"))
    if pages:
        portal.rng.choice(pages).write_text("verdorben")


def _substitute(file: Path, pattern: str, replacement: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(
            pattern, replacement, text, count=1, flags=re.MULTILINE | re.DOTALL if "(.*?)" in pattern else re.MULTILINE
        ),
        encoding="utf-8",
    )


EDITS_POSSIBLE: tuple[Callable[[Portal], None], ...] = (
    edit_body, edit_body, edit_body, edit_body_with_syntax, edit_body_with_syntax, cut_body, cut_body, copy_body, edit_title, edit_date, edit_unit_name, edit_policy, edit_settings, edit_script, edit_template, edit_template, edit_style, add_template,
    add, delete, rename, change_type, change_audience, touch, another_day, another_site, touch_the_site,
)  # fmt: skip


def warm(portal: Portal) -> Built:
    """A build that may use what it remembers."""
    done = quickly(portal.folder, portal.site, portal.day)
    if done is None:
        return built(portal.folder, (portal.folder / portal.site).resolve(), portal.day)
    return Built(True, as_text(done.report, done.documents, "zh").plain if done.report else "")


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_warm_is_cold(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a random script of edits, what is remembered never shows."""
    monkeypatch.setenv(VARIABLE, "2025-12-31")
    monkeypatch.setenv(REPORT, "")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    portal = Portal(tmp_path / "portal", seed)
    assert warm(portal).published
    script = []
    for _ in range(EDITS):
        edit = portal.rng.choice(EDITS_POSSIBLE)
        before = {file: file.read_bytes() for file in portal.entries}
        edit(portal)
        script.append(edit.__name__)
        outcome = warm(portal)
        cold = tmp_path / "cold"
        shutil.rmtree(cold, ignore_errors=True)
        shutil.copytree(portal.folder, cold / "portal", ignore=shutil.ignore_patterns("site", "other", ".yuandi"))
        assert built(cold / "portal", cold / "site", portal.day) == outcome, (seed, script)
        if outcome.published:
            assert files(portal.folder / portal.site) == files(cold / "site"), (seed, script)
        else:
            _undo(portal, before)


def _undo(portal: Portal, before: dict[Path, bytes]) -> None:
    """Put the entries back as they were, so that the script goes on."""
    for file in set(portal.entries) - set(before):
        with suppress(OSError):
            file.unlink()
    for file, data in before.items():
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
