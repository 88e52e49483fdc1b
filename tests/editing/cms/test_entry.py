"""Entries that are read and written in the browser: what was not edited stays as it was."""

from pathlib import Path

import pytest

from editing.cms.desk import written
from portals import AS_OF, portal, write
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.editing.cms.pages import pages
from yuandi.page_plan.planned_portal import read_portal
from yuandi.pages import Shown

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a small portal."""
    return pages(Shown(portal(tmp_path_factory.mktemp("portal"), {})))


def test_the_sample_portal_stays_as_it_is(told: dict[str, str]) -> None:
    """An entry that is saved unedited keeps every byte; with another title, one line of it differs."""
    found = read_portal(read_settings(ROOT), AS_OF).entries
    texts = [(entry.type.name, (ROOT / "content" / entry.path).read_bytes().decode()) for entry in found]
    assert written(told, [(name, text, {}) for name, text in texts]) == [text for _, text in texts]
    titled = [(name, text) for name, text in texts if "\ntitle:" in text]
    assert len(titled) > 100
    for (_, text), made in zip(titled, written(told, [(*one, {"title": "甲"}) for one in titled]), strict=True):
        before, after = text.splitlines(), made.splitlines()
        assert [line for line in after if line not in before] == ["title: 甲"]
        assert len(before) == len(after)


ENGLISH = """\
---
# 由办公室起草
type: notice
kind: notice
title: "引号里的：标题"   # 注
date: 2026-03-05
unit: office

to: [机关各部门, 各县市支行]
attachments:
  - {file: a.docx, title: 表}
extra:
  密级: 010
tags:
- 甲
summary: >-
  两行
  摘要
---


正文 *甲*。
"""
CHINESE = """\
---
类型: 公示
标题: 甲
日期: 2026年3月5日
单位: 办公室
公示期: {起: 2026-03-05, 止: 2026-03-11}
---

正文。
"""
SERIES = """\
---
type: session
kind: lecture
title: 讲座
date: 2026-03-05
host: office
start: 2026-03-05T14:30
hours: 2
topic: 读书
attendance: {expected: 3, present: 2, leave: [chen-ming]}
---
"""


@pytest.mark.parametrize(
    ("kind", "text", "edits", "former", "new"),
    [
        ("notice", ENGLISH, {"unit": "finance"}, "unit: office\n", "unit: finance\n"),
        ("notice", ENGLISH, {"unit": ""}, "unit: office\n", ""),
        ("notice", ENGLISH, {"deadline": "2026-04-01"}, "  摘要\n---", "  摘要\ndeadline: 2026-04-01\n---"),
        ("notice", ENGLISH, {"to": ["甲", "乙"]}, "[机关各部门, 各县市支行]", "[甲, 乙]"),
        ("notice", ENGLISH, {"to": []}, "to: [机关各部门, 各县市支行]\n", ""),
        ("notice", ENGLISH, {"tags": ["甲", "乙"]}, "tags:\n- 甲\n", "tags:\n  - 甲\n  - 乙\n"),
        ("notice", ENGLISH, {"tags": ["010", "no", "2026"]}, "tags:\n- 甲\n", "tags:\n  - '010'\n  - 'no'\n  - '2026'\n"),
        ("notice", ENGLISH, {"summary": "一行"}, "summary: >-\n  两行\n  摘要\n", "summary: 一行\n"),
        ("notice", ENGLISH, {"title": "甲: 乙"}, 'title: "引号里的：标题"   # 注\n', "title: '甲: 乙'\n"),
        ("notice", ENGLISH, {"body": "正文 *甲*。\n\n又一段。"}, "正文 *甲*。\n", "正文 *甲*。\n\n又一段。\n"),
        (
            "notice", ENGLISH, {"attachments": [{"file": "a.docx", "title": "新表"}, {"file": "b.docx", "title": ""}]},
            "  - {file: a.docx, title: 表}\n", "  - {file: a.docx, title: 新表}\n  - {file: b.docx}\n",
        ),
        ("notice", CHINESE, {"title": "乙"}, "标题: 甲", "标题: 乙"),
        ("notice", CHINESE, {"date": "2026-03-06"}, "日期: 2026年3月5日", "日期: 2026-03-06"),
        ("notice", CHINESE, {"status": "draft"}, "止: 2026-03-11}\n", "止: 2026-03-11}\n状态: 草稿\n"),
        (
            "notice", CHINESE, {"publicity": {"from": "2026-03-05", "to": "2026-03-12", "contact": ""}},
            "止: 2026-03-11}", "止: 2026-03-12}",
        ),
        ("session", SERIES, {"hours": 3}, "hours: 2\n", "hours: 3\n"),
    ],
)  # fmt: skip
def test_what_is_edited(
    kind: str, text: str, edits: dict[str, object], former: str, new: str, told: dict[str, str]
) -> None:
    """The lines of an edited key are written anew, in the words of the file; all others stay."""
    assert former in text
    expected = text.replace(former, new)
    windows = "\ufeff" + text.replace("\n", "\r\n")
    assert written(told, [(kind, text, edits), (kind, windows, edits)]) == [
        expected,
        "\ufeff" + expected.replace("\n", "\r\n"),
    ]


@pytest.mark.parametrize(
    "text", ["---\ntitle: [\n---\n\n正文。\n", "---\ntitle: 甲\ntitle: 乙\n---\n", "没有开头的正文。\n", ""]
)
def test_what_cannot_be_edited(text: str, told: dict[str, str]) -> None:
    """What cannot be read is not overwritten, and an entry without front matter stays one."""
    edits = {"title": "丙"} if text.startswith("---") else {}
    assert written(told, [("notice", text, edits)]) == [text]


def test_a_new_entry_passes_the_check(tmp_path: Path, told: dict[str, str]) -> None:
    """Keys stand in the order of the form; what is empty is left out."""
    values = {
        "type": "notice",
        "title": "关于读书月的通知",
        "date": "2026-03-05",
        "unit": "office",
        "kind": "notice",
        "publicity": {"from": "", "to": ""},
        "tags": [],
        "body": "正文写在这里。",
        "_file": "guan-yu",
    }
    (made,) = written(told, [("notice", None, values)])
    assert made == (
        "---\ntype: notice\ntitle: 关于读书月的通知\ndate: 2026-03-05\nunit: office\nkind: notice\n---\n\n"
        "正文写在这里。\n"
    )
    write(tmp_path, {"content/notices/2026/a.md": made})
    assert not check(read_portal(read_settings(tmp_path), AS_OF)).findings


def test_a_new_entry_in_chinese(tmp_path: Path) -> None:
    """Where a portal writes Chinese names, new entries have them."""
    config = "site_name: 甲\ndocs_dir: content\nplugins: [{yuandi: {entry_keys: zh}}]\n"
    values = {"type": "notice", "title": "甲", "date": "2026-03-05", "kind": "publicity", "body": "正文。"}
    told = pages(Shown(portal(tmp_path, {"mkdocs.yml": config})))
    assert written(told, [("notice", None, values)]) == [
        "---\n类型: 通知\n标题: 甲\n日期: 2026-03-05\n种类: 公示\n---\n\n正文。\n"
    ]
