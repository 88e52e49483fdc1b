"""The title of a document: marked, recognised by the kind of document that it names, or given by the format. Pure."""

import re
from collections.abc import Mapping, Sequence

from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain
from yuandi.importing.recognise.kinds import guessed

TOP = 8
"""The number of blocks at the beginning of a document in which its title and number are looked for."""
_DOCUMENT = (
    r"(?:通知|通告|公告|公示|决定|决議|決定|通报|通報|方案|规划|規劃|计划|計劃|安排|要点|办法|辦法|细则|細則|制度|规定|規定|条例|守则|意见|意見"
    r"|简报|信息|动态|书目|书单|名单|光荣榜|总结|總結|汇报|匯報|报告|報告|体会|體會|心得|有感|申报表|推荐表|函|纪要|倡议书|公约)"
)
TITLE = re.compile(
    rf".{{2,120}}{_DOCUMENT}(?:[（(][^（）()]{{1,20}}[）)])?$|(?i:.{{3,150}}\b(?:plan|notice|decision|regulations?|report|summary|programme|measures))$"
)
"""The last line of a title, which names the kind of document."""


def title_of(rest: list[Block], metadata: Mapping[str, str], preface: str) -> tuple[str, str]:
    """The title of a document, taken out of its blocks, and its origin.

    The origin is `text` for marked or recognised lines, `head` for the metadata, `preface` for that of a foreign site,
    `first` for the first line; both are empty if there is no title.
    """
    marked = next((block for block in rest[:TOP] if block.kind == "heading" and "title" in block.source.split()), None)
    first = next((block for block in rest if block.text), None)
    if marked is None and first and first.kind == "heading" and first.level == 1:
        marked = first
    if marked:
        place = rest.index(marked)
        rest[: place + 1] = [block for block in rest[:place] if block.kind == "picture"]
        return plain(marked.text), "text"
    start, end, title = _title_lines(rest)
    given = metadata.get("title", "")
    if title and (not given or _same(given, title) or "_" in given) and _is_of(metadata.get("part", ""), title):
        del rest[start:end]
        return title, "text"
    if given:
        same = next((block for block in rest[:TOP] if _same(plain(block.text), given)), None)
        if same:
            rest.remove(same)
        return given, "head"
    if part := metadata.get("part"):
        return part, "head"
    if preface:
        return preface, "preface"
    if first and first.kind in ("paragraph", "heading") and _may_be_title(plain(first.text)):
        rest.remove(first)
        return plain(first.text), "first"
    return "", ""


def _is_of(part: str, title: str) -> bool:
    """Whether a title may be that of the part of a collection: it names the same type of document, or the part none."""
    whole, own = guessed(part, ""), guessed(title, "")
    return not whole or (own is not None and own.type is whole.type)


def _title_lines(rest: Sequence[Block]) -> tuple[int, int, str]:
    """The lines that end in the name of a kind of document: their first and end place, and their text; 0, 0 and empty if
    there are none."""
    for place, block in enumerate(rest[:TOP]):
        words = plain(block.text)
        if (
            block.kind not in ("paragraph", "heading")
            or re.search("[。！？]", words)
            or re.match("[一二三四五六七八九十]、", words)
        ):
            if len(words) > 60:
                break
            continue
        if TITLE.fullmatch(words):
            start = place
            while start and _is_begun(plain(rest[start - 1].text), words):
                start -= 1
                words = plain(rest[start].text) + words
            end = place + 1
            if end < len(rest) and re.fullmatch(r"的(?:通知|决定|通报|公告|意见|公示)", plain(rest[end].text)):
                words, end = words + plain(rest[end].text), end + 1
            return start, end, words
    return 0, 0, ""


def _is_begun(before: str, words: str) -> bool:
    """Whether the line `before` begins the title that goes on with `words`: it begins with 关于, or they with 的 or 关于."""
    if not before or re.search("[。；：:！？]$", before) or len(before) > 60:
        return False
    return (before.startswith("关于") and not TITLE.fullmatch(before)) or words.startswith(("的", "关于"))


def _may_be_title(words: str) -> bool:
    return (
        3 < len(words) <= 60
        and not re.search(r"[。；：:！？!?]", words)
        and not re.match("[一二三四五六七八九十]、", words)
    )


def _same(line: str, title: str) -> bool:
    left, right = (re.sub(r"[\W_]", "", words) for words in (line, title))
    return bool(right) and (left == right or (len(right) > 6 and right in left))
