"""What of a Markdown body is no Markdown: code, comments, raw HTML. By the reference converter's rules, and pure.

Where the rules leave a doubt, nothing is masked: a link that is seen and is none does less harm than one unseen.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}(?!`)|~{3,}(?!~))(?P<info>[^\n`]*)$", re.M)
_HIDING = re.compile(r"<!--|(?<!\\)`+")
_TICKS = re.compile(r"`+|\n\n")
_INDENTED = re.compile(r"(?:(?: {4}| {0,3}\t).*+(?:\n|\Z))++")
_PARAGRAPH = re.compile(r"(?:^.*\S.*+(?:\n|\Z))++", re.M)
_HOLDING = re.compile(r"^[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]|\[\^|!!!|\?\?\?|===|///|<)", re.M)
"""What may hold indented paragraphs: items of lists, definitions, notes, admonitions, tabs, HTML."""
_RAW = re.compile(
    r"^ {0,3}<(address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    r"|hgroup|main|menu|nav|ol|p|section|table|ul|dd|dt|li|summary|tbody|td|tfoot|th|thead|tr|video|center)(?=[\s>])",
    re.M | re.I,
)
_TAG = re.compile(r"<!--|<(?P<closes>/?)(?P<tag>[a-zA-Z][^\s<>/]*+)(?:\"[^\"<]*+\"|'[^'<]*+'|[^\"'<>])*+>")
_CONVERTED = re.compile(r"\bmarkdown\b", re.I)


def masked(body: str) -> str:
    """The body with code, comments and raw HTML blanked out, every character still in its place."""
    text = blanked(body, fenced(body))
    return only_markdown(text, list(raw_html(text)))


def only_markdown(text: str, raw: Sequence[tuple[int, int]]) -> str:
    """A text without fenced code, with other code, comments and what is known as raw HTML blanked out."""
    flush = blanked(text, sorted((*raw, *_indented(text, raw))))
    return blanked(flush, _hidden(flush))


def without_comments(text: str) -> str:
    """A text with its comments blanked out."""
    return blanked(text, (span for span in _hidden(text) if text.startswith("<!--", span[0])))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with stretches of it blanked out; lines stay lines."""
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def fenced(body: str) -> Iterator[tuple[int, int]]:
    """Where fenced code is. What is never closed is no code: the reference converter shows it."""
    fences = list(_FENCE.finditer(body)) if "```" in body or "~~~" in body else []
    closing: dict[str, list[re.Match[str]]] = {}
    for found in fences:
        if not found["info"].strip():
            closing.setdefault(found["fence"], []).append(found)
    position = 0
    for opening in fences:
        ends = closing.get(opening["fence"], [])
        index = bisect_left(ends, opening.end(), key=re.Match.start)
        if opening.start() >= position and index < len(ends):
            position = ends[index].end()
            yield opening.start(), position


def raw_html(text: str) -> Iterator[tuple[int, int]]:
    """Where blocks of raw HTML are: there is no Markdown, unless they ask for it. Unclosed ones are none."""
    position = 0
    last_comment = text.rfind("-->")
    for opening in _RAW.finditer(text) if "</" in text else ():
        if opening.start() < position:
            continue
        start = opening.end(1) - len(opening[1]) - 1
        end = _end_of_raw(text, start, last_comment)
        if end is None:
            return
        position = end
        if not _CONVERTED.search(text, start, end):
            yield start, end


def _end_of_raw(text: str, start: int, last_comment: int) -> int | None:
    """Where the last of the tags that the one at `start` opens is closed."""
    opened: list[str] = []
    counts: Counter[str] = Counter()
    position = start
    while found := _TAG.search(text, position):
        position = found.end()
        if found["tag"] is None:
            position = text.find("-->", position) + 3 if position <= last_comment else position
        elif not found["closes"]:
            opened.append(found["tag"].lower())
            counts[opened[-1]] += 1
        elif counts[found["tag"].lower()]:
            while last := opened.pop():
                counts[last] -= 1
                if last == found["tag"].lower():
                    break
        if not opened:
            return position
    return None


def _indented(text: str, raw: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where indented code is: after a blank line, and not within a list or its like, nor within raw HTML."""
    if "\n    " not in text and "\t" not in text and not text.startswith("    "):
        return
    may_hold = False
    for paragraph in _PARAGRAPH.finditer(text):
        code = _INDENTED.match(text, *paragraph.span())
        if code is None:
            may_hold = bool(_HOLDING.search(paragraph[0]))
        elif not may_hold and "-->" not in code[0] and not _is_within(code.start(), raw):
            yield code.span()


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, place, key=itemgetter(0))
    return index > 0 and place < spans[index - 1][1]


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Where comments and inline code are; of two that overlap the first counts."""
    last_comment = text.rfind("-->")
    position = 0
    while found := _HIDING.search(text, position):
        if found[0] == "<!--":
            end = text.find("-->", found.end()) + 3 if found.end() <= last_comment else None
        else:
            end = _end_of_code(text, found)
        position = end or found.end()
        if end:
            yield found.start(), end


def _end_of_code(text: str, opening: re.Match[str]) -> int | None:
    """Where inline code ends: at as many ticks, in the same paragraph."""
    for found in _TICKS.finditer(text, opening.end()):
        if found[0] == "\n\n":
            return None
        if len(found[0]) == len(opening[0]):
            return found.end()
    return None
