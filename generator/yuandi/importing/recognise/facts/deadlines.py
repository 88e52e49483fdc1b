"""Deadlines in a text: 请于5月10日之前报机关工会, should be completed before January 15th. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yuandi.importing.recognise.days import NamedDay, days

_BEFORE = re.compile(r"\s*(?:下班|\d{1,2}[:：]\d\d|\d{1,2}时)?\s*(?:之?前|以前|为止|截止|止)|\s*\d{1,2}[:：]\d\d前")
_UNTIL = re.compile(r"(?:截止(?:日期|时间)?(?:为|是|[:：])?|不迟于|最迟|before|by)\s*$", re.I)
_LEAD = re.compile(
    r"(?:[请請]?(?:务必)?[于於在]|[请請]|须于|應於|应于|最迟|不迟于|截止(?:日期|时间)?(?:为|是|[:：])?|before|by)\s*$",
    re.I,
)
_ACTION = re.compile(r"报|報|送|交|完成|提|上传|填|审|completed|submit|hand|report|declar", re.I)
_SENTENCE = re.compile(r"[^。！？；;\n]+[。！？；;]?|[^.!?\n]+[.!?]")
_EMPTY = re.compile(r"[（(](?:前?完成|报送|上报)?[）)]")
"""Brackets left empty, or nearly so, without the day."""
_LONGEST = 1000
_SPLIT = re.compile(r"[，,]")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A day, a title of the task that is due, and the sentence."""

    day: NamedDay
    title: str
    words: str


def deadlines(texts: Sequence[str]) -> Iterator[FoundDeadline]:
    """All deadlines in the texts, in order."""
    for text in texts:
        for sentence in _SENTENCE.finditer(text):
            if len(sentence[0]) <= _LONGEST:
                yield from _of_sentence(sentence[0].strip())


def _of_sentence(sentence: str) -> Iterator[FoundDeadline]:
    for day in days(sentence):
        before, after = sentence[: day.start], sentence[day.end :]
        ending = _BEFORE.match(after)
        if not ending and not _UNTIL.search(before):
            continue
        if _ACTION.search(sentence):
            yield FoundDeadline(day, _title(before, after[ending.end() :] if ending else after), sentence)


def _title(before: str, after: str) -> str:
    """The clause around the day, without the day."""
    lead = _LEAD.sub("", before.rstrip())
    clause = _SPLIT.split(lead)[-1]
    words = (clause if len(clause) > 3 else lead).strip()
    rest = _SPLIT.split(after)[0].strip()
    blank = " " if words and rest and words[-1].isascii() and rest[0].isascii() else ""
    title = _EMPTY.sub("", f"{words}{blank}{rest}")
    return re.sub(r"^(?:\d+[.、]\s*|（[^（）]*）)?[请請]?|[。；;.!\s]+$", "", title).strip(" ，,")
