"""Titles that were taken back, roles, and whom the measures of a policy are about."""

from pathlib import Path

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from portals import Files, said
from seen import entry
from yuandi.check.rules.shared.grades import band
from yuandi.entry_types.data_types.policy import Band

POLICY, UNITS, PEOPLE = (f"content/_data/{name}.yml" for name in ("policy", "units", "people"))
ROLL, APPLICATION = "content/honours/a.md", "content/applications/a.md"
ASSESSMENT, PROJECT = "content/assessments/a.md", "content/projects/a.md"
BANK = {POLICY: "extends: [bank-branch]\napplications_required: false\n"}


def found(files: Files, folder: Path, *codes: str) -> list[str]:
    """What is said with these codes: severity, code and message, without the place."""
    lines = (line.partition(" ")[2] for line in said(folder, files))
    return [line for line in lines if line.split(" ")[1] in codes]


def roll(*names: str, more: str = "", year: int = 2025, category: str = "employee") -> str:
    """A roll of these names."""
    lines = "".join(f"  - {{name: {name}, category: {category}}}\n" for name in names)
    return entry(f"award: 学习标兵\nyear: {year}\n{more}entries:\n{lines}")


TITLE = entry(
    "award: 学习型组织、学习标兵\nyear: 2024\nentries: [{ref: office, category: internal-unit}, {ref: li-fang, category: employee}]\n"
).replace("2026-03", "2025-02")
CHANGED = "type: honour-change\nhonour: honours/old\nref: {ref}\naction: {action}\nreason: 补造\n"


def changed(action: str, day: str, ref: str = "office") -> str:
    """A change to the title."""
    return entry(CHANGED.format(action=action, ref=ref)).replace("2026-03-05", day)


def notice(kind: str, subject: str, title: str = "公示") -> str:
    """A notice on the ground of the old roll."""
    text = entry(f"kind: {kind}\nbasis: [honours/old]\nsubjects: [{{ref: {subject}}}]\n")
    return text.replace("title: 甲", f"title: {title}")


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ({"content/notices/a.md": notice("publicity", "office")}, 1),
        ({"content/notices/a.md": notice("publicity", "finance")}, 0),
        ({"content/notices/a.md": notice("decision", "office", "关于撤销称号的决定")}, 0),
        ({"content/notices/a.md": notice("publicity", "office").replace("2026-03-05", "2026-01-04")}, 0),
        ({"content/notices/a.md": notice("publicity", "office"), "content/honours/d.md": changed("rectify", "2026-02-01")}, 0),
        ({ROLL: entry("award: 先进\nyear: 2025\nentries: [{ref: office, category: internal-unit, reason: 2024年度学习型组织撤销以后认真整改}]\n")}, 0),
        ({ROLL: entry("award: 先进\nyear: 2025\nentries: [{ref: office, category: internal-unit, reason: 符合学习型组织的基本条件}]\n")}, 0),
    ],
)  # fmt: skip
def test_revoked_titles_in_other_entries(files: Files, count: int, tmp_path: Path) -> None:
    """A notice that builds on the old roll counts the title, unless it speaks of the change, or the title is back."""
    before = {"content/honours/old.md": TITLE, "content/honours/c.md": changed("revoke", "2026-01-05")}
    assert len(found({**before, **files}, tmp_path, "HON002")) == count


def test_title_of_somebody_else_that_is_named(tmp_path: Path) -> None:
    """A unit that puts forward the title of one of its people, by name, counts it."""
    application = "award: 先进\ncategory: internal-unit\nsubject: finance\nyear: 2025\nsubmitted: 2026-03-01\nwords: 1500\nconditions: [{{name: {name}, evidence: honours/old}}]\n"
    files = {"content/honours/old.md": TITLE, "content/honours/c.md": changed("revoke", "2026-01-05", "李芳")}
    for name, count in (("李芳获学习标兵", 1), ("有人获学习标兵", 0)):
        files[APPLICATION] = entry(application.format(name=name))
        assert len(found(files, tmp_path, "HON002")) == count


def test_roles_of_a_preset(tmp_path: Path) -> None:
    """`action-learning-county` wants five roles and six to ten people; each missing role is said."""
    files = {
        POLICY: "extends: [action-learning-county]\n",
        PROJECT: entry(
            "unit: office\nconvener: chen-ming\nspan: {from: 2025-01-01, to: 2026-01-02}\nteam: [{person: chen-ming, role: 组长}]\n"
        ),
    }
    assert found(files, tmp_path, "PRJ001", "PRJ002", "PRJ003") == [
        "error PRJ003 From 2025-01-01 to 2026-01-02 is longer than the 12 months of AL-05, which end on 2026-01-01.",
        "error PRJ001 The team has 1 members (without facilitators); AL-02 asks for 6—10.",
        "error PRJ002 Nobody in the team has the role 主持人.",
        "error PRJ002 Nobody in the team has the role 学习委员.",
        "error PRJ002 Nobody in the team has the role 核心学员.",
        "error PRJ002 Nobody in the team has the role 联络员.",
    ]


def test_a_units_topics_are_those_of_the_units_below_it(tmp_path: Path) -> None:
    """Where the policy speaks of the whole, the topics of its parts run side by side."""
    project = (
        "unit: {unit}\nconvener: chen-ming\nspan: {{from: 2025-01-01, to: 2025-06-30}}\nteam: [{{person: chen-ming}}]\n"
    )
    for subject, count in (
        ("units: {top: true}", 1),
        ("units: {kind: internal-unit}", 0),
        ("units: {kind: school}", 0),
    ):
        files = {
            POLICY: f"measures: [{{code: AL-16, subject: {{{subject}}}, measure: {{concurrent: project}}, period: plan, max: 1}}]\n",
            PROJECT: entry(project.format(unit="office")),
            "content/projects/b.md": entry(project.format(unit="finance")),
        }
        assert len(found(files, tmp_path, "PRJ004")) == count


def test_drafts_are_not_held_to_the_policy(tmp_path: Path) -> None:
    """A draft may be incomplete."""
    text = roll("王一", "王一", "王二", "王三", "王四", "王五", "王六").replace("award", "status: draft\naward")
    assert (
        said(tmp_path, {POLICY: "extends: [bank-branch]\nsettings: {group_needs: [head, member]}\n", ROLL: text}) == []
    )


@seed(20260331)
@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=5, unique=True),
    st.integers(0, 1000).map(lambda tenths: tenths / 10),
)
def test_band_is_the_highest_that_is_reached(bounds: list[int], total: float) -> None:
    """Whatever the order of the bands, a total has the highest whose lower bound it reaches."""
    grades = [Band(name=str(bound), min=float(bound)) for bound in bounds]
    reached = [bound for bound in bounds if bound <= total]
    assert band(grades, total) == (str(max(reached)) if reached else None)
    assert band(grades[::-1], total) == band(grades, total)


@pytest.mark.parametrize(
    ("subject", "count"),
    [
        ("units: {kind: county-branch}", 1), ("units: {kind: school}", 0), ("units: {unit: yunze}", 1), ("units: {unit: finance}", 0),
        ("units: {top: true}", 1), ("projects: all", 1), ("projects: {part_of: {given: true}}", 0), ("projects: {unit: yunze}", 1),
        ("projects: {unit: finance}", 0), ("people: all", 0), ("groups: {kind: office}", 0),
    ],
)  # fmt: skip
def test_whom_a_measure_is_about(subject: str, count: int, tmp_path: Path) -> None:
    """A project is its unit's and that of the units above; people and groups are other subjects."""
    files = {
        POLICY: f"measures: [{{code: AL-02, subject: {{{subject}}}, measure: {{distinct: team.person, of: project}}, period: once, min: 2}}]\n",
        PROJECT: entry(
            "unit: office\nconvener: chen-ming\nspan: {from: 2025-01-01, to: 2025-06-30}\nteam: [{person: chen-ming}]\n"
        ),
    }
    assert len(found(files, tmp_path, "PRJ001")) == count


@pytest.mark.parametrize(
    ("subject", "count"),
    [("people: {tag: staff}", 1), ("people: {tag: leader}", 0), ("people: {tag: staff, without: staff}", 0), ("people: {unit: yunze}", 1), ("people: {unit: office}", 0), ("people: {max_age: 45}", 1), ("people: {max_age: 44}", 0), ("people: {group: centre-group}", 0), ("units: all", 0), ("applications: {category: [department, 职工]}", 1), ("groups: all", 0)],
)  # fmt: skip
def test_whom_a_case_is_about(subject: str, count: int, tmp_path: Path) -> None:
    """Cases share out the applications by whom they are about."""
    files = {
        PEOPLE: "- {id: chen-ming, name: 陈明, unit: office}\n- {id: li-fang, name: 李芳, unit: {2020-01-01: office, 2024-01-01: finance}, tags: [staff], born: 1980}\n",
        POLICY: f"measures: [{{code: SEL-06, measure: {{latest: words, of: application}}, period: once, modality: about, cases: [{{subject: {{{subject}}}, min: 1000}}]}}]\n",
        APPLICATION: entry(
            "award: 标兵\ncategory: employee\nsubject: li-fang\nyear: 2025\nsubmitted: 2026-01-10\nwords: 1201\n"
        ),
    }
    assert len(found(files, tmp_path, "SEL004")) == count
