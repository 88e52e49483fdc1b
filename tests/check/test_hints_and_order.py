"""What the rules' pages do not show: the hints, and which of two places is named."""

from pathlib import Path

import pytest

from portals import Files, report, said

NOTICE = "---\ntype: notice\nkind: notice\ntitle: 通知\ndate: 2026-03-05\n"
A, B, C = (f"content/notices/{name}.md" for name in "abc")


def notice(more: str = "", body: str = "") -> str:
    """A notice with more fields from line 6 on."""
    return f"{NOTICE}{more}---\n{body}"


@pytest.mark.parametrize(
    ("files", "hint"),
    [
        ({A: notice().replace("type: notice", "type: notise")}, "Did you mean `notice`? The types are listed in the content model; the folder gives the default."),
        ({A: notice().replace("type: notice", "类型: 光容榜")}, "Did you mean `光荣榜`? The types are listed in the content model; the folder gives the default."),
        ({A: notice("deadlin: 2026-03-31\n")}, "Did you mean `deadline`? An organisation's own fields go under `extra:`."),
        ({A: notice("截至日期: 2026-03-31\n")}, "Did you mean `截止日期`? An organisation's own fields go under `extra:`."),
        ({A: notice("xyzzy: 1\n")}, "An organisation's own fields go under `extra:`."),
        ({A: notice("status: publised\n")}, "Did you mean `published`? Choices: `draft`, `reviewed`, `published`, `superseded`, `revoked`."),
        ({A: notice("状态: 已发\n")}, "Did you mean `已发布`? Choices: `草稿`, `已审`, `已发布`, `已被取代`, `已废止`."),
        ({A: notice("deadline: 明天\n")}, "Expected a date such as `2026-03-05`."),
        ({A: notice("tags: [010]\n")}, 'Put it in quotes: `tags: "010"`.'),
        ({A: notice("unit: fianance\n")}, "Did you mean `finance`? See _data/units.yml."),
        ({A: notice("unit: 财会科\n")}, "Did you mean `财务科`? See _data/units.yml."),
        ({A: notice("author: li-fan\n")}, "Did you mean `li-fang`? See _data/people.yml."),
        ({A: notice("relates: [notices/bb]\n"), B: notice()}, "Did you mean `notices/b`? Refer to an entry by its id (`notices/2026/reading-month`) or its relative path (`../x.md`)."),
        ({A: notice("unit: chen-ming\n")}, "Name one that fits, or use another field."),
        ({A: notice("attachments: [{file: fom.csv}, {file: form.csv}]\n"), "content/notices/form.csv": "甲\n"}, "The same folder contains `notices/form.csv`."),
        ({A: notice(body="[乙](../b.md)\n"), B: notice()}, "Did you mean `notices/b.md`?"),
        ({A: notice(body="[乙](b.md#目地)\n"), B: notice(body="## 目的\n\n## 目的地\n")}, "Did you mean `#目的地`?"),
        ({A: notice(body="![乙](b.md)\n"), B: notice()}, "Refer to an entry in `relates`, or by a link in the body."),
        ({A: notice(body="[乙](/notices/b/)\n"), B: notice("status: draft\n")}, "This build does not include that page. Link to the file `/notices/b.md`: where it is hidden, only the text stays."),
        ({A: notice(body="[乙](/archive/2025/)\n"), B: notice("status: draft\n").replace("2026-", "2025-")}, "That page is generated once an entry for it is shown."),
        ({A: notice(body="[乙](/notices/b/#目地)\n"), B: notice(body="## 目的\n\n## 目的地\n")}, "Did you mean `#目的地`?"),
        ({A: notice(body="[乙](javascript:x)\n")}, "Use http, https, mailto, tel or a path in the site."),
    ],
)  # fmt: skip
def test_hint(files: Files, hint: str, tmp_path: Path) -> None:
    """The hint names the nearest that is known, or says where to look."""
    (found,) = report(tmp_path, files).findings
    assert found.hint
    assert found.hint.en == hint


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {A: notice("id: x\n"), B: notice("id: x\n").replace("03-05", "03-04")},
            f"{A}:6:1 error FM009 The id `x` is already used by notices/b.md.",
        ),
        (
            {A: notice("id: x\n"), B: notice("id: x\n")},
            f"{B}:6:1 error FM009 The id `x` is already used by notices/a.md.",
        ),
    ],
)
def test_second_of_two_is_the_later(files: Files, line: str, tmp_path: Path) -> None:
    """Of two entries with one id the later by date is named, then by path."""
    assert said(tmp_path, files) == [line]


def test_links_of_entries_with_one_id_stand_in_their_own_files(tmp_path: Path) -> None:
    """Two entries with one id do not lend each other their links."""
    files = {A: notice("id: x\n", "[甲](nowhere.md)\n"), B: notice("id: x\n", "正文。\n")}
    assert said(tmp_path, files) == [
        f"{A}:8:5 error REF008 The link `nowhere.md` leads to a page that does not exist.",
        f"{B}:6:1 error FM009 The id `x` is already used by notices/a.md.",
    ]


def test_circle_is_named_at_its_first_path(tmp_path: Path) -> None:
    """A circle stands at the first path, whatever ids its entries have."""
    files = {A: notice("id: z\npart_of: y\n"), B: notice("id: y\npart_of: x\n"), C: notice("id: x\npart_of: z\n")}
    assert said(tmp_path, files) == [f"{A}:7:1 error REF003 `part_of` forms a cycle: z → y → x → z."]


def test_each_circle_is_named_once(tmp_path: Path) -> None:
    """Who leads into a circle is not in it; two circles are two findings."""
    files: Files = {
        A: notice("part_of: notices/b\nimplements: notices/a\n"),
        B: notice("part_of: notices/b\n"),
        C: notice("part_of: notices/a\n"),
    }
    assert said(tmp_path, files) == [
        f"{A}:7:1 error REF003 `implements` forms a cycle: notices/a → notices/a.",
        f"{B}:6:1 error REF003 `part_of` forms a cycle: notices/b → notices/b.",
    ]


def test_groups_above_each_other(tmp_path: Path) -> None:
    """Groups have parents too."""
    groups = (
        "- id: study-group\n  name: 甲\n  上级: office-group\n- id: office-group\n  name: 乙\n  parent: study-group\n"
    )
    assert said(tmp_path, {"content/_data/groups.yml": groups}) == [
        "content/_data/groups.yml:3:3 error REF003 `上级` forms a cycle: study-group → office-group → study-group."
    ]


def test_long_circle_is_shortened(tmp_path: Path) -> None:
    """Of a long circle the beginning is shown."""
    files = {f"content/notices/n{n}.md": notice(f"part_of: notices/n{(n + 1) % 10}\n") for n in range(10)}
    (line,) = said(tmp_path, files)
    assert line.endswith(": notices/n0 → notices/n1 → notices/n2 → notices/n3 → notices/n4 → notices/n5 → ….")


def test_missing_data_file_is_said_once(tmp_path: Path) -> None:
    """Where a data file is not there its absence is one finding, at the first place that needs it."""
    files: Files = {"content/_data/columns.yml": None, A: notice("column: x\n"), B: notice("column: y\n")}
    assert said(tmp_path, files) == [
        f"{A}:6:1 error REF001 `column: x` cannot be looked up: there is no _data/columns.yml (2 references in all)."
    ]


def test_people_may_be_kept_out(tmp_path: Path) -> None:
    """Without a people.yml nobody is unknown."""
    files: Files = {"content/_data/people.yml": None, A: notice("author: wang-wei\n")}
    assert said(tmp_path, files) == []
