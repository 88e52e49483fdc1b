"""Each of the six states, in whole tables of tiny portals."""

from datetime import date
from pathlib import Path

import pytest

from measures.tables import notes, report, rows, session, table

QUARTERLY = (
    "{code: STU-04, subject: {groups: {kind: centre-group}}, measure: {count: session, where: {kind: centre-study}},"
    " period: quarter, min: 1}"
)
DAYS = QUARTERLY.replace("count: session", "sum: days, of: session").replace("quarter, min: 1", "year, min: 2")


def test_met_violated_and_pending(tmp_path: Path) -> None:
    """From the quarter of the first record on; what is not over is pending; the same day a year later all is over."""
    entries = {"sessions/a.md": session("2025-05-08"), "sessions/b.md": session("2025-12-31")}
    assert table(tmp_path, QUARTERLY, entries) == [
        "centre 2025-Q2 met 1 ≥1",
        "centre 2025-Q3 violated 0 ≥1",
        "centre 2025-Q4 met 1 ≥1",
        "centre 2026-Q1 pending 0 ≥1 pace 1.0",
    ]
    assert table(tmp_path, QUARTERLY, entries, date(2026, 4, 1))[3:] == [
        "centre 2026-Q1 violated 0 ≥1",
        "centre 2026-Q2 pending 0 ≥1 pace 0.01",
    ]


def test_no_data_is_not_zero(tmp_path: Path) -> None:
    """Without any record of that kind there is nothing to judge; a lecture is of another kind."""
    assert table(tmp_path, QUARTERLY, {}) == ["centre 2026-Q1 no-data – ≥1"]
    lecture = {"sessions/a.md": session("2025-05-08", kind="lecture")}
    assert table(tmp_path, QUARTERLY, lecture) == ["centre 2026-Q1 no-data – ≥1"]


def test_other_conditions_choose_among_what_is_there(tmp_path: Path) -> None:
    """Who has written reports and published none has none; who has written none has no data."""
    measure = (
        "{code: WRT-07, subject: {people: {tag: cadre}}, period: year, min: 1,"
        " measure: {count: article, where: {published.level: [市级, 省级]}}}"
    )
    entries = {
        "column/a.md": report("陈明", "2025-03-01", published="{medium: 甲报, level: 县级}"),
    }
    assert table(tmp_path, measure, entries) == [
        "chen-ming 2025 violated 0 ≥1",
        "chen-ming 2026 pending 0 ≥1 pace 0.25",
        "li-fang 2026 no-data – ≥1",
    ]


@pytest.mark.parametrize(
    ("modality", "value", "states"),
    [
        ("must", 1, ["violated", "pending"]),
        ("generally", 1, ["warning", "pending"]),
        ("target", 1, ["warning", "pending"]),
        ("about", 1, ["violated", "pending"]),
        ("about", 1.6, ["met", "pending"]),
        ("about", 1.59, ["violated", "pending"]),
        ("must", 2, ["met", "pending"]),
    ],
)
def test_modality(modality: str, value: float, states: list[str], tmp_path: Path) -> None:
    """`must` and `about` are violated, `generally` and `target` a warning; `about` allows a fifth less."""
    measure = f"{DAYS[:-1]}, modality: {modality}}}"
    found = rows(tmp_path, measure, {"sessions/a.md": session("2025-05-08", days=value)})
    assert [row.state for row in found] == states


@pytest.mark.parametrize(
    ("bounds", "count", "states"),
    [
        ("max: 1", 1, ["met", "pending"]),
        ("max: 1", 2, ["violated", "violated"]),
        ("max: 2, strict: true", 2, ["violated", "violated"]),
        ("min: 2, strict: true", 2, ["violated", "pending"]),
        ("range: [1, 2]", 2, ["met", "met"]),
        ("range: [1, 2]", 3, ["violated", "violated"]),
        ("range: [2, 3]", 1, ["violated", "pending"]),
        ("min: 1, usual_max: 2", 3, ["met", "met"]),
        ("max: 1, modality: target", 2, ["warning", "pending"]),
        ("max: 1, modality: generally", 2, ["warning", "warning"]),
    ],
)
def test_bounds(bounds: str, count: int, states: list[str], tmp_path: Path) -> None:
    """Of a period that is over and one that is open: both ends are within; a passed ceiling is passed."""
    measure = QUARTERLY.replace("quarter, min: 1", f"year, {bounds}")
    entries = {
        f"sessions/{year}-{number}.md": session(f"{year}-02-0{number}")
        for year in (2025, 2026)
        for number in range(1, count + 1)
    }
    assert [row.state for row in rows(tmp_path, measure, entries)] == states


def test_a_period_that_is_only_partly_under_the_measure(tmp_path: Path) -> None:
    """Falling short in it is held against nobody; what is met in it is met; the next one counts."""
    measure = f"{DAYS[:-1]}, since: 2024-06-01}}"
    entries = {"sessions/a.md": session("2024-07-01"), "sessions/b.md": session("2025-05-08")}
    assert table(tmp_path, measure, entries) == [
        "centre 2024 not-applicable 1 ≥2",
        "centre 2025 violated 1 ≥2",
        "centre 2026 pending 0 ≥2 pace 0.49",
    ]
    met = entries | {"sessions/c.md": session("2024-12-01")}
    assert table(tmp_path, measure, met)[0] == "centre 2024 met 2 ≥2"


def test_statements_are_shown(tmp_path: Path) -> None:
    """What cannot be computed is not applicable, with the statement; without a subject it is the organisation's."""
    (row,) = rows(
        tmp_path, "{code: WRT-19, measure: {attest: 由各科室负责人说明}, period: year, since: 2026-01-01}", {}
    )
    assert (row.subject.id, row.period.text, row.state, row.statement) == (
        "yunze",
        "2026",
        "not-applicable",
        "由各科室负责人说明",
    )


def test_evidence(tmp_path: Path) -> None:
    """Every value names the entries that it is from, each once."""
    entries = {
        "records/a.md": notes("chen-ming", "2026-01", 900),
        "records/b.md": notes("chen-ming", "2026-02", 600),
        "records/c.md": notes("li-fang", "2026-02", 100),
        "records/draft.md": notes("chen-ming", "2026-02", 5000).replace("title:", "status: draft\ntitle:"),
        "records/later.md": notes("chen-ming", "2026-05", 5000),
        "records/held.md": notes("chen-ming", "2026-02", 5000).replace("title:", "publish_on: 2026-06-01\ntitle:"),
    }
    measure = "{code: WRT-02, subject: {people: {tag: leader}}, measure: {sum: words, of: study-record}, period: year, min: 1500}"
    (row,) = rows(tmp_path, measure, entries)
    assert ([one.id for one in row.evidence], row.value, row.state) == (["records/a", "records/b"], 1500, "met")
