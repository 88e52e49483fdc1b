"""The interface in English. Chinese stays the language of templates and views; one catalogue has what it is in English.

What views say (labels, headings, states) passes through `said`; a word that the catalogue does not have, such as a
name of the organisation's own, stays as it is. Templates are put into English when they are read.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("words_en.yml")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBER = r"([\d,.-]+(?:%| ?/ ?[\d,.]+)?|\ue000words\ue001)"
"""A number, or what stands for the number of words of a body until it is drawn."""
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_MOMENT = re.compile(r"\d{4}年[\d年月日（星期一二三四五六日）至起止:—. ]*")
_PERIOD = re.compile(r"(\d{4})年([上下]半年|第[一二三四]季度|第\d+[周期])")
_PERIODS = {
    "上半年": "First half of",
    "下半年": "Second half of",
    "第一季度": "First quarter of",
    "第二季度": "Second quarter of",
    "第三季度": "Third quarter of",
    "第四季度": "Fourth quarter of",
}
_DOSSIER = re.compile(r"(.+?)(\d{4})年度学习档案", re.S)
_UNTIL = re.compile(r"([\d:— -]*)至(\d{1,2})月(\d{1,2})日")
_ADDITION = re.compile(r"(.+)（([^（）]+)）", re.S)
_COUNT = re.compile(r"(\D+) ([\d,]+) [件项次名期个份场]")
_WEEKDAY = re.compile("（星期([一二三四五六日])）")
_HAN = "\u4e00-\u9fff"
_CHINESE = re.compile(f"[{_HAN}]")


def said(text: str, lang: str) -> str:
    """A word of a view in the language of the interface."""
    return text if lang != "en" or text.isascii() else in_english(text)


def label(value: object) -> object:
    """What a template prints, in English; what is no words stays as it is."""
    return said(value, "en") if type(value) is str else value


@lru_cache(maxsize=20_000)
def in_english(text: str) -> str:
    """A label in English, where it is known; numbers and dates in it keep their places."""
    known = catalogue()["labels"].get(text)
    if known is not None:
        return known
    return next((found for read in _READINGS if (found := read(text)) is not None), text)


def _moment(text: str) -> str | None:
    """Days, periods, issues."""
    if _MOMENT.fullmatch(text):
        return _dates(text)
    if found := _PERIOD.fullmatch(text):
        return f"{_PERIODS.get(found[2]) or _numbered(found[2])} {found[1]}"
    if found := _UNTIL.fullmatch(text):
        return f"{found[1]}to {found[3]} {MONTHS[int(found[2]) - 1]}"
    found = _DOSSIER.fullmatch(text)
    return f"{found[1]}: dossier {found[2]}" if found else None


def _numbered(text: str) -> str:
    """The part of a year that a number tells: `第10周`, `第3期`."""
    return f"{'week' if text.endswith('周') else 'No.'} {text[1:-1]},"


def _sentence(text: str) -> str | None:
    """A sentence of the catalogue with its numbers, or with the words that are in it."""
    for pattern, english in _sentences():
        if found := pattern.fullmatch(text):
            return english.format(*map(in_english, found.groups()))
    return None


def _bracketed(text: str) -> str | None:
    """`职工（7%）`: words with an addition."""
    found = _ADDITION.fullmatch(text)
    if not found or not (_is_known(found[1]) or _is_known(found[2])):
        return None
    return f"{in_english(found[1])} ({in_english(found[2])})"


def _counted(text: str) -> str | None:
    """`通知 2 件`: of a kind so many."""
    found = _COUNT.fullmatch(text)
    return f"{in_english(found[1])}: {found[2]}" if found and _is_known(found[1]) else None


def _listed(text: str) -> str | None:
    """Labels after each other, with or without the stop of a sentence; what is not Chinese may stand among them."""
    for sign in "，、　":
        parts = text.removesuffix("。").split(sign)
        if parts != [text] and any(map(_is_known, parts)) and not any(map(_is_unknown, parts)):
            return ", ".join(map(in_english, parts)) + "." * text.endswith("。")
    return None


_READINGS: tuple[Callable[[str], str | None], ...] = (_moment, _sentence, _bracketed, _counted, _listed)


def _is_known(text: str) -> bool:
    return in_english(text) != text


def _is_unknown(text: str) -> bool:
    return _CHINESE.search(text) is not None and not _is_known(text)


def _dates(text: str) -> str:
    """Dates in English, from and to."""
    plain = _WEEKDAY.sub(lambda found: f", {_WEEKDAYS['一二三四五六日'.index(found[1])]} ", text)
    plain = plain.replace("起", " on").replace("止", "").replace("至", " – ")
    return " ".join(_DATE.sub(_date, plain).replace(" ,", ",").split())


def _date(found: re.Match[str]) -> str:
    month = MONTHS[int(found[2]) - 1] if found[2] and 0 < int(found[2]) < 13 else ""
    return " ".join(filter(None, (found[3], month, found[1])))


def day(value: date | None) -> str:
    """`5 March 2026`."""
    return f"{value.day} {month(value)}" if value else ""


def month(value: date) -> str:
    """`March 2026`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """`Thursday`."""
    return _WEEKDAYS[value.weekday()]


def day_or_time(value: datetime) -> str:
    """`Thursday, 5 March 2026, 14:30`; a whole day without its hour."""
    hour = f", {value:%H:%M}" if value.hour or value.minute else ""
    return f"{weekday(value)}, {day(value)}{hour}"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return words


def pattern(chinese: str, between: str) -> re.Pattern[str]:
    return re.compile(f"(?<![{_HAN}])" + between.join(map(re.escape, chinese.split("{}"))) + f"(?![{_HAN}])")


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Labels with numbers in them, then those with any words."""
    numbers, words = catalogue()["labels"], catalogue()["phrases"]
    with_numbers = ((pattern(one, _NUMBER), english) for one, english in numbers.items() if "{}" in one)
    with_words = ((re.compile("(.+)".join(map(re.escape, one.split("{}"))), re.S), two) for one, two in words.items())
    return (*with_numbers, *with_words)
