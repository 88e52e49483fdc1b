"""Every kind of period, and where records and days that are due fall in them."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from measures.tables import entry, notes, report, session, table
from yuandi.entry_types.data_types.policy import PeriodKind
from yuandi.entry_types.dates import to_period
from yuandi.measures.periods import DueWindow, between, containing, due, place, said, span

COUNT = "{{code: STU-01, subject: {{groups: {{kind: centre-group}}}}, measure: {{count: session}}, period: {}, min: 1}}"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("week", ["2026-W01 met", "2026-W02 violated", "2026-W03 pending"]),
        ("month", ["2025-12 met", "2026-01 pending"]),
        ("quarter", ["2025-Q4 met", "2026-Q1 pending"]),
        ("half", ["2025-H2 met", "2026-H1 pending"]),
        ("year", ["2025 met", "2026 pending"]),
        ("once", ["once met"]),
    ],
)
def test_kinds(kind: str, expected: list[str], tmp_path: Path) -> None:
    """A session on the last day of 2025, which is in the first ISO week of 2026, seen in mid-January."""
    found = table(tmp_path, COUNT.format(kind), {"sessions/a.md": session("2025-12-31")}, date(2026, 1, 14))
    assert [" ".join(line.split()[1:3]) for line in found] == expected


def test_leap_weeks() -> None:
    """2020 and 2026 have 53 weeks, 2025 has 52; none is lost and none comes twice."""
    weeks = [str(one) for one in between(PeriodKind.WEEK, date(2019, 12, 30), date(2027, 1, 5))]
    assert [week for week in weeks if week.endswith(("W53", "W01"))] == [
        "2020-W01", "2020-W53", "2021-W01", "2022-W01", "2023-W01", "2024-W01", "2025-W01", "2026-W01", "2026-W53", "2027-W01",
    ]  # fmt: skip
    assert len(set(weeks)) == len(weeks)


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind not in {PeriodKind.PLAN, PeriodKind.ONCE}])
def test_periods_cover_every_day_once(kind: PeriodKind) -> None:
    """Each begins on the day after the one before."""
    found = list(between(kind, date(2019, 2, 28), date(2028, 3, 1)))
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(found))
    assert containing(kind, date(2024, 2, 29)) in found


@pytest.mark.parametrize(
    ("kind", "record", "period"),
    [
        ("month", "2026-W14", "2026-04"),  # its Thursday is the 2nd of April
        ("year", "2026-W53", "2026"),
        ("year", "2026-02", "2026"),
        ("quarter", "2026-H1", "2026-Q2"),  # longer than the period: where it ends
        ("month", "2026", "2026-09"),  # where it has got to
        ("year", "2026-03-05", "2026"),
    ],
)
def test_records_are_placed(kind: str, record: str, period: str) -> None:
    """A record is in the period of its middle day, or where it ends when it is longer."""
    days = to_period(record)
    assert str(place(PeriodKind(kind), days.first, days.last, date(2026, 9, 20))) == period


@pytest.mark.parametrize(
    ("text", "period", "day"),
    [
        ("01-15", "2026", "2026-01-15"),
        ("+01-15", "2025", "2026-01-15"),
        ("01-15", "2025-Q4", "2026-01-15"),
        ("25", "2026-03", "2026-03-25"),
        ("31", "2026-02", "2026-02-28"),
        ("+10", "2026-12", "2027-01-10"),
        ("+7d", "2026-W10", "2026-03-15"),
        ("02-29", "2025", "2025-02-28"),
        ("2013-12-31", "2026", "2013-12-31"),
        ("5月10日", "2026", "2026-05-10"),
        ("02-29", "2024", "2024-02-29"),
        ("07-01..07-31", "2026", "2026-07-31"),
    ],
)
def test_due(text: str, period: str, day: str) -> None:
    """A day in the period, after it, or of the calendar."""
    assert str(due(text, to_period(period)).last) == day


def test_due_in_a_plan_of_several_years() -> None:
    """What is due in July of a plan from May to the July after next is due at its end."""
    whole = span(date(2026, 5, 1), date(2028, 7, 31))
    assert due("07-01..07-31", whole) == DueWindow(date(2028, 7, 1), date(2028, 7, 31))
    assert due("12-31", whole).last == date(2027, 12, 31)
    assert due("12-31", span(date(2026, 5, 1), None)).last == date(2026, 12, 31)


def test_due_makes_late_what_comes_after(tmp_path: Path) -> None:
    """The day itself is in time. After it the verdict is final, though the month goes on."""
    measure = (
        "{code: AL-10, subject: {units: {kind: department}}, measure: {count: news}, period: month, min: 1, due: '25'}"
    )
    entries = {
        "news/a.md": entry(unit="office", date="2026-01-25"),
        "news/b.md": entry(unit="office", date="2026-02-27", submitted="2026-02-25"),
        "news/c.md": entry(unit="office", date="2026-03-26"),
    }
    assert table(tmp_path, measure, entries)[:3] == [
        "office 2026-01 met 1 ≥1",
        "office 2026-02 met 1 ≥1",
        "office 2026-03 violated 0 ≥1",
    ]
    assert table(tmp_path, measure, entries, date(2026, 3, 25))[2] == "office 2026-03 pending 0 ≥1 pace 1.0"


def test_plans_give_their_spans(tmp_path: Path) -> None:
    """`plan` is the span of every plan that brings the measure into force; without one nothing is in force."""
    measure = COUNT.format("plan")
    entries = {"sessions/a.md": session("2025-05-08")}
    assert table(tmp_path, measure, entries) == ["centre once not-applicable 1 ≥1"]
    entries |= {
        "plans/a.md": entry(span="{from: 2025-04-01, to: 2025-12-31}", measures="[STU-01]"),
        "plans/b.md": entry(span="{from: 2026-01-01, to: 2026-12-31}", measures="[STU-01]"),
        "plans/c.md": entry(span="{from: 2024-01-01, to: 2024-12-31}"),
    }
    assert table(tmp_path, measure, entries) == [
        "centre 2025-04-01/2025-12-31 met 1 ≥1",
        "centre 2026-01-01/2026-12-31 pending 0 ≥1 pace 0.25",
    ]


def test_dated_says_which_field(tmp_path: Path) -> None:
    """A plan for 2026 that was published in December belongs to 2025, unless its `year` is what counts."""
    measure = "{code: WRT-16, subject: {people: {tag: leader}}, measure: {presence: personal-plan}, period: year}"
    entries = {"plans/personal/a.md": entry(person="chen-ming", year=2026, date="2025-12-20")}
    assert table(tmp_path, measure, entries) == ["chen-ming 2025 met 1 ≥1", "chen-ming 2026 pending 0 ≥1"]
    dated = measure.replace("personal-plan}", "personal-plan, dated: year}")
    assert table(tmp_path, dated, entries) == ["chen-ming 2026 met 1 ≥1"]


def test_published_date_goes_before_date(tmp_path: Path) -> None:
    """A record belongs to the day on which it was published elsewhere."""
    measure = "{code: WRT-07, subject: {people: {tag: leader}}, measure: {count: article}, period: month, min: 1}"
    entries = {"column/a.md": report("chen-ming", "2026-02-03", published="{medium: 甲报, date: 2026-01-30}")}
    assert table(tmp_path, measure, entries)[0] == "chen-ming 2026-01 met 1 ≥1"


def test_rows_of_a_table_have_periods_of_their_own(tmp_path: Path) -> None:
    """A CSV counts row by row; a row without a period has that of its entry."""
    measure = "{code: STU-13, subject: {people: {tag: cadre}}, measure: {sum: hours, of: study-record}, period: month, min: 20}"
    entries = {
        "records/a.md": entry(kind="self-study", csv="a.csv", period="2026-02"),
        "records/a.csv": "人员,时期,学时\n陈明,2026-01,25\n陈明,,12\nli-fang,2026-02,20\n",
        "records/b.md": notes("chen-ming", "2026-02", 3),
    }
    assert table(tmp_path, measure, entries, date(2026, 3, 1)) == [
        "chen-ming 2026-01 met 25 ≥20",
        "chen-ming 2026-02 violated 12 ≥20",
        "chen-ming 2026-03 pending 0 ≥20 pace 0.65",
        "li-fang 2026-02 met 20 ≥20",
        "li-fang 2026-03 pending 0 ≥20 pace 0.65",
    ]


def test_no_more_than_thirty_years(tmp_path: Path) -> None:
    """An ancient record does not make an endless table."""
    found = table(tmp_path, COUNT.format("week"), {"sessions/a.md": session("1900-01-01")})
    assert len(found) < 1600


def test_periods_in_words() -> None:
    """A span and an endless time are said as such."""
    assert said(span(date(2026, 3, 1), date(2026, 6, 30))).zh == "2026年3月1日至2026年6月30日"
    assert said(span(date(2026, 3, 1), None)).en == "since 2026-03-01"
    assert said(to_period("2026-H1")).zh == "2026年上半年"
