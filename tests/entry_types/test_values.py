"""What may be written where: dates, times, periods, numbers, ids, aliases."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from yuandi.entry_types import values as v


def kind_of_failure(annotation: Any, value: Any) -> str:
    """The kind of the one error that a value meets in a field."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(annotation).validate_python(value)
    (error,) = caught.value.errors()
    return error["type"]


def read(annotation: Any, value: Any) -> Any:
    """What a value becomes in a field."""
    return TypeAdapter(annotation).validate_python(value)


@pytest.mark.parametrize("text", ["2026-03-05", "2026年3月5日", "2026年03月05日", "2026年 3月 5日"])
def test_day_is_read(text: str) -> None:
    """A day is written by ISO, or as in a Chinese document."""
    assert read(v.Day, text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2026年2月29日", "0000-01-01", "2026-00-10"])
def test_day_that_no_calendar_has(text: str) -> None:
    """A day of the right form that does not exist is an impossible date, not a wrong value."""
    assert kind_of_failure(v.Day, text) == "impossible_date"


@pytest.mark.parametrize("text", ["9999-12-31", "1899-12-31", "3000-01-01", "9999年12月31日"])
def test_day_of_no_century_of_ours(text: str) -> None:
    """A year before 1900 or after 2999 is a slip of the pen."""
    assert kind_of_failure(v.Day, text) == "impossible_date"


@pytest.mark.parametrize("text", ["9999-W52", "9999", "9999-Q4", "9999-H2", "1899-12", "9999-12-31", "3000-W01"])
def test_period_of_no_century_of_ours(text: str) -> None:
    """So it is in a period, of whatever length."""
    assert kind_of_failure(v.Span, text) == "impossible_date"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "明天",
        "2026-3-5",
        "2026/03/05",
        "05-03-2026",
        "2026-03-05 ",
        "２０２６-03-05",
        "2026-03-05T10:00",
        ["x"],
        None,
    ],
)
def test_day_of_another_form(text: Any) -> None:
    """Anything else is no date."""
    assert kind_of_failure(v.Day, text) == "date_wanted"


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05T14:30",
        "2026-03-05 14:30",
        "2026年3月5日14:30",
        "2026年3月5日 14:30",
        "2026年3月5日14时30分",
        "2026-03-05T14：30",
    ],
)
def test_moment_is_read(text: str) -> None:
    """A time follows its day after a T or a blank, or as in a Chinese document."""
    assert read(v.Moment, text) == datetime(2026, 3, 5, 14, 30)


def test_moment_may_be_a_day() -> None:
    """A day alone begins at midnight."""
    assert read(v.Moment, "2026年3月5日") == datetime(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-03-05T25:00", "impossible_date"),
        ("2026-03-05T14:60", "impossible_date"),
        ("2026-02-30T14:30", "impossible_date"),
        ("下午两点", "date_wanted"),
        ("14:30", "date_wanted"),
        ("x 14:30", "time_wanted"),
        (["x"], "time_wanted"),
    ],
)
def test_moment_that_is_none(text: Any, kind: str) -> None:
    """An hour that no day has is impossible; other words are no time."""
    assert kind_of_failure(v.Moment, text) == kind


@pytest.mark.parametrize(
    ("text", "first", "last", "same"),
    [
        ("2026", "2026-01-01", "2026-12-31", "2026"),
        ("2026年", "2026-01-01", "2026-12-31", "2026"),
        ("2026年度", "2026-01-01", "2026-12-31", "2026"),
        ("2026-H1", "2026-01-01", "2026-06-30", "2026-H1"),
        ("2026年下半年", "2026-07-01", "2026-12-31", "2026-H2"),
        ("2026-Q1", "2026-01-01", "2026-03-31", "2026-Q1"),
        ("2026年第四季度", "2026-10-01", "2026-12-31", "2026-Q4"),
        ("2026年2季度", "2026-04-01", "2026-06-30", "2026-Q2"),
        ("2026-02", "2026-02-01", "2026-02-28", "2026-02"),
        ("2024年2月", "2024-02-01", "2024-02-29", "2024-02"),
        ("2026年11月份", "2026-11-01", "2026-11-30", "2026-11"),
        ("2026-W10", "2026-03-02", "2026-03-08", "2026-W10"),
        ("2026年第1周", "2025-12-29", "2026-01-04", "2026-W01"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026-W53"),
        ("2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05"),
        ("2026年3月5日", "2026-03-05", "2026-03-05", "2026-03-05"),
    ],
)
def test_period_is_read(text: str, first: str, last: str, same: str) -> None:
    """A period has its first and last day, and one form however it was written."""
    period = read(v.Span, text)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert str(period) == same
    assert read(v.Span, period) == read(v.Span, str(period)) == read(v.Span, period.label) == period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025-W53", "impossible_date"),
        ("2026-W00", "impossible_date"),
        ("2026-13", "impossible_date"),
        ("0000", "impossible_date"),
        ("2026-02-30", "impossible_date"),
        ("2026-H3", "period_wanted"),
        ("2026-Q5", "period_wanted"),
        ("今年", "period_wanted"),
        ("", "period_wanted"),
        (["2026"], "period_wanted"),
    ],
)
def test_period_that_is_none(text: Any, kind: str) -> None:
    """A week, month or day that is not there is impossible; other words are no period."""
    assert kind_of_failure(v.Span, text) == kind


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (v.Count, "12", 12),
        (v.Count, "0", 0),
        (v.Count, "010", 10),
        (v.Ordinal, "1", 1),
        (v.Number, "1.5", 1.5),
        (v.Number, "-0", 0),
        (v.Amount, "30%", 0.3),
        (v.Amount, "2", 2),
        (v.Year, "2026年度", 2026),
        (v.YesNo, "是", True),
        (v.YesNo, "No", False),
        (v.TextOrList, "甲", ("甲",)),
        (v.TextOrList, ["甲", "乙"], ("甲", "乙")),
        (v.Identifier, "a/b-c_1", "a/b-c_1"),
        (v.Alias, "old/place/", "old/place/"),
        (v.Alias, "旧址/通知.html", "旧址/通知.html"),
    ],
)
def test_value_is_read(annotation: Any, text: Any, value: Any) -> None:
    """Numbers, years, yes and no, ids and aliases as editors write them."""
    assert read(annotation, text) == value


@pytest.mark.parametrize(
    ("annotation", "text", "kind"),
    [
        (v.Count, "1.5", "whole_number_wanted"),
        (v.Count, "十二", "whole_number_wanted"),
        (v.Count, "１２", "whole_number_wanted"),
        (v.Count, "9" * 5000, "whole_number_wanted"),
        (v.Count, "-1", "negative_number"),
        (v.Ordinal, "0", "negative_number"),
        (v.Number, "-0.5", "negative_number"),
        (v.Number, ".inf", "number_wanted"),
        (v.Number, ".nan", "number_wanted"),
        (v.Number, "nan", "number_wanted"),
        (v.Number, "1e400", "number_wanted"),
        (v.Number, "2小时", "number_wanted"),
        (v.Number, "１", "number_wanted"),
        (v.Year, "26", "year_wanted"),
        (v.Year, "3026", "year_wanted"),
        (v.YesNo, "也许", "yes_or_no_wanted"),
        (v.Words, ["甲"], "text_wanted"),
        (v.TextOrList, {"甲": "乙"}, "text_or_list_wanted"),
        (v.TextOrList, [["甲"]], "text_wanted"),
        (v.Identifier, "Reading", "id_wanted"),
        (v.Identifier, "-a", "id_wanted"),
        (v.Identifier, "a\n", "id_wanted"),
        (v.Identifier, "读书", "id_wanted"),
        (v.Alias, "/old/", "alias_wanted"),
        (v.Alias, "old/../new/", "alias_wanted"),
        (v.Alias, "..", "alias_wanted"),
        (v.Alias, "a//b", "alias_wanted"),
        (v.Alias, "", "alias_wanted"),
        (v.Alias, "https://example.org/", "alias_wanted"),
        (v.Alias, "a\\b", "alias_wanted"),
    ],
)
def test_value_is_refused(annotation: Any, text: Any, kind: str) -> None:
    """What is no value of a field is refused, with the kind of value that is wanted."""
    assert kind_of_failure(annotation, text) == kind


def test_fact_that_changed_is_sorted_by_day() -> None:
    """A count may be one number, or a number from each of several days on, oldest first."""
    assert read(v.DatedCount, "38") == ((date.min, 38),)
    assert read(v.DatedCount, {"2026-01-01": "41", "2025年1月1日": "38"}) == (
        (date(2025, 1, 1), 38),
        (date(2026, 1, 1), 41),
    )


def test_choice_has_its_chinese_name() -> None:
    """A choice is its value, and knows its one Chinese name."""

    class Colour(v.Choice):
        RED = "red", "红"

    assert Colour("red") is Colour.RED
    assert (str(Colour.RED), Colour.RED.label) == ("red", "红")
