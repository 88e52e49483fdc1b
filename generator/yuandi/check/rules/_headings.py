"""Numbered headings of a body, 一、→（一）→1.→（1）, and where they stand: shared by NUM005 and TXT012."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yuandi.check.rules._han import HAN, NUMERALS, lines, number
from yuandi.prose import Prose

_LEAD = re.compile(r" {0,3}(?:#{1,6}[ \t]+)?(?:[-*+][ \t]+)?(?:\*\*|__)?")
_COUNTED = rf"(?![{NUMERALS}]{{1,2}}(?:季度|月|年级|[类等级届班楼层线]))"
"""What 三、四季度 is, and no heading."""
_HEADING = re.compile(
    rf"(?P<one>[{NUMERALS}]{{1,3}})、{_COUNTED}|[(（](?P<two>[{NUMERALS}]{{1,3}})[)）](?![条款项])"
    r"|(?P<three>\d{1,2})(?:[．、]|,(?=[ ][A-Za-z])|\.(?P<list>[ \t])?)(?!\d)|[(（](?P<four>\d{1,2})[)）]"
)
_INSIDE = re.compile(
    rf"[(（](?P<two>[{NUMERALS}]{{1,3}})[)）](?=[ 　]*[{HAN}])|(?P<one>[{NUMERALS}]{{1,3}})、(?=[ 　]*[{HAN}]){_COUNTED}"
)
_BREAK = re.compile(
    r" {0,3}(?:#{1,6}[ \t]+\S|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:\*\*)?第[一二三四五六七八九十百\d]+[篇章节部编]"
    r"|(?:\*\*)?附(?:件|录|表)?[ ]?[一二三四五六七八九十\d]*(?:[:：]|(?:\*\*)?[ ]*$))"
)
_LEVELS = ("one", "two", "three", "four")
_SENTENCE_END = frozenset("。！？!?")
_CLOSING = "”’」』）)*_"


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, or a break (level 0) after which numbers may begin anew. `is_inside`: hidden in a paragraph."""

    level: int
    number: int
    start: int
    end: int
    is_inside: bool = False
    is_list: bool = False


def headings(prose: Prose) -> Iterator[Heading]:
    """The numbered headings of a body, in order, with the breaks between them."""
    may_hide = not prose.letters.isdisjoint(NUMERALS) and not prose.letters.isdisjoint("、(（")
    for start, end in lines(prose.text):
        position = start
        lead = _LEAD.match(prose.text, start, end)
        begins = lead.end() if lead else start
        if found := _HEADING.match(prose.text, begins, end):
            if heading := _heading(found, is_list=bool(found["list"]) and begins == start):
                yield heading
                position = heading.end
        elif _BREAK.match(prose.text, start, end):
            yield Heading(0, 0, start, end)
        if may_hide and prose.text[start : start + 1] not in {"|", ">"}:
            yield from _inside(prose.text, start, position, end)


def _heading(found: re.Match[str], *, is_list: bool = False, is_inside: bool = False) -> Heading | None:
    name = found.lastgroup if found.lastgroup != "list" else "three"
    value = number(found[name or ""])
    level = _LEVELS.index(name or "") + 1
    return Heading(level, value, *found.span(), is_inside=is_inside, is_list=is_list) if value else None


def _inside(text: str, line: int, position: int, end: int) -> Iterator[Heading]:
    """Headings after the end of a sentence or a blank; not what is counted off within a sentence (：（一）…；（二）…)."""
    counted: dict[int, int] = {}
    for found in _INSIDE.finditer(text, position, end):
        heading = _heading(found, is_inside=True)
        before = text[line : found.start()]
        if heading is None or not before.strip(" \t　#*_-"):
            continue
        begins = _begins(before)
        if begins and counted.get(heading.level) != heading.number - 1:
            yield heading
        elif not begins or heading.level in counted:
            counted[heading.level] = heading.number


def _begins(before: str) -> bool:
    """Whether something may begin after these words of a line: a sentence has ended, or a blank follows a Han character."""
    words = before.rstrip(" \t　*_")
    if words.rstrip(_CLOSING)[-1:] in _SENTENCE_END:
        return True
    return before[-1:] in {" ", "\t", "　"} and bool(re.match(f"[{HAN}]", words[-1:]))
