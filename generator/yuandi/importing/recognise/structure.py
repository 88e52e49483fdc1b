"""Recognition of headings by their numbers (一、（一）1.（1）), or in a text without numbers by standing alone. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yuandi.chinese.characters import HAN
from yuandi.chinese.numerals import chinese
from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain
from yuandi.importing.recognise.wording import standing_alone
from yuandi.markdown.numbered_headings import NumberedHeading, headings, numbered

_SHAPES = ("", "{}、", "（{}）", "{}.", "（{}）")
_LONGEST = (0, 45, 45, 25, 25)
_RUN_IN = 32
_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?P<kind>[章节編编篇])[ 　:：]*(?P<rest>\S.*)?$")
_ARTICLE = re.compile(r"(第[一二三四五六七八九十百\d]{1,5}条)[ 　:：]*(?=\S)")
_ENDS = re.compile(r"[。！？!?；;，,]")
_ALONE = re.compile(r"[^，。；：！？,;:!?、…|]{4,28}$")
_ORDINAL = re.compile(
    r"(?:(?:I|II|III|IV|V|VI|VII|VIII|IX|X)\.|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,) \S"
)
_POINT = re.compile(r"(?P<number>\d{1,2})(?:\.|,)[ ]+(?P<rest>\S.*)$")
_LONG = 50


def structured(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with headings recognised, also those within paragraphs, and with their numbers in one form."""
    if _is_latin(blocks):
        return tuple(_in_latin(blocks))
    apart = [piece for block in blocks for piece in _split(block)]
    has_own = any(block.kind == "heading" for block in apart)
    return tuple(_in_chinese(_shifted(apart), has_own=has_own))


def _is_latin(blocks: Sequence[Block]) -> bool:
    text = "".join(block.text for block in blocks)
    return len(re.findall(f"[{HAN}]", text)) * 4 < len(re.findall("[A-Za-z]{2,}", text))


def _split(block: Block) -> Iterator[Block]:
    """A paragraph, cut before each heading within it."""
    if block.kind != "paragraph":
        yield block
        return
    position = 0
    for heading in headings(standing_alone(block.text).text):
        if heading.is_inside and heading.level in (1, 2):
            yield block.saying(block.text[position : heading.start].strip())
            position = heading.start
    yield block.saying(block.text[position:].strip())


def _shifted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the headings of the format shifted to begin at level 2."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    shift = 2 - min(levels, default=2)
    return [replace(block, level=block.level + shift) if block.kind == "heading" else block for block in blocks]


def _in_chinese(blocks: Sequence[Block], *, has_own: bool) -> Iterator[Block]:
    has_numbers = any(block.kind != "table" and numbered(plain(block.text)) for block in blocks)
    level = 1
    clauses = _clauses(blocks)
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        for part in _parts(block, following, is_clause=place in clauses):
            if part.kind == "paragraph" and not has_own and not has_numbers and _stands_alone(part, following):
                part = replace(part, kind="heading", level=level + 1, text=_unmarked(part.text))
            if part.kind == "heading" and numbered(part.text):
                level = part.level
            yield part


def _clauses(blocks: Sequence[Block]) -> set[int]:
    """The places of paragraphs that are the numbered clauses of one sentence, and not headings: （一）…；（二）…。"""
    found: set[int] = set()
    run: list[int] = []
    depth, is_sentence = 0, False
    for place, block in enumerate(blocks):
        number = numbered(plain(block.text)) if block.kind == "paragraph" else None
        if number is None and block.kind == "paragraph":
            run, is_sentence = [], False
        elif number:
            run, is_sentence = ([*run, place], is_sentence) if number.level == depth else ([place], False)
            depth, is_sentence = number.level, is_sentence or plain(block.text).endswith(("；", ";"))
            found.update(run if is_sentence and len(run) > 1 else ())
    return found


def _parts(block: Block, following: Block | None, *, is_clause: bool) -> Iterator[Block]:
    """A block as a heading, a paragraph, or both."""
    text = _unmarked(block.text) if block.kind in ("paragraph", "heading") else ""
    if not text:
        yield block
    elif chapter := _CHAPTER.match(plain(text)):
        yield Block("heading", _spaced(text, chapter), level=2 if chapter["kind"] != "节" else 3)
    elif _ARTICLE.match(text):
        yield Block("paragraph", _ARTICLE.sub(r"**\1**　", text, count=1))
    elif number := numbered(text):
        yield from [_clause(text, number)] if is_clause else _of_number(block, text, number, following)
    else:
        yield block


def _spaced(text: str, chapter: re.Match[str]) -> str:
    if not chapter["rest"]:
        return text
    return f"{text[: chapter.start('rest')].rstrip(' 　:：')}　{text[chapter.start('rest') :].strip()}"


def _clause(text: str, number: NumberedHeading) -> Block:
    """A numbered paragraph with its number in the usual form."""
    return Block("paragraph", _shape(number) + text[number.end :].strip(" \t　"))


def _shape(number: NumberedHeading) -> str:
    return _SHAPES[number.level].format(chinese(number.number) if number.level < 3 else number.number)


def _of_number(block: Block, text: str, number: NumberedHeading, following: Block | None) -> Iterator[Block]:
    """A numbered block as a heading, a heading and the text after it, or a numbered paragraph."""
    rest = text[number.end :].strip(" \t　")
    shape = _shape(number)
    first, mark, more = _first_sentence(rest)
    is_short = 0 < len(plain(first)) <= _LONGEST[number.level] and first[-1] not in "，、,"
    if block.kind == "heading" or (is_short and not more and _may_end(number.level, mark, following)):
        yield Block("heading", shape + (first if not more else rest), level=number.level + 1)
    elif number.level < 3 and mark == "。" and more and len(plain(first)) <= _RUN_IN:
        yield Block("heading", shape + first, level=number.level + 1)
        yield Block("paragraph", more)
    else:
        yield _clause(text, number)


def _first_sentence(text: str) -> tuple[str, str, str]:
    """The words before the first end of a sentence, that mark, and the text after it."""
    found = re.search(r"[。！？；：:]", text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :].strip()


def _may_end(level: int, mark: str, following: Block | None) -> bool:
    """Whether a short line with this mark at its end is a heading; below level 2 only if text follows it."""
    if level < 3:
        return mark in ("", "。", "：", ":")
    if mark or following is None or following.kind not in ("paragraph", "table"):
        return False
    after = numbered(plain(following.text))
    return len(following.text) > _LONG if after is None else after.level > level


def _stands_alone(block: Block, following: Block | None) -> bool:
    """Whether a short line without punctuation stands above a long paragraph."""
    return bool(
        _ALONE.fullmatch(plain(block.text))
        and following
        and following.kind == "paragraph"
        and len(following.text) >= _LONG
    )


def _unmarked(text: str) -> str:
    """A line that is bold as a whole, without the marks."""
    found = re.fullmatch(r"\*\*((?:(?!\*\*).)+)\*\*", text)
    return found[1] if found else text


def _in_latin(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of an English text: ordinals and short lines without punctuation are headings, numbered sentences are
    items of a list."""
    has_ordinals = any(_ORDINAL.match(block.text) for block in blocks)
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        text = _unmarked(block.text)
        point = _POINT.match(text)
        if block.kind != "paragraph" or following is None:
            yield block
        elif (_ORDINAL.match(text) and _is_line(text, 120)) or (point and has_ordinals and _is_line(point["rest"], 70)):
            yield Block("heading", text, level=2)
        elif point:
            yield Block("item", point["rest"], mark=f"{point['number']}.")
        elif _is_line(text, 70) and text[:1].isupper() and following.kind != "heading":
            yield Block("heading", text, level=3)
        else:
            yield block


def _is_line(text: str, longest: int) -> bool:
    return len(text) <= longest and not re.search(r"[.;:,!?)]$", text)
