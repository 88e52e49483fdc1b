"""The parts of a Markdown body that are not Markdown: code, comments, raw HTML, by the rules of the reference converter.
Pure.

Doubtful text is not masked: text taken for a link by mistake does less harm than an overlooked link.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}(?!`)|~{3,}(?!~))(?P<info>[^\n`]*)$", re.M)
_HIDING = re.compile(r"<!--|(?<!\\)`+")
_ENDING = r"\n[ \t]*(?:\n|[#<>\[]|(?:[-*+:]|\d+[.)])[ \t]|!!!|\?\?\?)"
"""The possible ends of a paragraph, and of inline code with it."""
_TICKS = re.compile(rf"`+|{_ENDING}")
_UNCOMMENTED = re.compile(rf"{_ENDING}|<!--")
_HEADING = re.compile(r"[ \t>*+-]*#")
_COMMENT_END = re.compile(r"--!?>")
_INDENTED = re.compile(r"(?:(?: {4}| {0,3}\t).*+(?:\n|\Z))++")
_PARAGRAPH = re.compile(r"(?:^.*\S.*+(?:\n|\Z))++", re.M)
_HOLDING = re.compile(r"^[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]|\[\^|!!!|\?\?\?|===|///|<)", re.M)
"""The beginnings of blocks that may hold indented paragraphs: items of lists, definitions, notes, admonitions, tabs,
HTML."""
_RAW = re.compile(
    r"^ {0,3}<(address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    r"|hgroup|main|menu|nav|ol|p|section|table|ul|dd|dt|li|summary|tbody|td|tfoot|th|thead|tr|video|center)(?=[\s>])",
    re.M | re.I,
)
_TAG = re.compile(r"<!--|<(?P<closes>/?)(?P<tag>[a-zA-Z][^\s<>/]*+)(?:\"[^\"<]*+\"|'[^'<]*+'|[^\"'<>])*+>")
_CONVERTED = re.compile(r"\bmarkdown\b", re.I)


def masked(body: str) -> str:
    """The body with code, comments and raw HTML blanked out; all other characters keep their offsets."""
    text = blanked(body, fenced(body))
    return only_markdown(text, list(raw_html(text)))


def only_markdown(text: str, raw: Sequence[tuple[int, int]]) -> str:
    """A text that has no fenced code, with other code, comments and the `raw` HTML blanked out."""
    closed = [span for span in raw if span[1] <= len(text)]
    inside = ((start + 1, end) for start, end in closed)  # the `<` stays: it ends a paragraph
    flush = blanked(text, sorted((*inside, *_indented(text, closed))))
    return blanked(flush, _hidden(flush))


def without_comments(text: str) -> str:
    """A text with its comments blanked out."""
    return blanked(text, (span for span in _hidden(text) if text.startswith("<!--", span[0])))


def latin(text: str) -> str:
    """Only the Latin-1 characters of a text. This is short in a Chinese text and cheap to search."""
    return text.encode("latin-1", "ignore").decode("latin-1")


def has_any(text: str, among: str, signs: Iterable[str]) -> bool:
    """Whether any of the Latin `signs` is in a text; `among` is `latin(text)`. Mostly none is."""
    for sign in signs:  # noqa: SIM110  # any() takes twice as long, and this is called a hundred thousand times
        if sign in among and sign in text:  # characters adjacent in `among` need not be so in the text
            return True
    return False


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with the `spans` (sorted, by start and end) replaced by spaces; line breaks stay."""
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def fenced(body: str) -> Iterator[tuple[int, int]]:
    """The spans of fenced code. A fence that is never closed is not code: the reference converter shows it as text."""
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
    """The spans of raw HTML blocks, in which Markdown is not converted unless they ask for it.

    A block that is never closed ends one past the end of the text, because its Markdown and its tags within code may
    both be intended.
    """
    position = 0
    last_comment = text.rfind("-->")
    for opening in _RAW.finditer(text) if "<" in text else ():
        if opening.start() < position:
            continue
        start = opening.end(1) - len(opening[1]) - 1
        position = _end_of_raw(text, start, last_comment) or len(text) + 1
        if not _CONVERTED.search(text, start, position):
            yield start, position


def _end_of_raw(text: str, start: int, last_comment: int) -> int | None:
    """The offset after the tag that closes the element at `start` and all elements in it; None if there is none."""
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
    """The spans of indented code: after a blank line, not within a list or a similar block, nor within raw HTML."""
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
    """The spans of comments and inline code; of two that overlap, the first."""
    if "`" not in text and "<!--" not in text:
        return
    last_comment = max(text.rfind("-->"), text.rfind("--!>"))
    position = line = 0
    while found := _HIDING.search(text, position):
        line = max(line, text.rfind("\n", line, found.start()) + 1)
        stop = text.find("\n", found.end()) if _HEADING.match(text, line) else -1
        within = stop if stop >= 0 else len(text)
        if found[0] != "<!--":
            end = _end_of_code(text, found, within)
        else:
            end = _end_of_comment(text, found, within) if found.end() - 2 <= last_comment else None
        position = end or found.end()
        if end:
            yield found.start(), end


def _end_of_comment(text: str, opening: re.Match[str], stop: int) -> int | None:
    """The end of a comment: anywhere if it begins a line, else in the same paragraph. None if it is never closed."""
    closing = _COMMENT_END.search(text, opening.end() - 2, stop)
    if closing is None:
        return None
    start = opening.start()
    before = text[max(0, start - 4) : start].rpartition("\n")
    if not before[2].strip(" ") and (before[1] or start < 4):
        return closing.end()
    return None if _UNCOMMENTED.search(text, start + 4, closing.end()) else closing.end()


def _end_of_code(text: str, opening: re.Match[str], stop: int) -> int | None:
    """The end of inline code in the same paragraph: at an equal number of ticks, else at the largest smaller number."""
    fewer: dict[int, int] = {}
    for found in _TICKS.finditer(text, opening.end(), stop):
        if found[0][0] == "\n":
            break
        if len(found[0]) == len(opening[0]):
            return found.end()
        if len(found[0]) < len(opening[0]):
            fewer.setdefault(len(found[0]), found.end())
    return fewer[max(fewer)] if fewer else None
