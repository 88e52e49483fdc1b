"""Tiny portals for tests: files as text → a portal on disk → its report, as the lines that are printed.

What an example does not give is there all the same: an mkdocs.yml, and one small file of each kind in `_data`.
There is no column by default: without an entry it would be one too many.
A file whose path begins with `@earlier ` stood in an earlier revision: it was committed on 2026-01-15, and is there
today only as the example gives it without that word.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from plans import assert_drawn_as_planned
from yuandi.base.diagnostics import Report
from yuandi.base.text import Lang
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

AS_OF = date(2026, 3, 31)

DEFAULTS: Mapping[str, str] = {
    "mkdocs.yml": """\
site_name: 云泽学习园地
docs_dir: content
plugins:
  - yuandi
""",
    "content/_data/units.yml": """\
- id: yunze
  name: 云泽县支行
  kind: county-branch
  headcount: 42
  children:
    - id: office
      name: 办公室
      kind: internal-unit
    - id: finance
      name: 财务科
      kind: internal-unit
""",
    "content/_data/people.yml": """\
- id: chen-ming
  name: 陈明
  unit: office
  post: 主任
- id: li-fang
  name: 李芳
  unit: finance
""",
    "content/_data/groups.yml": """\
- id: study-group
  name: 学习型组织建设领导小组
  kind: leading-group
  members:
    - person: chen-ming
      role: 组长
    - person: 李芳
      role: 成员
""",
    "content/_data/columns.yml": "[]\n",
    "content/_data/policy.yml": """\
measures:
  - code: STU-02
    title: 全年集中学习不少于12天
""",
}

COLUMN = {"content/_data/columns.yml": "- id: notices\n  title: 通知公告\n  takes: [notice]\n"}
"""A column for portals that have a notice."""

Files = Mapping[str, str | bytes | None]


EARLIER = "@earlier "


def write(folder: Path, files: Files) -> Path:
    """Write a portal; None leaves out a file that is there by default."""
    earlier = {path.removeprefix(EARLIER): text for path, text in files.items() if path.startswith(EARLIER)}
    if earlier:
        _write(folder, earlier)
        commit(folder)
        for path in earlier:
            (folder / path).unlink()
    return _write(folder, {path: text for path, text in files.items() if not path.startswith(EARLIER)})


def git(folder: Path, *arguments: str, day: str = "2026-01-15") -> str:
    """What git prints, on a day of its own and without the machine's settings."""
    moment = f"{day}T12:00:00+0800"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    me = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    ran = subprocess.run(["git", *me, *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    return ran.stdout.decode("utf-8").strip()


def commit(folder: Path, *, day: str = "2026-01-15") -> str:
    """Commit everything as it is now; the name of the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x", day=day)
    return git(folder, "rev-parse", "HEAD")


def _write(folder: Path, files: Files) -> Path:
    for path, text in {**DEFAULTS, **files}.items():
        if text is None:
            continue
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    (folder / "content").mkdir(exist_ok=True)
    return folder


def portal(folder: Path, files: Files) -> PlannedPortal:
    """The portal that these files make."""
    return read_portal(read_settings(write(folder, files)), AS_OF)


def report(folder: Path, files: Files) -> Report:
    """The report on it."""
    made = portal(folder, files)
    found = check(made)
    if not found.fails():
        assert_drawn_as_planned(made)
    return found


def lines(found: Report, lang: Lang = "en") -> list[str]:
    """Each finding as `file:line:column severity CODE message`."""
    return [
        f"{one.at.file}:{one.at.line}:{one.at.column} {one.severity.label.say(lang)} {one.code} {one.message.say(lang)}"
        for one in found.findings
    ]


def said(folder: Path, files: Files, lang: Lang = "en") -> list[str]:
    """What the check says of these files."""
    return lines(report(folder, files), lang)
