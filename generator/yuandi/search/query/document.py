"""The documents of the index: entries as readers see them, in three fields; and their words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

_HIDDEN = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1>|<a class=\"footnote-(?:backref|ref)\"[^>]*>.*?</a>", re.S)
_BREAK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b(?:[^<>\"]|\"[^\"]*\")*>"
)
_TAG = re.compile(r"<(?:[^<>\"]|\"[^\"]*\")*>")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PRIVATE = re.compile(r"[\ue000-\ue7ff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """An entry in the index: its page, its properties, and the words of its title, facts and text.

    Each paragraph is a line. `facts` are the summary, names and numbers that the page shows beside the text.
    """

    id: str
    address: str
    title: str
    date: str = ""
    type: str = ""
    unit: str = ""
    column: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    facts: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A suggestion: a name or a word, its kind, its frequency, the address of its page or an empty one, and its reading."""

    text: str
    kind: str
    weight: int = 1
    address: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All documents, oldest first, with the names of types, units, columns and people by id, and the suggestions."""

    documents: tuple[SearchDocument, ...]
    types: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()


def text_of(html: str) -> str:
    """The text of a page's HTML, a line for each paragraph, heading, item and cell."""
    shown = _HIDDEN.sub("", html) if "footnote-" in html or "<r" in html else html
    text = _BREAK.sub("\n", shown.replace("\n", " "))
    return lines(unescape(_TAG.sub("", text)))


def lines(text: str) -> str:
    """A text without blanks around its lines, and without empty lines."""
    return "\n".join(filter(None, (" ".join(part.split()) for part in _printable(text).split("\n"))))


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    """A text without control characters, and without the characters that the files of texts reserve."""
    normal = unicodedata.normalize("NFC", text)
    if normal.replace("\n", "").isprintable():
        return normal
    return _CONTROL.sub("", _PRIVATE.sub("\ufffd", normal))
