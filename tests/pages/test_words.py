"""How numbers, times and titles are written."""

from datetime import datetime

import pytest

from yuandi.base.slugs import bare
from yuandi.i18n.dates import clock, when
from yuandi.pages.words import number

DAY = datetime(2026, 3, 10)
HALF_PAST_TWO = datetime(2026, 3, 10, 14, 30)
FOUR = datetime(2026, 3, 10, 16, 0)
NEXT = datetime(2026, 3, 11)


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, ""), (0, "0"), (2, "2"), (1.5, "1.5"), (7.004, "7"), (12000, "12,000"), (1000.1, "1,000.1"), (100, "100")],
)
def test_number(value: float | None, said: str) -> None:
    """A number has no zeros that say nothing, and never ends in a point."""
    assert number(value) == said


@pytest.mark.parametrize(
    ("start", "end", "whole", "short"),
    [
        (HALF_PAST_TWO, FOUR, "2026年3月10日（星期二）14:30—16:00", "14:30—16:00"),
        (HALF_PAST_TWO, None, "2026年3月10日（星期二）14:30", "14:30"),
        (HALF_PAST_TWO, DAY, "2026年3月10日（星期二）14:30", "14:30"),
        (DAY, DAY, "2026年3月10日（星期二）", ""),
        (DAY, FOUR, "2026年3月10日（星期二）至16:00", ""),
        (DAY, NEXT, "2026年3月10日（星期二）至2026年3月11日（星期三）", "至3月11日"),
    ],
)
def test_when(start: datetime, end: datetime | None, whole: str, short: str) -> None:
    """A day without an hour is a whole day: it shows no clock, at either end."""
    assert (when(start, end), clock(start, end)) == (whole, short)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("《活着》", "活着"),
        ("活着", "活着"),
        ("《红楼梦》导读", "《红楼梦》导读"),
        ("《甲》与《乙》", "《甲》与《乙》"),
    ],
)
def test_bare(title: str, said: str) -> None:
    """Only marks around the whole title are taken off."""
    assert bare(title) == said
