"""What somebody typed → what must be found: words, phrases in quotes, words that must not be there, words of titles.

The page's script reads queries in the same way.
"""

import re
from dataclasses import dataclass

from yuandi.search.constants import TERM
from yuandi.search.query.folding import fold

_TERM = re.compile(TERM.replace("(?<", "(?P<"), re.I)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A folded stretch of text that must be there, or must not; anywhere, or in the title."""

    text: str
    is_barred: bool = False
    in_title: bool = False


def parsed(query: str) -> tuple[Wanted, ...]:
    """The terms of a query, each once, in order."""
    found: dict[Wanted, None] = {}
    for term in _TERM.finditer(query):
        text = fold(term["phrase"] if term["phrase"] is not None else term["word"]).strip("\n\x01\x02\x03")
        if text:
            found[Wanted(text.replace("\n", ""), bool(term["not"]), bool(term["title"]))] = None
    return tuple(found)
