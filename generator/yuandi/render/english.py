"""The interface in English. Chinese stays the language of templates and views; one catalogue has what it is in English.

What a template itself says is put into English when the template is read, so that templates need no second wording.
What views say (labels, headings, states) passes the filter `t`; a word that the catalogue does not have, such as a
name of the organisation's own, stays as it is.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

import yaml
from jinja2.ext import Extension

_FILE = Path(__file__).with_name("words_en.yml")
_MONTHS = [
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
_PRINTED = r"(\{\{[^{}]*\}\})"
_NUMBER = r"([\d,.-]+(?:%| / [\d,.]+)?)"
_COMMENT = re.compile(r"\{#.*?#\}", re.S)
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_MOMENT = re.compile(r"\d{4}年[\d年月日（星期一二三四五六日）至起止:—. ]*")
_PAGE = re.compile(r"(.*)（第 (\d+) 页）", re.S)
_YEAR = re.compile(r"(.*) (\d{4})年", re.S)
_DOSSIER = re.compile(r"(.+?)(\d{4})年度学习档案", re.S)
_WEEKDAY = re.compile("（星期([一二三四五六日])）")
_HAN = "\u4e00-\u9fff"


class English(Extension):
    """Reads templates in English."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """A template with its own words in English; those of comments go."""
        return template_in_english(source)


def template_in_english(source: str) -> str:
    """A template's source with its own words in English."""
    text = _COMMENT.sub("", source)
    for pattern, english in _phrases():
        text = pattern.sub(english, text)
    return text


def said(text: str, lang: str) -> str:
    """A word of a view in the language of the interface."""
    return text if lang != "en" or text.isascii() else in_english(text)


def label(value: object) -> object:
    """What a template prints, in English; what is no words stays as it is."""
    return said(value, "en") if type(value) is str else value


@lru_cache(maxsize=20_000)
def in_english(text: str) -> str:
    """A label in English, where it is known; numbers and dates in it keep their places."""
    known = _words()["labels"].get(text)
    if known is not None:
        return known
    if _MOMENT.fullmatch(text):
        return _dates(text)
    if found := _PAGE.fullmatch(text):
        return f"{in_english(found[1])} (page {found[2]})"
    if found := _DOSSIER.fullmatch(text):
        return f"{found[1]}: dossier {found[2]}"
    if found := _YEAR.fullmatch(text):
        return f"{in_english(found[1])} {found[2]}"
    for pattern, english in _sentences():
        if found := pattern.fullmatch(text):
            return english.format(*found.groups())
    parts = text.removesuffix("。").split("，")
    is_sentence = parts != [text] and all(map(_is_known, parts))
    return ", ".join(map(in_english, parts)) + "." * text.endswith("。") if is_sentence else text


def _is_known(text: str) -> bool:
    return in_english(text) != text


def _dates(text: str) -> str:
    """Dates in English, from and to."""
    plain = _WEEKDAY.sub(lambda found: f", {_WEEKDAYS['一二三四五六日'.index(found[1])]} ", text)
    plain = plain.replace("起", " on").replace("止", "").replace("至", " – ")
    return " ".join(_DATE.sub(_date, plain).replace(" ,", ",").split())


def _date(found: re.Match[str]) -> str:
    month = _MONTHS[int(found[2]) - 1] if found[2] and 0 < int(found[2]) < 13 else ""
    return " ".join(filter(None, (found[3], month, found[1])))


def day(value: date | None) -> str:
    """`5 March 2026`."""
    return f"{value.day} {month(value)}" if value else ""


def month(value: date) -> str:
    """`March 2026`."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """`Thursday`."""
    return _WEEKDAYS[value.weekday()]


def day_or_time(value: datetime) -> str:
    """`Thursday, 5 March 2026, 14:30`; a whole day without its hour."""
    hour = f", {value:%H:%M}" if value.hour or value.minute else ""
    return f"{weekday(value)}, {day(value)}{hour}"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return words


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What templates say, the longest first; `{}` is what is printed between."""
    found = sorted(_words()["templates"].items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((_pattern(chinese, _PRINTED), _numbered(english)) for chinese, english in found)


def _pattern(chinese: str, between: str) -> re.Pattern[str]:
    return re.compile(f"(?<![{_HAN}])" + between.join(map(re.escape, chinese.split("{}"))) + f"(?![{_HAN}])")


def _numbered(english: str) -> str:
    """`{}` as groups, in their order."""
    first, *rest = english.replace("\\", r"\\").split("{}")
    return first + "".join(rf"\g<{place}>{part}" for place, part in enumerate(rest, 1))


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Labels with numbers."""
    labels = _words()["labels"].items()
    return tuple((_pattern(one, _NUMBER), english) for one, english in labels if "{}" in one)
