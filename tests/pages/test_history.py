"""What pages say of their history: the last change that git knows of, and who edited, where that is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from portals import commit, portal, write
from yuandi.page_plan.planned_portal import PlannedPortal
from yuandi.pages import EntryView, Shown, all_views

NOTICE = "---\ntype: notice\nkind: notice\ntitle: 通知\ndate: 2026-02-01\nunit: office\n---\n\n{}\n"
PATH = "content/notices/a.md"


def said(portal: PlannedPortal, history: str = "dates") -> dict[str, list[str]]:
    values = {name: getattr(portal, name) for name in portal.__dataclass_fields__}
    shown = Shown(PlannedPortal(**{**values, "settings": replace(portal.settings, history=history)}))
    (view,) = (view for view in all_views(shown) if isinstance(view, EntryView))
    return {fact.label: [link.text for link in fact.values] for fact in view.extra}


@pytest.fixture
def edited(tmp_path: Path) -> PlannedPortal:
    """A notice of February that was edited in March, and again after the day of the build."""
    write(tmp_path, {PATH: NOTICE.format("正文。")})
    commit(tmp_path, day="2026-02-01")
    write(tmp_path, {PATH: NOTICE.format("改过的正文。")})
    commit(tmp_path, day="2026-03-09")
    write(tmp_path, {PATH: NOTICE.format("又改过的正文。")})
    commit(tmp_path, day="2026-05-09")
    return portal(tmp_path, {PATH: NOTICE.format("又改过的正文。")})


def test_the_last_change_up_to_the_day_of_the_build(edited: PlannedPortal) -> None:
    assert said(edited) == {"最后修改": ["2026年3月9日"]}


def test_nothing_where_that_is_asked_for(edited: PlannedPortal) -> None:
    assert said(edited, "none") == {}


def test_who_edited_only_on_request(edited: PlannedPortal) -> None:
    assert list(said(edited, "authors")) == ["最后修改", "编辑"]


def test_nothing_where_there_is_no_git(tmp_path: Path) -> None:
    assert said(portal(tmp_path, {PATH: NOTICE.format("正文。")}), "authors") == {}


def test_an_entry_that_nobody_changed_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, {PATH: NOTICE.format("正文。")})
    commit(tmp_path, day="2026-02-01")
    assert said(portal(tmp_path, {PATH: NOTICE.format("正文。")})) == {}
