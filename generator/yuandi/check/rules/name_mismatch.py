"""TXT011: a name beside a post that is nearly the name of the person who holds the post."""

import re
from collections.abc import Iterator
from functools import cache

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Holder, Vocabulary
from yuandi.chinese.characters import HAN

_HAN = re.compile(f"[{HAN}]+")
_GAP_BEFORE = re.compile(r"[*_]{0,3}[ 　（(]{0,2}[*_]{0,3}$")
_GAP_AFTER = re.compile(r"[*_]{0,3}(?:[ 　]{1,2}|[：:])?[*_]{0,3}")
"""What may stand between a post and a name: blanks, a bracket, a colon, and marks that make one of them bold."""
_FORMER = ("副", "原", "前", "时任", "代理", "助理", "见习")
_BODIES = frozenset("局委办部处科室院校会司厂行社区村镇县市州省所站队中心组")
_AFTER_NAME = frozenset("同志主任书记等在说对作向讲带率及和与指强代宣参介出为担分要将也就汇总传致提")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤解单仇查区曲"
)


@text_rule("TXT011", "name-mismatch", Severity.WARNING)
def name_mismatch(prose: Prose, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A name that differs by one character from a person or unit of the directory next to its post."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for post, holders in vocabulary.posts.items():
        place = prose.text.find(post)
        while place >= 0:
            for start, name in _people(prose.text, place, post, holders, vocabulary):
                found.setdefault((start, start + len(name)), (name, post))
            for start, name in _units(prose.text, place, vocabulary):
                found.setdefault((start, start + len(name)), (name, post))
            place = prose.text.find(post, place + 1)
    for (start, end), (name, post) in sorted(found.items()):
        shown = prose.text[start:end]
        yield Finding(
            prose.at(start, end),
            Text(
                f"“{shown}”与名录里的“{name}”（{post}）差一个字。",
                f"“{shown}” differs by one character from “{name}” ({post}) in the directory.",
            ),
            Text(
                "核对姓名或单位名称；确是另外的人，就加进 people.yml。",
                "Check the name. If it is somebody else, add them to people.yml.",
            ),
        )


def _people(
    text: str, place: int, post: str, holders: tuple[Holder, ...], vocabulary: Vocabulary
) -> Iterator[tuple[int, str]]:
    """Yield each name right before or after a post that is nearly that of a holder: its start, and the right name."""
    end = place + len(post)
    if text.endswith(_FORMER, 0, place):
        return
    after = _GAP_AFTER.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing at the least
    before = place - len(_GAP_BEFORE.search(text[max(0, place - 8) : place])[0])  # type: ignore[index]  # likewise
    if any(text.startswith(holder.name, after) or text.endswith(holder.name, 0, before) for holder in holders):
        return
    for holder in holders:
        length = len(holder.name)
        follows, precedes = text[after : after + length], text[max(0, before - length) : before]
        is_there = _is_nearly(follows, holder.name, vocabulary) and _ends(text, after, length)
        if is_there and _is_of(text[:place], holder, vocabulary):
            yield after, holder.name
        if _begins(text, before - length) and _is_nearly(precedes, holder.name, vocabulary):
            yield before - length, holder.name


def _is_of(before: str, holder: Holder, vocabulary: Vocabulary) -> bool:
    """Whether the words before a post do not name another body than the holder's."""
    if before[-1:] not in _BODIES:
        return True
    named = [unit for unit in vocabulary.units if before.endswith(unit)]
    if named:
        return not holder.units or any(unit in holder.units for unit in named)
    return any(before.endswith(unit[-3:]) for unit in holder.units)


def _is_nearly(words: str, name: str, vocabulary: Vocabulary) -> bool:
    """Whether a word differs from a name by one character, and is not another name or an ordinary word."""
    if len(words) != len(name) or not _HAN.fullmatch(words) or words in vocabulary.people:
        return False
    other = [place for place, (written, right) in enumerate(zip(words, name, strict=True)) if written != right]
    if len(other) != 1 or (other[0] == 0 and words[0] not in _SURNAMES):
        return False
    return len(name) > 2 or words not in _ordinary()


def _ends(text: str, start: int, length: int) -> bool:
    """Whether a name may end there. Only a name of two characters needs a sign that it is a name."""
    after = text[start + length : start + length + 1]
    return length > 2 or not _HAN.match(after) or after in _AFTER_NAME


def _begins(text: str, start: int) -> bool:
    """Whether a name may begin there."""
    return start == 0 or (start > 0 and not _HAN.match(text[start - 1]))


def _units(text: str, place: int, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield each unit right before a post with one character replaced by one of the same sound: its start, and the name."""
    for unit in vocabulary.units:
        start = place - len(unit)
        words = text[start:place] if start >= 0 else ""
        if len(unit) > 2 and words and words[-1] == unit[-1] and words not in vocabulary.units:
            other = [(written, right) for written, right in zip(words, unit, strict=True) if written != right]
            if len(other) == 1 and _sounds(other[0][0]) & _sounds(other[0][1]):
                yield start, unit


def _sounds(character: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@cache
def _ordinary() -> frozenset[str]:
    """Return words that are not names: those in the dictionary of phrases of pypinyin."""
    from pypinyin.constants import PHRASES_DICT

    return frozenset(word for word in PHRASES_DICT if len(word) == 2)
