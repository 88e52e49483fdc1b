"""Days and periods in the words of documents: 二〇二六年三月五日, 5月中旬至9月底, May-August 2026. Pure."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yuandi.base.english_months import MONTHS
from yuandi.chinese.numerals import value

_DIGIT = "〇○◯零一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][{_DIGIT}OＯ0]{{3}})"
_BLANK_YEAR = r"(?:20)?[XxＸ×*＊]{1,4}"
_NUMBER = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TENTHS = "上旬|中旬|下旬|月初|初|月底|底|末"
_MONTHS = "|".join(MONTHS)
_FULL = re.compile(
    rf"(?<!\d)(?:(?P<year>{_YEAR})\s*年\s*(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]"
    rf"|(?P<y>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>\d{{1,2}})(?P=mark)(?P<d>\d{{1,2}})(?![\d.]))"
)
_PART = re.compile(rf"(?<![\d年])(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]")
_ENGLISH = re.compile(rf"\b(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>(?:19|20)\d\d)\b)?")
_POINT = (
    rf"(?:(?P<year{{0}}>{_YEAR}|{_BLANK_YEAR}|[次翌今本当])\s*年\s*)?"
    rf"(?:(?P<half{{0}}>[上下])半年|第?(?P<quarter{{0}}>[一二三四1-4])季度"
    rf"|(?P<month{{0}}>{_NUMBER})\s*月份?(?:\s*(?P<day{{0}}>{_NUMBER})\s*[日号]|\s*(?P<tenth{{0}}>{_TENTHS}))?|(?P<edge{{0}}>初|底|末))"
)
_DAY_ALONE = rf"(?P<alone>{_NUMBER})\s*[日号]"
_RANGE = re.compile(
    _POINT.replace("{0}", "1") + rf"(?:\s*(?:至|到|[—–―－~～\-]+)\s*(?:{_POINT.replace('{0}', '2')}|{_DAY_ALONE}))?"
)
_ENGLISH_POINT = rf"(?:(?:the )?(?P<half{{0}}>first|second) half of (?P<halfyear{{0}}>(?:20)?[\dX]{{2,4}})|(?P<month{{0}}>{_MONTHS})(?: (?P<year{{0}}>(?:20)?[\dX]{{2,4}}))?)"
_ENGLISH_RANGE = re.compile(
    _ENGLISH_POINT.replace("{0}", "1") + rf"(?:\s*(?:to|-|–|—)\s*{_ENGLISH_POINT.replace('{0}', '2')})?", re.I
)
_NAMES = [month.lower() for month in MONTHS]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day in a text, with its offsets, and its year if the text gives one."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None

    def on(self, since: date | None) -> date | None:
        """The day as a date; without a year the first such day from `since` on, or None without `since`."""
        year = self.year or (since.year if since else None)
        found = _day(year, self.month, self.day) if year else None
        if found and self.year is None and since and found < since:
            return _day(since.year + 1, self.month, self.day)
        return found

    @property
    def short(self) -> str:
        """The day without its year, as in measures: `05-10`."""
        return f"{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in a text: its words, its offsets, and its first and last day if their years are known."""

    label: str
    start: int
    end: int
    first: date | None = None
    last: date | None = None


def days(text: str) -> Iterator[NamedDay]:
    """The days in a text, in order; of overlapping ones the first and longest."""
    matches = [match for pattern in (_FULL, _PART, _ENGLISH) for match in pattern.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end and (day := _named_day(match)):
            end = match.end()
            yield day


def day_of(text: str) -> date | None:
    """The first day with a year in a text, or None."""
    return next((found for day in days(text) if day.year and (found := day.on(None))), None)


def stretches(text: str, year: int | None) -> Iterator[Stretch]:
    """The stretches of time in a text; `year` is used for those without a year."""
    for match in _RANGE.finditer(text):
        first, last = _first_and_last(match, year)
        yield Stretch(match[0].strip(), match.start(), match.end(), first, last)
    for match in _ENGLISH_RANGE.finditer(text):
        first, last = _in_english(match, year)
        yield Stretch(match[0].strip(), match.start(), match.end(), first, last)


def _named_day(match: re.Match[str]) -> NamedDay | None:
    groups = match.groupdict()
    month_word, day_word = groups.get("month") or groups.get("m"), groups.get("day") or groups.get("d")
    year_word = groups.get("year") or groups.get("y")
    english = (month_word or "").lower()
    month = _NAMES.index(english) + 1 if english in _NAMES else value(english)
    day, year = value(day_word or ""), value(year_word) if year_word else None
    if not month or not day or _day(year or 2000, month, day) is None:
        return None
    return NamedDay(match.start(), match.end(), month, day, year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _first_and_last(match: re.Match[str], year: int | None) -> tuple[date | None, date | None]:
    begins = _year(match["year1"], year)
    ends = _year(match["year2"], begins) if match["year2"] else begins
    first = _point(match, "1", begins)
    if match["alone"] and match["day1"]:
        day, month = value(match["alone"]), value(match["month1"] or "")
        last = _day(begins, month, day) if begins and month and day else None
        return (first and first[0]), last
    has_second = any(match[f"{name}2"] for name in ("half", "quarter", "month", "edge"))
    second = _point(match, "2", ends) if has_second else first
    if first and second and second[1] < first[0] and not match["year2"] and ends:
        second = _point(match, "2", ends + 1)
    if not first or not second or second[1] < first[0]:
        return None, None
    return first[0], second[1]


def _year(word: str | None, otherwise: int | None) -> int | None:
    """The year that a word names: a number, or 次 and 翌 for the next; None for a placeholder."""
    if word in ("次", "翌"):
        return otherwise + 1 if otherwise else None
    if not word or word in "今本当":
        return otherwise
    return value(word) if re.fullmatch(_YEAR, word) else None


def _point(match: re.Match[str], which: str, year: int | None) -> tuple[date, date] | None:
    """The first and last day of one end of a stretch: `which` is 1 or 2."""
    if not year:
        return None
    if half := match[f"half{which}"]:
        return _months(year, 1, 6) if half == "上" else _months(year, 7, 12)
    if quarter := match[f"quarter{which}"]:
        number = value(quarter) or 1
        return _months(year, number * 3 - 2, number * 3)
    if edge := match[f"edge{which}"]:
        return _months(year, 1, 1) if edge == "初" else _months(year, 12, 12)
    month = value(match[f"month{which}"] or "")
    if not month or month > 12:
        return None
    if day := match[f"day{which}"]:
        found = _day(year, month, value(day) or 0)
        return (found, found) if found else None
    return _tenth(year, month, match[f"tenth{which}"])


def _tenth(year: int, month: int, word: str | None) -> tuple[date, date]:
    """The days of a third of a month: 上旬 and 初 are 1–10, 中旬 is 11–20, 下旬 and 底 are 21 to the end."""
    first, last = _months(year, month, month)
    if word in ("上旬", "月初", "初"):
        return first, date(year, month, 10)
    if word == "中旬":
        return date(year, month, 11), date(year, month, 20)
    return (date(year, month, 21), last) if word else (first, last)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _in_english(match: re.Match[str], year: int | None) -> tuple[date | None, date | None]:
    first_year, second_year = (match[f"halfyear{which}"] or match[f"year{which}"] for which in "12")
    second_word = second_year or first_year
    begins = _english_point(match, "1", first_year or second_year, year)
    has_second = match["half2"] or match["month2"]
    ends = _english_point(match, "2", second_word, year) if has_second else begins
    return (begins[0], ends[1]) if begins and ends and begins[0] <= ends[1] else (None, None)


def _english_point(match: re.Match[str], which: str, word: str | None, year: int | None) -> tuple[date, date] | None:
    known = (int(word) if re.fullmatch(r"(?:19|20)\d\d", word) else None) if word else year
    if known is None:
        return None
    if half := match[f"half{which}"]:
        return _months(known, 1, 6) if half.lower() == "first" else _months(known, 7, 12)
    month = _NAMES.index(match[f"month{which}"].lower()) + 1
    return _months(known, month, month)
