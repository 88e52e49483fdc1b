"""The phases and the span of a plan: （一）宣传发动阶段（3月至4月）, 第一阶段：…, May-August is the start-up phase. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain
from yuandi.importing.recognise.days import Stretch, stretches

_NUMBER = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、])\s*")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:个)?(?:阶段|階段|步)[:：，,、\s]*")
_NAMED = re.compile(r"(?P<name>[\u4e00-\u9fff、]{2,20}?(?:阶段|階段))")
_AFTER_ORDINAL = re.compile(r"(?P<name>[^（(，。；:：\s]{2,20})")
_COUNTED = re.compile("[一二三四五六两幾几各]个?(?:阶段|階段)")
_ENGLISH = re.compile(
    r"^(?P<when>.{3,60}?) is the (?P<name>.{3,60}?(?:phase|stage)(?: of [a-z ]{1,20})?)(?=[:.,]|$)", re.I
)
_SPAN = re.compile(
    r"(?:活动|实施|时间安排|起止|实施时间|活动时间|执行|规划期|时间)[^。；\n]{0,16}?[:：为从自]|implementation time",
    re.I,
)
_TIMES = re.compile("实施时间|活动时间|起止时间|implementation time", re.I)
_WORDS = re.compile("阶段|階段|步骤|步驟|phase|stage", re.I)


@dataclass(frozen=True, slots=True)
class FoundPhase:
    """A phase with its name, and its time if the text gives one."""

    name: str
    when: Stretch | None = None


def phases(blocks: Sequence[Block], year: int | None) -> list[FoundPhase]:
    """The phases in order; empty if there are fewer than two. A year applies to later phases without one."""
    found: dict[str, FoundPhase] = {}
    for block in blocks:
        if block.kind == "table" or not _WORDS.search(block.text):
            continue
        words = plain(block.text)
        phase = _in_english(words, year) or _in_chinese(words, year)
        if phase and phase.name not in found:
            found[phase.name] = phase
            when = phase.when
            year = when.last.year if when and when.last and re.search(r"\d{4}|年", when.label) else year
    return list(found.values()) if len(found) > 1 else []


def _in_english(words: str, year: int | None) -> FoundPhase | None:
    found = _ENGLISH.match(_NUMBER.sub("", words, count=1))
    when = next(stretches(found["when"], year), None) if found else None
    return FoundPhase(found["name"].removesuffix(" of the event"), when) if found and when else None


def _in_chinese(words: str, year: int | None) -> FoundPhase | None:
    """The phase in a heading or the first sentence of a paragraph, with a time or an ordinal; or None."""
    lead = re.split("[。；]", words, maxsplit=1)[0][:90]
    bare = _NUMBER.sub("", lead, count=1)
    is_numbered = bare != lead
    ordinal = _ORDINAL.match(bare)
    when = next(stretches(lead, year), None)
    if ordinal:
        rest = bare[ordinal.end() :].lstrip("：:（( ")
        name = _NAMED.match(rest) or _AFTER_ORDINAL.match(rest)
        return FoundPhase(_bare(name["name"]) if name else ordinal[0].strip("：:，,、 "), when)
    outside = re.sub(r"[（(][^（）()]*[）)]", "", bare)
    named = outside.partition("为")[2] if when and "为" in outside[1:] else outside
    name = _NAMED.search(named)
    if name and not _COUNTED.search(name["name"]) and (when or (is_numbered and len(outside) <= 24)):
        return FoundPhase(_bare(name["name"]), when)
    return None


def _bare(name: str) -> str:
    return name.strip("：:，,、（( ")


def span(blocks: Sequence[Block], found: Sequence[FoundPhase], title: str, year: int | None) -> Stretch | None:
    """The span of a plan: as stated, else from its first phase to its last, else the years in its title; or None."""
    for stretch in _stated(blocks, year):
        return stretch
    known = [phase.when for phase in found if phase.when and phase.when.first and phase.when.last]
    if found and len(known) == len(found):
        first = min(stretch.first for stretch in known if stretch.first)
        last = max(stretch.last for stretch in known if stretch.last)
        return Stretch("", 0, 0, first, last)
    return next((stretch for stretch in _of_title(title) if stretch.first), None)


def _stated(blocks: Sequence[Block], year: int | None) -> Iterator[Stretch]:
    """Stretches of at least 28 days after words such as 实施时间."""
    for place, block in enumerate(blocks):
        words = plain(block.text)
        above = blocks[place - 1] if place else None
        follows = above is not None and above.kind == "heading" and bool(_TIMES.search(above.text))
        if follows or _SPAN.search(words):
            for stretch in stretches(words, year):
                if _is_long(stretch) and (follows or _SPAN.search(words[: stretch.start + 1])):
                    yield stretch


def _is_long(stretch: Stretch) -> bool:
    is_range = re.search("至|到|[—–―－~～-]|to", stretch.label)
    return bool(is_range and stretch.first and stretch.last and (stretch.last - stretch.first).days > 27)


def _of_title(title: str) -> Iterator[Stretch]:
    """The stretches in a title: of 2026年度工作计划 the year, of 2026—2028年规划 the years, of 2026年第一季度 the quarter."""
    if years := re.search(r"((?:19|20)\d\d)\s*年?\s*[—–―－~～\-至到]\s*((?:19|20)\d\d)\s*年", title):
        yield Stretch(years[0], 0, 0, date(int(years[1]), 1, 1), date(int(years[2]), 12, 31))
        return
    yield from stretches(title, None)
    if named := re.search(r"((?:19|20)\d\d)\s*年", title):
        yield Stretch(named[0], 0, 0, date(int(named[1]), 1, 1), date(int(named[1]), 12, 31))
