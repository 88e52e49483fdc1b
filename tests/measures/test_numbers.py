"""Numbers that measures ask for and give, by themselves."""

from datetime import date
from pathlib import Path

import pytest

from measures.tables import entry, table
from yuandi.entry_types.dates import Period
from yuandi.measures.rows import Limit
from yuandi.measures.verdict import pace_of


@pytest.mark.parametrize(
    ("limit", "number"),
    [(Limit(), None), (Limit(low=2.0), 2), (Limit(high=3.5), 3.5), (Limit(low=0.0, high=3.0), [0, 3])],
)
def test_a_limit_for_programs(limit: Limit, number: object) -> None:
    """The one bound, or both; a bound of 0 is one."""
    assert limit.number == number


@pytest.mark.parametrize(
    ("closes", "as_of", "pace"),
    [
        (date(2026, 1, 10), date(2026, 1, 5), 5.0),
        (date(2026, 1, 10), date(2026, 1, 20), 10.0),
        (date(2026, 1, 1), date(2026, 1, 1), 10.0),
        (date(2025, 12, 31), date(2026, 1, 1), None),
    ],
)
def test_pace(closes: date, as_of: date, pace: float | None) -> None:
    """An even course over the days until the close, both ends included; none where it closes before it begins."""
    assert pace_of(10.0, Period(date(2026, 1, 1), date(2026, 12, 31), "2026"), closes, as_of) == pace


def test_fields_of_the_editors_own(tmp_path: Path) -> None:
    """What stands in `extra` can be added up and asked for."""
    entries = {
        "news/a.md": entry(unit="office", extra="{points: 3}"),
        "news/b.md": entry(unit="office", extra="{points: 4}"),
    }
    measure = "{{code: A-1, title: 甲, subject: {{units: {{id: office}}}}, period: year, min: 1, measure: {}, since: 2026-01-01}}"
    assert table(tmp_path, measure.format("{sum: extra.points, of: news}"), entries) == ["office 2026 met 7 ≥1"]
    asked = measure.format("{count: news, where: {extra.points: 4}}")
    assert table(tmp_path / "b", asked, entries) == ["office 2026 met 1 ≥1"]


def test_one_day_in_common(tmp_path: Path) -> None:
    """Who joins a group on the day on which a unit is left has that one day in both."""
    people = "- {id: a, name: 甲, unit: {2025-01-01: office, 2026-02-02: finance}}\n"
    groups = "- {id: g, name: 组, members: [{person: a, from: 2026-02-01}]}\n"
    measure = (
        "{code: A-1, title: 甲, subject: {people: {unit: office, group: g}}, period: year, min: 0,"
        " measure: {count: news}}"
    )
    entries = {
        "_data/people.yml": people,
        "_data/groups.yml": groups,
        "news/a.md": entry(author="a", date="2026-02-01"),
    }
    assert [line.split()[0] for line in table(tmp_path, measure, entries)] == ["a"]
