"""Days and stretches of days in the words of documents."""

from datetime import date

import pytest

from yuandi.chinese.numerals import chinese, value
from yuandi.importing.recognise.days import days, stretches
from yuandi.importing.recognise.facts.deadlines import deadlines
from yuandi.importing.recognise.facts.shares import bands, ceilings


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("二〇二六年三月五日", date(2026, 3, 5)),
        ("二○二六年十二月三十一日", date(2026, 12, 31)),
        ("二零二六年十月二十日", date(2026, 10, 20)),
        ("2026 年 3 月 5 日", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026.3.5", date(2026, 3, 5)),
        ("March 5th, 2026", date(2026, 3, 5)),
        ("5月10日之前", date(2026, 5, 10)),
        ("1月15日前", date(2027, 1, 15)),
    ],
)
def test_a_day(words: str, day: date) -> None:
    """A day is itself; one without a year is the first from the document's day on."""
    (found,) = days(words)
    assert found.on(date(2026, 3, 1)) == day


@pytest.mark.parametrize("words", ["13月5日", "2月30日", "3.5%", "第5日", "版本 2026.3.5.1", "3月至5月"])
def test_no_day(words: str) -> None:
    """What no calendar has, and what is no day."""
    assert [one.on(date(2026, 1, 1)) for one in days(words)] == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026年5月中旬至9月底", "2026-05-11", "2026-09-30"),
        ("5月上旬", "2026-05-01", "2026-05-10"),
        ("2026年下半年至2027年上半年", "2026-07-01", "2027-06-30"),
        ("11月至次年2月", "2026-11-01", "2027-02-28"),
        ("11月至2月", "2026-11-01", "2027-02-28"),
        ("2011年10月至2012年初", "2011-10-01", "2012-01-31"),
        ("3月1日至15日", "2026-03-01", "2026-03-15"),
        ("第二季度", "2026-04-01", "2026-06-30"),
        ("May-August 2024", "2024-05-01", "2024-08-31"),
        ("the second half of 2024 to the first half of 2026", "2024-07-01", "2026-06-30"),
    ],
)
def test_a_stretch(words: str, first: str, last: str) -> None:
    """From its first to its last day."""
    (found,) = stretches(words, 2026)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("words", ["XX年5月—8月", "20XX年5月至12月", "May-August XX", "***年下半年"])
def test_a_stretch_of_no_known_year(words: str) -> None:
    """A placeholder for a year is no year, whatever the year of the document."""
    (found,) = stretches(words, 2026)
    assert (found.first, found.last, found.label) == (None, None, words)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("请各单位于2026年3月31日前将申报材料报送办公室。", [("03-31", "各单位将申报材料报送办公室")]),
        ("各部门请于3月20日下班前将名单报人事科，联系人李芳。", [("03-20", "各部门将名单报人事科")]),
        ("申报应当在1月15日以前完成；评审在2月10日举行。", [("01-15", "申报应当完成")]),
        ("3月8日前后天气转暖。", []),
        ("会议定于3月20日召开，请提前报到。", []),
    ],
)
def test_deadlines(sentence: str, found: list[tuple[str, str]]) -> None:
    """A day before which something is to be done, with what it is; other days are none."""
    assert [(one.day.short, one.title) for one in deadlines([sentence])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("得分90分以上为优秀，80分以上不满90分为良好，不满80分为一般。", [("优秀", 90), ("良好", 80), ("一般", 0)]),
        ("90分（含）以上为优秀；75—90分为合格；75分以下为不合格。", [("优秀", 90), ("合格", 75), ("不合格", 0)]),
        ("满分100分，办公室得90分以上。", []),
    ],
)
def test_bands(text: str, found: list[tuple[str, int]]) -> None:
    """Grades with their lowest scores."""
    assert [(one["名称"], one["不少于"]) for one in bands([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("评选比例：县支行不超过30%；内设部门一般不超过15%。", [("县支行", "30%"), ("内设部门", "15%")]),
        ("先进个人控制在职工总数的10%以内。", [("先进个人", "10%")]),
        ("合格率不低于95%，评选先进不少于3个。", []),
        ("室内湿度不超过60%。", []),
    ],
)
def test_ceilings(text: str, found: list[tuple[str, str]]) -> None:
    """Shares that a selection may not exceed; other shares are none."""
    assert [(one["类别"], one["不超过"]) for one in ceilings([text])] == found


def test_numerals_there_and_back() -> None:
    """Every number up to 999 is read as it was written."""
    assert [value(chinese(number)) for number in range(1, 1000)] == list(range(1, 1000))
