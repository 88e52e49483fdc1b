"""`yuandi new`: whatever the type and the language of the keys, what it writes passes the check."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

import yuandi
from portals import AS_OF, lines, portal, write
from yuandi.base.errors import YuandiError
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.editing.new_entry import Draft, draft
from yuandi.entry_types import BY_NAME, TYPES, EntryType, type_named
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

TITLE = "关于开展读书月活动的通知"
EMPTY = {f"content/_data/{name}.yml": None for name in ("units", "people", "groups", "columns", "policy")}


def again(folder: Path, made: Draft, before: PlannedPortal) -> list[str]:
    """What the check says once the draft is written."""
    write(folder, {f"content/{made.path}": made.text})
    return lines(check(read_portal(read_settings(folder), before.as_of)))


def entries(folder: Path) -> PlannedPortal:
    """A portal that has one entry of every type, as drafted one after the other."""
    found = portal(folder, {})
    for kind in TYPES:
        made = draft(found, kind, f"已有的{kind.label}", chinese=False)
        found = portal(folder, {f"content/{made.path}": made.text})
    return found


@pytest.mark.parametrize("chinese", [False, True], ids=["en", "zh"])
@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_draft_passes_the_check(kind: EntryType, chinese: bool, tmp_path: Path) -> None:
    """In a portal with an entry of each type a draft of any type is without findings."""
    before = entries(tmp_path)
    assert lines(check(before)) == []
    made = draft(before, kind, TITLE, chinese=chinese)
    assert again(tmp_path, made, before) == []
    assert read_portal(before.settings, before.as_of).by_path[made.path].type is kind


@pytest.mark.parametrize("chinese", [False, True], ids=["en", "zh"])
@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_first_draft_passes_or_is_refused(kind: EntryType, chinese: bool, tmp_path: Path) -> None:
    """In a portal with nothing in it a draft is sound, or is refused."""
    before = portal(tmp_path, EMPTY)
    made = None
    with suppress(YuandiError):
        made = draft(before, kind, TITLE, chinese=chinese)
    if made is None:
        return
    write(tmp_path, {**EMPTY, f"content/{made.path}": made.text})
    after = read_portal(before.settings, before.as_of)
    assert made.path in after.by_path
    assert lines(check(after)) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("personal-plan", "“人员”要写明一个已有的编号，而园地里还没有：请先写入 _data/people.yml，再新建这个条目。"),
        ("session", "“主办”要写明一个已有的编号，而园地里还没有：请先写入 _data/units.yml、_data/groups.yml，再新建这个条目。"),
        ("honour-change", "“光荣榜”要写明一个已有的条目：请先新建光荣榜，再新建这个条目。"),
    ],
)  # fmt: skip
def test_draft_is_refused_where_nothing_can_be_named(name: str, said: str, tmp_path: Path) -> None:
    """What an entry must name and the portal has none of is named by the sentence that refuses it."""
    with pytest.raises(YuandiError) as caught:
        draft(portal(tmp_path, EMPTY), BY_NAME[name], "甲", chinese=True)
    assert caught.value.text.zh == said


@pytest.mark.parametrize("title", ["", " ", "\u3000"])
def test_draft_needs_a_title(title: str, tmp_path: Path) -> None:
    """An empty title is refused in a sentence."""
    with pytest.raises(YuandiError, match=r"^A title is needed\.$"):
        draft(portal(tmp_path, {}), BY_NAME["notice"], title, chinese=True)


def test_every_type_can_be_drafted_in_a_fresh_portal(tmp_path: Path) -> None:
    """After `yuandi init` every type can be made, in some order, and the check finds nothing."""
    shutil.copytree(Path(yuandi.__file__).parent / "starter", tmp_path / "a")
    settings = read_settings(tmp_path / "a")
    waiting = list(TYPES)
    while waiting:
        before = len(waiting)
        for kind in tuple(waiting):
            found = read_portal(settings, AS_OF)
            with suppress(YuandiError):
                made = draft(found, kind, kind.label, chinese=True)
                file = settings.content / made.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(made.text, encoding="utf-8")
                waiting.remove(kind)
        assert len(waiting) < before
    assert lines(check(read_portal(settings, AS_OF))) == []


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("公示", "种类: 公示"), ("公告", "种类: 公告"), ("党课", "种类: 党课"), ("调研日志", "种类: 调研"), ("心得", "种类: 心得体会"),
        ("动态", "种类: 动态"), ("通知", "种类: 通知"), ("notice", "种类: 通知"),
    ],
)  # fmt: skip
def test_draft_has_the_kind_that_its_type_was_called_by(word: str, line: str, tmp_path: Path) -> None:
    """公示 makes a notice of kind 公示, 党课 a session of kind 党课."""
    before = entries(tmp_path)
    kind = type_named(word)
    assert kind is not None
    made = draft(before, kind, "甲", chinese=True, word=word)
    assert line in made.text.split("\n")
    assert again(tmp_path, made, before) == []


def test_draft_has_every_required_field(tmp_path: Path) -> None:
    """A session has what a session needs, and says what was only guessed."""
    made = draft(portal(tmp_path, {}), BY_NAME["session"], "公文写作讲座", chinese=False)
    assert made.path == "sessions/2026/gong-wen-xie-zuo-jiang-zuo.md"
    assert made.to_fill == ("host", "start", "topic", "hours")
    assert (
        made.text
        == """\
---
type: session
title: 公文写作讲座
date: 2026-03-31
kind: centre-study
host: yunze
start: 2026-03-31T09:00
topic: （请填写）
hours: 2
status: draft
---

正文写在这里。
"""
    )


def test_draft_in_chinese(tmp_path: Path) -> None:
    """With Chinese keys the type, the choices and the status are Chinese as well."""
    made = draft(portal(tmp_path, {}), BY_NAME["notice"], TITLE, chinese=True)
    assert (
        made.text
        == """\
---
类型: 通知
标题: 关于开展读书月活动的通知
日期: 2026-03-31
种类: 通知
---

正文写在这里。
"""
    )


def test_draft_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    """A second entry of one title gets a number; a title without letters gets the type's name."""
    first = draft(portal(tmp_path, {}), BY_NAME["news"], "动态", chinese=False)
    second = draft(portal(tmp_path, {f"content/{first.path}": first.text}), BY_NAME["news"], "动态", chinese=False)
    assert (first.path, second.path) == ("news/2026/dong-tai.md", "news/2026/dong-tai-2.md")
    assert draft(portal(tmp_path, {}), BY_NAME["news"], "！！！", chinese=False).path == "news/2026/news.md"


@pytest.mark.parametrize(
    "title", ["a: 乙", "- 甲", "no", "2026", "'\"", "#甲", "甲\n乙", "Über μ", "𠮷", "010", "null", "{甲}", "*甲*"]
)
def test_title_may_be_anything(title: str, tmp_path: Path) -> None:
    """Whatever the title, it is read back as it was given, and nothing is found."""
    before = portal(tmp_path, {})
    made = draft(before, BY_NAME["notice"], title, chinese=False)
    assert again(tmp_path, made, before) == []
    assert read_portal(before.settings, before.as_of).by_path[made.path].record.title == title
