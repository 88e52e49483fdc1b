"""Out of how many: counts of units.yml by day and by year, of the whole and of parts."""

from datetime import date
from pathlib import Path

import pytest

from portals import portal
from yuandi.entry_types import HonourRoll
from yuandi.facts.population import count_of, existed, heads_of, number_of, population_of
from yuandi.portal.portal import Portal

UNITS = """\
- id: top
  name: 总行
  kind: head-office
  children:
    - {id: a, name: 甲, kind: county-branch, headcount: {2025-01-01: 10, 2026-07-01: 14}}
    - {id: b, name: 乙, kind: county-branch, headcount: 5, to: 2026-06-30}
    - {id: c, name: 丙, kind: county-branch, headcount: 7, from: 2027-01-01}
- {id: d, name: 丁, kind: department, parent: top, headcount: 3}
"""


@pytest.fixture
def made(tmp_path: Path) -> Portal:
    """A head office with branches that come and go."""
    return portal(tmp_path, {"content/_data/units.yml": UNITS, "content/_data/groups.yml": GROUPS})


GROUPS = "- {id: g, name: 组, members: [{person: 陈明}, {person: chen-ming, role: 组长}, {person: li-fang, to: 2026-03-01}]}\n"


def test_heads_at_the_end_of_a_year(made: Portal) -> None:
    """The last count of the year, not the first; a unit that was closed within the year is among them."""
    assert [heads_of(made, "headcount", year) for year in (2024, 2025, 2026, 2027)] == [8, 18, 22, 24]


def test_a_unit_of_part_of_a_year(made: Portal) -> None:
    """A unit was there in the year in which it was closed, and in no other after it."""
    unit = made.units.by_id["b"]
    assert [existed(unit, year) for year in (2025, 2026, 2027)] == [True, True, False]
    assert [number_of(made, "county-branch", year) for year in (2026, 2027)] == [2, 2]


def test_of_a_subject_on_a_day(made: Portal) -> None:
    """A unit without a count has those of the units below it that are there on the day, by `children` and by `parent`."""
    top = made.units.by_id["top"]
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1))
    assert [count_of(made, top, "headcount", day) for day in days] == [18.0, 17.0, 24.0]
    assert count_of(made, top, "population", days[0]) == 18.0
    assert count_of(made, top, "posts", days[0]) is None


def test_members_are_people(made: Portal) -> None:
    """Who holds two posts is one member; who has left is none."""
    group = made.groups.by_id["g"]
    assert [count_of(made, group, "members", day) for day in (date(2026, 3, 1), date(2026, 3, 2))] == [2.0, 1.0]


def test_a_person_is_one(made: Portal) -> None:
    """A person counts as one, whatever is counted; what is no subject has no count."""
    person = made.people.by_id["chen-ming"]
    assert [count_of(made, person, name, date(2026, 3, 1)) for name in ("headcount", "population")] == [1.0, 1.0]
    assert count_of(made, None, "headcount", date(2026, 3, 1)) is None


def test_a_ring_of_units_ends(tmp_path: Path) -> None:
    """Units that stand above each other, which ORG rules report, are counted without end nowhere."""
    ring = "- {id: a, name: 甲, parent: b, headcount: 1}\n- {id: b, name: 乙, parent: a}\n"
    made = portal(tmp_path, {"content/_data/units.yml": ring})
    assert count_of(made, made.units.by_id["b"], "headcount", date(2026, 1, 1)) is None


def test_as_the_roll_says(made: Portal) -> None:
    """A roll's own population comes first, under either name of the category."""
    roll = HonourRoll.model_validate(
        {"type": "honour-roll", "title": "甲", "date": "2026-01-01", "award": "乙", "year": 2026}
        | {"entries": [{"name": "丙", "category": "county-branch"}], "populations": {"县支行": 9}}
    )
    assert population_of(made, roll, "county-branch") == 9
    assert population_of(made, roll, "employee") == 22
    assert population_of(made, roll, "village") is None
