"""Parsing of queries: words, phrases in quotes, excluded words, words of titles.

The page's script parses queries in the same way.
"""

import re
from dataclasses import dataclass

from yuandi.search.constants import TERM
from yuandi.search.query.folding import fold

_TERM = re.compile(TERM.replace("(?<", "(?P<"), re.I)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A folded text that a document must hold, or with `is_barred` must not hold; anywhere, or only in the title."""

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
