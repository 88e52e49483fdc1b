"""Removal of the site that a document was copied from: breadcrumbs, prefaces, footers, lists of other articles. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yuandi.check.rules.foreign_footer import footers
from yuandi.check.vocabulary import Vocabulary
from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain

_WAY = re.compile(
    r"(?:您?的?(?:当前|所在|现在的?)?位置|当前位置|首页)\s*[:：>»→]|[^。！？]{1,30}(?: ?(?:>|»|&gt;|>>) ?[^。！？>»]{1,40}){1,5}"
)
_PREFACE = re.compile(
    r"本站[为為](?:你|您|大家)?(?:精心)?(?:整理|提供|收集|推荐|推薦)了?(?P<title>[^，,。]{4,60}?)(?:范文|範文)?[，,。]"
)
_STEP = re.compile(r"[。！？!?]")
_TOP, _LONG_LINK = 3, 80


@dataclass(frozen=True, slots=True)
class CleanedDocument:
    """The blocks of the document itself, the removed texts, and the title from a preface of the site."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    title: str = ""


def without_surroundings(blocks: Sequence[Block], vocabulary: Vocabulary) -> CleanedDocument:
    """The document without blocks and sentences of the site that it was copied from."""
    kept: list[Block] = []
    removed: list[str] = []
    title = ""
    tail = _tail(blocks)
    for place, block in enumerate(blocks):
        words = plain(block.text)
        if block.kind in ("paragraph", "item", "heading") and words:
            if place < _TOP and _WAY.fullmatch(words):
                removed.append(words)
                continue
            spans = footers(words, vocabulary)
            if spans and place >= tail and sum(end - start for start, end in spans) >= 0.8 * len(words):
                removed += [plain(following.text) for following in blocks[place:]]
                break
            if spans:
                preface = _PREFACE.search(words)
                title = title or (preface["title"] if preface else "")
                block, gone = _without(block, vocabulary)
                removed += gone
                if not re.search(r"\w\w", plain(block.text)):
                    continue
        kept.append(block)
    return CleanedDocument(tuple(kept), tuple(removed), title)


def _tail(blocks: Sequence[Block]) -> int:
    """The place of the first of the last blocks that may all be links."""
    place = len(blocks)
    while place and _may_be_link(blocks[place - 1]):
        place -= 1
    return place


def _may_be_link(block: Block) -> bool:
    is_text = block.kind in ("paragraph", "item", "heading")
    return is_text and len(block.text) <= _LONG_LINK and not re.search("[。！？]", block.text)


def _without(block: Block, vocabulary: Vocabulary) -> tuple[Block, list[str]]:
    """A block without the sentences that hold footers, and those sentences."""
    text, gone = block.text, []
    while spans := footers(text, vocabulary):
        start, end = spans[0]
        begins = max((found.end() for found in _STEP.finditer(text, 0, start)), default=0)
        ending = _STEP.search(text, end)
        ends = ending.end() if ending else len(text)
        gone.append(plain(text[begins:ends]))
        text = (text[:begins] + text[ends:]).strip()
    return block.saying(text), gone
