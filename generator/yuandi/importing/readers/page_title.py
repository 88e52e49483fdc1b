"""The beginning of a document in a page without names for its parts: the block that repeats the page's title. Pure."""

import re
from collections.abc import Sequence

from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import plain

_PARTS = re.compile(r"\s*(?:-{1,3}|—{1,2}|[_|–·])\s*")
_BLANKS = re.compile(r"\s+")
_FOOT = re.compile(r"版权所有|技术支持|ICP备|[Cc]opyright|©")
_LEAST = 6
_MOST_BEFORE = 0.5


def from_title(blocks: Sequence[Block], title: str) -> tuple[tuple[Block, ...], str]:
    """The blocks from the title on, and the title; all blocks and an empty title if no block repeats it.

    The blocks above belong to the site (navigation, columns, the path to the page), and so does the copyright below. If
    more than half of the text is above, the block is not the title.
    """
    named = {_BLANKS.sub("", part) for part in (*_PARTS.split(title), title)}
    wanted = {part for part in named if len(part) >= _LEAST}
    texts = [_BLANKS.sub("", plain(block.text)) if block.kind in ("paragraph", "heading") else "" for block in blocks]
    place = next((place for place, text in enumerate(texts) if text in wanted), None)
    if place is None or sum(map(len, texts[:place])) > _MOST_BEFORE * sum(map(len, texts)):
        return tuple(blocks), ""
    end = len(blocks)
    while end > place + 1 and _FOOT.search(texts[end - 1]):
        end -= 1
    return tuple(blocks[place:end]), plain(blocks[place].text)
