"""Where a document begins in a page without names for its parts: at the words that the page's own title has. Pure."""

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
    """The blocks from the title on, and the title; all of them and nothing where no block repeats it.

    What stands above is the site's: its navigation, columns, the way to the page; so are its rights below. Of a page that says more above than
    below the words are not the title.
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
