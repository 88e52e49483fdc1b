"""Which days are worked, by the calendar and without one."""

import random
from datetime import date, timedelta

import pytest

from yuandi.entry_types import CalendarYear
from yuandi.lookups.workdays import workdays_of

CALENDAR = {
    2026: CalendarYear.model_validate(
        {
            "holidays": [
                {"name": "元旦", "from": "2026-01-01", "to": "2026-01-03"},
                {"name": "春节", "from": "2026-02-15", "to": "2026-02-23"},
                {"name": "跨年", "from": "2026-12-31", "to": "2027-01-02"},
            ],
            "workdays": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-02-20"],
        }
    )
}


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2026-01-01", False),  # a holiday
        ("2026-01-04", True),  # a Sunday that is worked
        ("2026-01-05", True),  # a Monday
        ("2026-01-10", False),  # a Saturday
        ("2026-02-14", True),  # the day before a holiday, a Saturday that is worked
        ("2026-02-15", False),  # its first day
        ("2026-02-20", True),  # within it, and worked all the same
        ("2026-02-23", False),  # its last day
        ("2026-02-24", True),  # the day after
        ("2027-01-01", False),  # a holiday that began in the year before
        ("2025-01-01", True),  # nobody has said what is worked in 2025
        ("2024-02-29", True),  # a Thursday in a leap year
    ],
)
def test_day_is_worked(day: str, is_worked: bool) -> None:
    """Make-up workdays win over holidays, holidays over weekdays; of a year that is missing only weekends are known."""
    assert workdays_of(CALENDAR).is_workday(date.fromisoformat(day)) == is_worked


def test_known_years() -> None:
    """Only the years of the calendar are known."""
    found = workdays_of(CALENDAR)
    assert (found.knows(date(2026, 5, 1)), found.knows(date(2027, 1, 1))) == (True, False)


def test_count_is_that_of_its_days() -> None:
    """A span has as many working days as there are in it, over 300 random calendars and spans (seed 20260305)."""
    rng = random.Random(20260305)  # noqa: S311  # days, no secret
    start = date(2026, 1, 1)
    for _ in range(300):
        spans = [(start + timedelta(days=rng.randrange(400)), rng.randrange(9)) for _ in range(rng.randrange(6))]
        year = {
            "holidays": [
                {"from": first.isoformat(), "to": (first + timedelta(days=length)).isoformat()}
                for first, length in spans
            ],
            "workdays": [(start + timedelta(days=rng.randrange(400))).isoformat() for _ in range(5)],
        }
        found = workdays_of({2026: CalendarYear.model_validate(year)})
        first = start + timedelta(days=rng.randrange(400))
        days = [first + timedelta(days=number) for number in range(rng.randrange(1, 60))]
        assert found.count(first, days[-1]) == sum(map(found.is_workday, days))
        for day in days:
            worked = day.isoformat() in year["workdays"]
            off = day.weekday() > 4 or any(one <= day <= one + timedelta(days=length) for one, length in spans)
            assert found.is_workday(day) == (worked or not off)
