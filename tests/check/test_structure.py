"""The harder cases of the rules about structure, which their pages have no room for."""

from pathlib import Path

import pytest

from portals import Files, report, said

A = "content/notices/a.md"


def notice(more: str = "", date: str = "2026-03-05") -> str:
    """A notice with more fields from line 6 on."""
    return f"---\ntype: notice\nkind: notice\ntitle: 通知\ndate: {date}\n{more}---\n"


def codes(folder: Path, files: Files) -> list[str]:
    """The codes of what is found."""
    return [finding.code for finding in report(folder, files).findings]


def session(start: str, more: str) -> str:
    """A session in the hall."""
    return (
        f"---\ntype: session\nkind: lecture\ntitle: 讲座\ndate: 2026-03-02\nhost: office\nstart: {start}\n"
        f"topic: 主题\nplace: 大会议室\n{more}\n---\n"
    )


@pytest.mark.parametrize(
    ("first", "second", "overlaps"),
    [
        (("2026-03-12T14:30", "hours: 2"), ("2026-03-12T16:29", "hours: 1"), True),
        (("2026-03-12T14:30", "hours: 2"), ("2026-03-12T16:30", "hours: 1"), False),
        (("2026-03-12T14:30", "hours: 2\nend: 2026-03-12T15:30"), ("2026-03-12T15:30", "hours: 1"), False),
        (("2026-03-12T14:30", "hours: 1"), ("2026-03-12T14:30", "hours: 1"), True),
        (("2026-03-12T09:00", "hours: 8\ndays: 1"), ("2026-03-12T19:00", "hours: 1"), False),
        (("2026-03-12T09:00", "days: 1"), ("2026-03-12T19:00", "hours: 1"), True),
        (("2026-03-12T09:00", "days: 0.5"), ("2026-03-12T13:30", "hours: 1"), False),
        (("2026-03-12", "days: 1"), ("2026-03-12T14:00", "hours: 1"), True),
        (("2026-03-12", "hours: 8"), ("2026-03-12T14:00", "hours: 1"), True),
        (("2026-03-12", "hours: 2"), ("2026-03-12T14:00", "hours: 1"), False),
        (("2026-03-12", "days: 2"), ("2026-03-13T14:00", "hours: 1"), True),
        (("2026-03-12", "days: 2"), ("2026-03-16T14:00", "hours: 1"), False),
        (("2026-03-12T14:30", "end: 2026-03-13\nhours: 9"), ("2026-03-13T16:00", "hours: 1"), True),
        (("2026-03-12T14:30", "end: 2026-03-12\nhours: 2"), ("2026-03-12T19:00", "hours: 1"), True),
        (("2026-03-12T14:30", "hours: 90"), ("2026-03-13T09:00", "hours: 1"), False),
        (("2026-03-12T14:30", "days: 999999999999999"), ("2026-03-13T09:00", "hours: 1"), True),
    ],
)
def test_when_sessions_overlap(first: tuple[str, str], second: tuple[str, str], overlaps: bool, tmp_path: Path) -> None:
    """Ends that are given, and ends that hours and days tell; what has no hour is compared only if it takes the day."""
    files = {"content/sessions/a.md": session(*first), "content/sessions/b.md": session(*second)}
    found = codes(tmp_path, files)
    assert found == (["SES005"] if overlaps else [])


def test_a_long_session_meets_all_within_it(tmp_path: Path) -> None:
    """Whatever overlaps with what began before is named, also where a shorter one came in between."""
    files = {
        "content/sessions/a.md": session("2026-03-12T09:00", "end: 2026-03-12T17:00\nhours: 7"),
        "content/sessions/b.md": session("2026-03-12T10:00", "hours: 1"),
        "content/sessions/c.md": session("2026-03-12T14:00", "hours: 1"),
        "content/sessions/d.md": session("2026-03-12T17:00", "hours: 1"),
    }
    assert [line.partition(" ")[0] for line in said(tmp_path, files)] == [
        "content/sessions/b.md:9:1",
        "content/sessions/c.md:9:1",
    ]


def brief(issue: int, date: str, total: int | None) -> str:
    """A brief."""
    more = f"total_issue: {total}\n" if total is not None else ""
    return f"---\ntype: brief\ntitle: 简报\ndate: {date}\nseries: 简报\nissue: {issue}\n{more}---\n"


@pytest.mark.parametrize(
    ("briefs", "wrong"),
    [
        ([(1, "2026-01-01", 10), (2, "2026-02-01", 11), (4, "2026-03-01", 13)], []),
        ([(1, "2026-01-01", 10), (2, "2026-02-01", 12), (3, "2026-03-01", 12)], ["b issue 2 should be number 11"]),
        ([(1, "2026-01-01", 9), (2, "2026-02-01", 11), (3, "2026-03-01", 12)], ["a issue 1 should be number 10"]),
        ([(1, "2026-01-01", 10), (2, "2026-02-01", 10)], ["b issue 2 should be number 11"]),
        ([(1, "2026-01-01", None), (2, "2026-02-01", 12), (3, "2026-03-01", None)], []),
        ([(3, "2026-01-01", 2)], ["a issue 3 should be number 3"]),
        ([(1, "2024-01-01", 10), (1, "2026-01-01", 30)], []),
        ([(9, "2024-01-01", 10), (1, "2026-01-01", 5)], ["b issue 1 should be number 11"]),
        ([(1, "2025-12-01", 10), (1, "2026-01-01", 10), (2, "2026-02-01", 11)], ["b issue 1 should be number 11"]),
        ([(1, "2025-12-01", 10), (1, "2026-01-01", 11), (2, "2026-02-01", 13)], ["c issue 2 should be number 12"]),
        ([(5, "2026-01-01", None), (2, "2026-02-01", None), (3, "2026-03-01", None)], ["b `issue: 2` comes after issue 5"]),
        ([(1, "2025-12-30", None), (2, "2026-01-02", None), (1, "2026-01-09", None)], ["c `issue: 1` comes after issue 2"]),
    ],
)  # fmt: skip
def test_issues_and_total_numbers(briefs: list[tuple[int, str, int | None]], wrong: list[str], tmp_path: Path) -> None:
    """One mistake is one finding, at the brief that is out of step with most of its year or with the year before."""
    files = {f"content/briefs/{name}.md": brief(*one) for name, one in zip("abcd", briefs, strict=False)}
    lines = said(tmp_path, files)
    assert len(lines) == len(wrong)
    for line, expected in zip(lines, wrong, strict=True):
        name, words = expected.split(" ", 1)
        assert line.startswith(f"content/briefs/{name}.md:")
        assert words in line


@pytest.mark.parametrize(
    ("members", "needs", "missing"),
    [
        ("[{person: 甲, role: 组长}, {person: 乙}]", "[head, member]", None),
        ("[{person: 甲, role: 主任}, {person: 乙, role: 成员}]", "[head, member]", None),
        ("[{person: 甲, role: 组长（兼）}, {person: 乙, role: 成员}]", "[head, member]", None),
        ("[{person: 甲, role: 副主任}, {person: 乙, role: 成员}]", "[head, member]", "head"),
        ("[{person: 甲, role: 组长}, {person: 乙, role: 组长}]", "[head, member]", "member"),
        ("[{person: 甲, role: 组长}]", "[head]", None),
        ("[]", "[head, member]", "head, no member"),
        ("[]", "[]", None),
        ("[{person: 甲, role: 组长}, {person: 乙, role: 成员}]", "[head, deputy, 联络员]", "deputy, no 联络员"),
        ("[{person: 甲, role: 组长}, {person: 乙, role: 联络员}]", "[组长, 成员, 联络员]", None),
        ("[{person: 甲, role: 组长, from: 2026-04-01}, {person: 乙}]", "[head, member]", "head"),
    ],
)
def test_what_a_leading_group_needs(members: str, needs: str, missing: str | None, tmp_path: Path) -> None:
    """Heads and deputies by their roles, on the day; a word of the organisation's own is a role."""
    files = {
        "content/_data/groups.yml": f"- {{id: study, name: 领导小组, kind: leading-group, members: {members}}}\n",
        "content/_data/policy.yml": f"settings: {{group_needs: {needs}}}\n",
    }
    expected = [f"content/_data/groups.yml:1:4 error ORG001 The group `study` has no {missing}."] if missing else []
    assert said(tmp_path, files) == expected


def test_unread_entries_leave_no_gap(tmp_path: Path) -> None:
    """A number or a session that stands in what could not be read is not missing."""
    part = "type: session\ntitle: 讲座\ndate: {0}-01\nkind: lecture\nhost: office\nstart: {0}-12\nhours: 2\ntopic: 甲\npart_of: {1}\n"
    files = {
        A: notice("doc_number: 禾云发〔2026〕1号\n"),
        "content/notices/b.md": notice("doc_number: 禾云发〔2026〕2号\nxyzzy: 1\n"),
        "content/notices/c.md": notice("doc_number: 禾云发〔2026〕3号\n"),
        "content/lectures/a.md": "---\ntitle: 月月讲\ndate: 2026-01-05\nhost: office\nperiod: 2026\ncadence: monthly\n---\n",
        "content/sessions/1.md": f"---\n{part.format('2026-01', 'lectures/a')}---\n",
        "content/sessions/2.md": f"---\n{part.format('2026-02', '../lectures/a.md')}xyzzy: 1\n---\n",
    }
    assert codes(tmp_path, files) == ["FM004", "FM004"]


def test_unread_entries_make_no_column_empty_and_no_file_an_orphan(tmp_path: Path) -> None:
    """What could not be read may be what a column waits for, and may name the file: that has its own finding."""
    files = {
        "content/_data/columns.yml": "- {id: notices, title: 通知, takes: [notice]}\n- {id: plans, title: 方案, takes: [plan]}\n",
        A: notice("deadlin: 2026-03-31\nattachments:\n  - {file: form.csv, title: 表}\n"),
        "content/notices/form.csv": "甲\n",
        "content/notices/other.csv": "乙\n",
    }
    assert said(tmp_path, files) == [
        "content/_data/columns.yml:2:4 warning FRS002 The column `plans` has no entries.",
        f"{A}:6:1 error FM004 `deadlin` is not a field here.",
        "content/notices/other.csv:1:1 info REF006 Nothing refers to the file `other.csv`.",
    ]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("unit.yml", "Did you mean `units.yml`?"), ("Units.yml", "Did you mean `units.yml`?"), ("people.yaml", "Did you mean `people.yml`?"),
        ("colums.yml", "Did you mean `columns.yml`?"), ("staff.csv", "The data files are "),
    ],
)  # fmt: skip
def test_misnamed_data_file(file: str, hint: str, tmp_path: Path) -> None:
    """A file in `_data` that is not read is said to be so, with the name that was meant."""
    found = report(tmp_path, {f"content/_data/{file}": "[]\n"}).findings
    assert [(one.code, one.at.file) for one in found] == [("REF006", f"content/_data/{file}")]
    assert found[0].hint
    assert found[0].hint.en.startswith(hint)


def test_what_mkdocs_names_is_no_orphan(tmp_path: Path) -> None:
    """Styles, scripts in any form, a logo, files in the navigation, and what browsers ask for by themselves."""
    config = (
        "site_name: 园地\ndocs_dir: content\ntheme: {name: yuandi, logo: assets/logo.png, favicon: assets/icon.png}\n"
        "extra_css: [a.css]\nextra_javascript: [b.js, {path: c.js, defer: true}]\nnav: [{资料: [files/d.pdf]}]\nplugins:\n  - yuandi\n"
    )
    names = (
        "assets/logo.png",
        "assets/icon.png",
        "a.css",
        "b.js",
        "c.js",
        "files/d.pdf",
        "robots.txt",
        "CNAME",
        "e.pdf",
    )
    files: Files = {"mkdocs.yml": config, **{f"content/{name}": "x" for name in names}}
    assert said(tmp_path, files) == ["content/e.pdf:1:1 info REF006 Nothing refers to the file `e.pdf`."]


def test_entries_that_take_each_others_place_are_a_circle(tmp_path: Path) -> None:
    """REF003 says it; nothing is superseded then."""
    files = {A: notice("supersedes: notices/b\n"), "content/notices/b.md": notice("supersedes: notices/a\n")}
    assert codes(tmp_path, files) == ["REF003"]


def test_book_on_a_leap_day(tmp_path: Path) -> None:
    """Twelve months after 29 February are over on 28 February."""
    books = "---\ntype: book-list\ntitle: 书目\ndate: {}\nperiod: 2024\nbooks: [{{title: 甲, author: 乙}}]\n---\n"
    days = ("2024-02-29", "2025-02-27", "2026-02-27")
    files = {f"content/books/{day[:4]}.md": books.format(day) for day in days}
    assert [line.partition(" ")[0] for line in said(tmp_path, files)] == ["content/books/2025.md:6:10"]


def test_office_of_no_group_and_circles_of_groups(tmp_path: Path) -> None:
    """An office without a group above it, or that is its own, has nobody twice."""
    groups = (
        "- {id: a, name: 甲办公室, kind: office, members: [{person: 陈明}]}\n"
        "- {id: b, name: 乙办公室, kind: office, parent: b, members: [{person: 陈明}]}\n"
    )
    assert codes(tmp_path, {"content/_data/groups.yml": groups}) == ["REF003"]
