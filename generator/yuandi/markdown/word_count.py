"""The words of a body without its Markdown, and their number. Pure."""

import re

from yuandi.markdown.code_and_comments import without_comments

_TEXT_NOISE = re.compile(
    r"!\[[^\[\]]*\]\([^()]*\)|\]\([^()]*(?:\([^()]*\)[^()]*)?\)|<[^<>]+>|^[^\S\n]*(?:[-*+]|\d+\.|#{1,6}|>)[^\S\n]+|^[ \t:|-]*[:|-][ \t]*$|[*_`\[|]",
    re.M,
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'.,%-]*|[^\sA-Za-z0-9]")
_COUNTED = {"han": re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), "char": re.compile(r"\S")}


def plain(body: str) -> str:
    """The text of a body without its Markdown, for counting and excerpts."""
    return _TEXT_NOISE.sub("", without_comments(body))


def count_words(body: str, mode: str = "word") -> int:
    """The number of words of a body (字数).

    `word` counts as Microsoft Word does: each Han character and punctuation mark is one, each Latin word or number is
    one. `han` counts only Han characters; `char` counts every character except blanks.
    """
    pattern = _COUNTED.get(mode, _WORD)
    return len(pattern.findall(plain(body)))
