"""Numbered headings of a body, 一、→（一）→1.→（1）, and their places: shared by NUM005, TXT012 and import."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from yuandi.chinese.characters import HAN, NUMERALS, number

_COUNTED = rf"[{NUMERALS}]{{1,2}}(?:季度|月|年级|[类等级届班楼层线])"
"""After 三、 this makes 三、四季度, which is not a heading; 三、四月份的安排 may be one."""
_IS_COUNTED = re.compile(_COUNTED)
_BEGINNING = re.compile(
    rf"""\n(?=[ \d{NUMERALS}(（\#*_+第附-])(?![-*+][ \t]+[^\s\d{NUMERALS}(（\#*_+第附-])(?:[ ]{{0,3}}(?P<mark>\#{{1,6}}[ \t]+)?(?:[-*+][ \t]+)?(?:\*\*|__)?(?:
      (?P<one>[{NUMERALS}]{{1,3}})、
    | [(（](?P<two>[{NUMERALS}]{{1,3}})[)）](?![条款项])
    | (?P<three>\d{{1,2}})(?:[．、]|,(?=[ ][A-Za-z])|\.)(?!\d)
    | [(（](?P<four>\d{{1,2}})[)）])
    | (?P<break>[ ]{{0,3}}(?:\#{{1,6}}[ \t]+\S|(?:-[ \t]*){{3,}}$|(?:\*[ \t]*){{3,}}$|(?:\*\*)?第[一二三四五六七八九十百\d]+[篇章节部编]
    | (?:\*\*)?附(?:件|录|表)?[ ]?[一二三四五六七八九十\d]*(?:[:：]|(?:\*\*)?[ ]*$))))""",
    re.M | re.X,
)
"""A line that begins with a heading, or ends a series of numbers: another heading, a rule, 第二章, 附件."""
_INSIDE = re.compile(
    rf"[(（](?P<two>[{NUMERALS}]{{1,3}})[)）](?=[ 　]*[{HAN}])|(?P<one>[{NUMERALS}]{{1,3}})、(?=[ 　]*[{HAN}])(?!{_COUNTED})"
)
_MAY_HIDE = {
    mark: re.compile(
        rf"{re.escape(mark)}(?<=[(（{NUMERALS}].)(?:"
        + "|".join(
            rf"(?<=[。！？!?”’」』）)*_]{begins}.)|(?<=[^\n#*+-][ \t　]{begins}.)"
            for begins in (rf"[(（{NUMERALS}][{NUMERALS}]{{{count}}}" for count in range(4))
        )
        + ")",
        re.S,
    )
    for mark in "、)）"
}
"""The end of a number within a paragraph, after the end of a sentence or a blank; without it no heading is inside."""
_SENTENCE_END = frozenset("。！？!?")
_LEVELS = {"one": (1, 1), "two": (2, 2), "three": (3, 1), "four": (4, 2)}
"""The level of each kind of number, and the distance from the number back to the start of the heading, counting the line
break put before the text."""
_START = attrgetter("start")
_CLOSING = "”’」』）)*_"


class NumberedHeading(NamedTuple):
    """A numbered heading (level 1 to 4), or a break (level 0) after which numbers may start again.

    `is_inside` is a heading within a paragraph. `is_doubtful` is one such as 三、四月份, which is a heading only after
    二、.
    """

    level: int
    number: int
    start: int
    end: int
    is_inside: bool = False
    is_doubtful: bool = False


@lru_cache(maxsize=4)
def headings(text: str) -> tuple[NumberedHeading, ...]:
    """The numbered headings of a body, in order, with the breaks between them. Cached, as several rules read them."""
    beginning, inside = list(_beginning(text)), list(_inside(text))
    return tuple(sorted((*beginning, *inside), key=_START)) if inside else tuple(beginning)


def _beginning(text: str) -> Iterator[NumberedHeading]:
    """Headings at the beginning of a line, and breaks."""
    for found in _BEGINNING.finditer(f"\n{text}"):
        kind = str(found.lastgroup)
        end = found.end() - 1
        if kind == "break":
            yield NumberedHeading(0, 0, found.start(), end)
        elif value := number(found[kind]):
            level, before = _LEVELS[kind]
            may_be_counted = level == 1 and text[end : end + 1] in NUMERALS
            is_doubtful = may_be_counted and _IS_COUNTED.match(text, end) is not None
            yield NumberedHeading(level, value, found.start(kind) - before, end, is_doubtful=is_doubtful)


def numbered(line: str) -> NumberedHeading | None:
    """The heading at the beginning of a line, or None."""
    return next((heading for heading in _beginning(line) if heading.level and not heading.is_doubtful), None)


def _inside(text: str) -> Iterator[NumberedHeading]:
    """Headings after the end of a sentence or a blank, without the items of an enumeration in a sentence
    (：（一）…；（二）…)."""
    if not any(mark in text and pattern.search(text) for mark, pattern in _MAY_HIDE.items()):
        return
    line = -1
    counted: dict[int, int] = {}
    for found in _INSIDE.finditer(text):
        begins = text.rfind("\n", 0, found.start()) + 1
        if begins != line:
            line, counted = begins, {}
        before = text[line : found.start()]
        level, value = (1, number(found["one"])) if found["one"] else (2, number(found["two"]))
        heading = NumberedHeading(level, value or 0, *found.span(), is_inside=True)
        if not value or before[:1] in {"|", ">"} or not before.strip(" \t　#*+_-"):
            continue
        stands = _begins(before)
        if stands and counted.get(heading.level) != heading.number - 1:
            yield heading
        elif not stands or heading.level in counted:
            counted[heading.level] = heading.number


def _begins(before: str) -> bool:
    """Whether a heading may begin after these words of a line: a sentence has ended, or a blank follows a Han
    character."""
    words = before.rstrip(" \t　*_")
    if words.rstrip(_CLOSING)[-1:] in _SENTENCE_END:
        return True
    return before[-1:] in {" ", "\t", "　"} and bool(re.match(f"[{HAN}]", words[-1:]))
