"""An entry as a subject: what it says of itself, what others say of it, and the unit it is of."""

from pathlib import Path

from measures.tables import entry, rows, session, table

TEAM = "[{person: chen-ming, role: 组长}, {person: li-fang, role: 成员}]"
SPAN = "{from: 2026-01-01, to: 2026-02-28}"
PROJECTS = {
    "projects/a.md": entry(unit="office", convener="chen-ming", span=SPAN, team=TEAM, id="a"),
    "projects/b.md": entry(
        unit="finance", convener="wang-jun", span=SPAN, team="[{person: wang-jun}]", part_of="a", id="b"
    ),
    "sessions/c.md": session("2026-01-20", part_of="a"),
}


def test_an_entry_says_its_own(tmp_path: Path) -> None:
    """A project's team is its own: that of a project which is part of it is another's."""
    measure = (
        "{code: AL-02, subject: {projects: all}, measure: {distinct: team.person, of: project}, period: once, min: 2}"
    )
    assert table(tmp_path, measure, PROJECTS) == [
        "a 2026-01-01/2026-02-28 met 2 ≥2",
        "b 2026-01-01/2026-02-28 violated 1 ≥2",
    ]


def test_others_say_of_an_entry(tmp_path: Path) -> None:
    """A seminar counts for the project that it is part of."""
    measure = "{code: AL-07, subject: {projects: all}, measure: {count: session}, period: once, min: 1}"
    assert table(tmp_path, measure, PROJECTS) == [
        "a 2026-01-01/2026-02-28 met 1 ≥1",
        "b 2026-01-01/2026-02-28 violated 0 ≥1",
    ]


def test_bare_scores_have_the_names_of_the_items(tmp_path: Path) -> None:
    """Where results give scores only, what is assessed is what the assessment lists."""
    items = "[{name: 学习内容, max: 50}, {name: 学习时间, max: 50}]"
    entries = {"assessments/a.md": entry(period=2025, items=items, results="[{ref: office, items: [40, 45]}]", id="a")}
    measure = (
        "{code: ASM-02, subject: {assessments: all}, measure: {distinct: items.name, of: assessment},"
        " period: once, includes: [内容, 时间, 效果]}"
    )
    assert table(tmp_path, measure, entries) == ["a 2025-01-01/2025-12-31 violated 2 ≥3"]


def test_the_unit_of_an_entry(tmp_path: Path) -> None:
    """An entry is of the unit that it names, else of the unit of the group or person that it is about."""
    entries = {
        "sessions/a.md": session("2026-01-20", id="a"),
        "sessions/b.md": session("2026-01-21", unit="finance", id="b"),
        "plans/personal/c.md": entry(person="chen-ming", year=2026, id="c"),
    }
    sessions = "{code: ATT-01, subject: {sessions: all}, measure: {presence: session}, period: once}"
    plans = "{code: WRT-17, subject: {personal-plans: all}, measure: {presence: personal-plan}, period: once}"
    policy = f"measures:\n  - {sessions}\n  - {plans}\n"
    units = {row.subject.id: row.subject.unit for row in rows(tmp_path, policy, entries)}
    assert units == {"a": "yunze", "b": "finance", "c": "office"}


def test_hours_and_days_are_one_in_conditions(tmp_path: Path) -> None:
    """A day is eight hours where a condition asks for hours, and four hours are no day."""
    entries = {"sessions/a.md": session("2026-01-20"), "sessions/b.md": session("2026-01-21", hours=4)}
    for where, number in (("hours: {min: 5}", 1), ("hours: {min: 4}", 2), ("days: {min: 1}", 1), ("days: {max: 1}", 2)):
        measure = (
            "{code: STU-08, subject: {groups: {kind: centre-group}}, period: year, min: 1,"
            f" measure: {{count: session, where: {{{where}}}}}}}"
        )
        assert table(tmp_path / where[:10].replace(": ", ""), measure, entries) == [f"centre 2026 met {number} ≥1"]


def test_a_window_in_a_stretch_of_years(tmp_path: Path) -> None:
    """A closing meeting in July is held in the last July of the plan."""
    plan = entry(unit="office", span="{from: 2024-05-01, to: 2025-07-31}", measures="[AL-14]")
    measure = (
        "{code: AL-14, subject: {units: {id: office}}, measure: {presence: session}, period: plan, due: 07-01..07-31}"
    )
    for day, said in (("2024-07-10", "violated 0"), ("2025-07-10", "met 1"), ("2025-06-30", "violated 0")):
        entries = {"plans/a.md": plan, "sessions/a.md": session(day, host="office")}
        assert table(tmp_path / day, measure, entries) == [f"office 2024-05-01/2025-07-31 {said} ≥1"]
