"""The documents of a file that holds several (第1篇…, Part 1: …), each once. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain

_BEGINS = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}篇|Part \d{1,2}|篇[一二三四五六七八九十\d]{1,3})\s*[:：]\s*(?P<title>\S.{1,80})$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a file, with the title that the file gives it; `twice` is the number of its repetitions."""

    title: str
    blocks: tuple[Block, ...]
    twice: int = 0


def pieces(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    """The documents of a file; the whole file if it holds only one."""
    starts = [(place, begun["title"]) for place, block in enumerate(blocks) if (begun := _begins(block))]
    if len(starts) < 2:
        return (Piece("", tuple(blocks)),)
    ends = [place for place, _ in starts[1:]] + [len(blocks)]
    found: dict[str, Piece] = {}
    for (start, title), end in zip(starts, ends, strict=True):
        own = tuple(blocks[start + 1 : end])
        words = "".join(block.text for block in own)
        known = found.get(words)
        if own:
            found[words] = Piece(known.title if known else title, own, known.twice + 1 if known else 0)
    return tuple(found.values())


def _begins(block: Block) -> re.Match[str] | None:
    return _BEGINS.match(plain(block.text)) if block.kind in ("paragraph", "heading") else None
