"""The report for code hosts and build servers: each valid in its own format, the same for the same findings."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from portals import Files, portal
from yuandi.base.diagnostics import Finding, Fix, Report, Severity
from yuandi.base.fingerprints import fingerprints
from yuandi.base.source import Document, Location
from yuandi.base.text import Text
from yuandi.check import check
from yuandi.report import PrintedReport, as_github, as_gitlab, as_json, as_junit, as_sarif, printed_report

SCHEMA = json.loads((Path(__file__).parent / "sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
DAY = date(2026, 3, 31)
TEXT = "---\ntitle: 𠮷\n---\n𠮷𠮷出错,出错\n"
AWKWARD = "content/读书 月/100%,a:b.md"


def sheet(*findings: Finding, path: str = AWKWARD, folder: str = "") -> PrintedReport:
    """What is printed of these findings."""
    return PrintedReport(Report(DAY, findings), {path: Document(path, TEXT)}, ("content/good.md", path), (), (), folder)


def wrong(start: int, end: int, **more: Any) -> Finding:
    """A finding in the awkward file."""
    given: dict[str, Any] = {"code": "REF001", "name": "unknown-reference", "severity": Severity.ERROR} | more
    return Finding(
        Document(AWKWARD, TEXT).at(start, end), Text("错：甲", "wrong: 甲\nand 100%"), Text("改", "fix"), **given
    )


AT = TEXT.index("出错")
FINDINGS = (
    wrong(AT, AT + 2),
    wrong(AT + 2, AT + 3, code="TXT006", name="halfwidth-punctuation", severity=Severity.WARNING, fix=Fix(AT + 2, AT + 3, "，")),
    wrong(AT + 3, AT + 5, severity=Severity.INFO, code="STU-02", name=""),
)  # fmt: skip


@pytest.mark.parametrize("findings", [(), FINDINGS])
@pytest.mark.parametrize("rules_url", ["", "https://example.org/docs/rules"])
def test_sarif_is_valid(findings: tuple[Finding, ...], rules_url: str) -> None:
    """The official schema accepts the report, with and without findings."""
    for lang in ("zh", "en"):
        Draft4Validator(SCHEMA).validate(json.loads(as_sarif(sheet(*findings), lang, rules_url=rules_url)))  # type: ignore[arg-type]


def test_sarif_of_a_portal_is_valid(tmp_path: Path) -> None:
    """So is the report on a portal with faults in front matter, data, tables and bodies."""
    files: Files = {
        "content/notices/a.md": "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-02-30\nunit: x\n---\n\n[乙](b.md)\n",
        "content/notices/b.md": b"\xff\xfe",
        "content/_data/people.yml": "- name: [\n",
    }
    found = portal(tmp_path, files)
    report = check(found)
    assert {finding.at.file[8:] for finding in report.findings} == {"_data/people.yml", "notices/a.md", "notices/b.md"}
    Draft4Validator(SCHEMA).validate(json.loads(as_sarif(printed_report(report, found), "zh")))


def test_sarif_in_full() -> None:
    """Addresses are relative and escaped, columns count UTF-16 units, a fix is a replacement."""
    run = json.loads(as_sarif(sheet(*FINDINGS, folder="站点/"), "en", rules_url="https://example.org/rules"))["runs"][0]
    file = {
        "uri": "%E7%AB%99%E7%82%B9/content/%E8%AF%BB%E4%B9%A6%20%E6%9C%88/100%25%2Ca%3Ab.md",
        "uriBaseId": "SRCROOT",
    }
    comma = {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 8}
    fingerprint = run["results"][1].pop("partialFingerprints")
    assert list(fingerprint) == ["yuandi/v1"]
    assert run["results"][1] == {
        "ruleId": "TXT006",
        "ruleIndex": 2,
        "level": "warning",
        "message": {"text": "wrong: 甲\nand 100% fix"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": comma}}],
        "fixes": [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": file,
                        "replacements": [{"deletedRegion": comma, "insertedContent": {"text": "，"}}],
                    }
                ]
            }
        ],
    }
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["REF001", "STU-02", "TXT006"]
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://example.org/rules/unknown-reference/"
    assert rule["help"]["markdown"].startswith("# REF001 unknown-reference · ")
    assert run["columnKind"] == "utf16CodeUnits"


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    """Lines above a finding change nothing of its fingerprint; two equal findings have two."""
    text = "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\n{}unit: x\n---\n\n{}[乙](b.md)和[乙](b.md)\n"
    found = []
    for more in ("", "tags: [甲]\n"):
        read = portal(tmp_path, {"content/notices/a.md": text.format(more, more)})
        found.append(list(fingerprints(check(read).findings, read.documents)))
    assert found[0] == found[1]
    assert len(set(found[0])) == 3


def test_gitlab_in_full() -> None:
    """GitLab's Code Quality has its own severities, and names of its own for each finding."""
    issues = json.loads(as_gitlab(sheet(*FINDINGS, folder="portal/"), "zh"))
    assert [(one["check_name"], one["severity"]) for one in issues] == [
        ("REF001", "major"),
        ("TXT006", "minor"),
        ("STU-02", "info"),
    ]
    assert len({one.pop("fingerprint") for one in issues}) == 3
    assert issues[0] == {
        "check_name": "REF001",
        "description": "REF001 错：甲改",
        "severity": "major",
        "location": {"path": f"portal/{AWKWARD}", "lines": {"begin": 4}},
    }


def test_github_in_full() -> None:
    """What would end a property or a line is escaped."""
    assert (
        as_github(sheet(*FINDINGS), "en")
        == """\
::error file=content/读书 月/100%25%2Ca%3Ab.md,line=4,col=3,title=REF001 unknown-reference::wrong: 甲%0Aand 100%25 fix
::warning file=content/读书 月/100%25%2Ca%3Ab.md,line=4,col=5,title=TXT006 halfwidth-punctuation::wrong: 甲%0Aand 100%25 fix
::notice file=content/读书 月/100%25%2Ca%3Ab.md,line=4,col=6,title=STU-02::wrong: 甲%0Aand 100%25 fix
Checked as of 2026-03-31: 1 error, 1 warning, 1 info.
"""
    )


@pytest.mark.parametrize(("strict", "message", "kinds"), [(False, "1 error", "REF001"), (True, "1 error, 1 warning", "REF001 TXT006")])  # fmt: skip
def test_junit(strict: bool, message: str, kinds: str) -> None:
    """One test for each file: it fails by errors, with `--strict` by warnings; the rest is what it printed."""
    root = ElementTree.fromstring(as_junit(sheet(*FINDINGS), "en", strict=strict))  # noqa: S314  # our own
    assert (root.tag, root.attrib["tests"], root.attrib["failures"]) == ("testsuites", "2", "1")
    good, bad = root.iter("testcase")
    assert (good.attrib["name"], good.attrib["classname"], list(good)) == ("content/good.md", "content", [])
    assert (bad.attrib["name"], bad.attrib["file"]) == (AWKWARD, AWKWARD)
    failure, printed = bad
    assert (failure.attrib["message"], failure.attrib["type"]) == (message, kinds)
    assert failure.text
    assert failure.text.startswith(f"{AWKWARD}:4:3 error REF001 wrong: 甲\nand 100% fix")
    assert printed.tag == "system-out"


def test_junit_has_no_character_that_xml_cannot_have() -> None:
    """Control characters and non-characters are replaced, markup is escaped."""
    hostile = Finding(Location("a\x1b.md"), Text("", "<b>]]>\x00\x0c\ufffe&"), code="X")
    text = as_junit(PrintedReport(Report(DAY, (hostile,)), {}, ("a\x1b.md",), (), ()), "en")
    (failure,) = ElementTree.fromstring(text).iter("failure")  # noqa: S314  # our own
    assert failure.text == "a\ufffd.md:1:1 error X <b>]]>\ufffd\ufffd\ufffd&"


def test_counts_by_column_and_unit(tmp_path: Path) -> None:
    """Findings are counted where their entry stands; those of data files stand in no group. The order is the data files'."""
    entry = "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\nunit: {}\nrelates: [x]\ntags: [010]\n---\n"
    files: Files = {
        "content/notices/a.md": entry.format("finance"),
        "content/notices/b.md": entry.format("office"),
        "content/_data/columns.yml": "- id: notices\n  title: 通知公告\n  takes: [notice]\n",
        "content/_data/people.yml": "- id: chen-ming\n  name: 陈明\n  unit: y\n",
    }
    found = portal(tmp_path, files)
    summary = json.loads(as_json(printed_report(check(found), found), "zh"))["summary"]
    assert summary == {
        "error": 3,
        "warning": 2,
        "info": 0,
        "columns": [
            {"id": "notices", "title": "通知公告", "error": 2, "warning": 2, "info": 0},
            {"id": None, "title": "（无栏目）", "error": 1, "warning": 0, "info": 0},
        ],
        "units": [
            {"id": "office", "title": "办公室", "error": 1, "warning": 1, "info": 0},
            {"id": "finance", "title": "财务科", "error": 1, "warning": 1, "info": 0},
            {"id": None, "title": "（无单位）", "error": 1, "warning": 0, "info": 0},
        ],
    }


def test_files_are_named_from_the_top_of_the_repository(tmp_path: Path) -> None:
    """A portal in a folder of a repository has that folder before its paths."""
    (tmp_path / ".git").mkdir()
    found = portal(tmp_path / "sites/a", {})
    assert printed_report(check(found), found).folder == "sites/a/"
