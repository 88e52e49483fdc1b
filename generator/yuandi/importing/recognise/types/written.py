"""Articles and summaries. Pure."""

import re

from yuandi.importing.recognise.document import Document, Filled
from yuandi.importing.recognise.facts.periods import period


def article(document: Document, result: Filled) -> None:
    """An article: who wrote it, and about what."""
    names = [name for name in re.split(r"[、，,\s]+", document.head.author) if name]
    if names:
        result.values["authors"] = [document.names.person(name) or name for name in names]
    if work := re.search(r"《(?P<work>[^》]+)》", document.head.title):
        result.values["work"] = work["work"]


def summary(document: Document, result: Filled) -> None:
    """A summary: the period of its title."""
    if named := period(document.head.title, document.year):
        result.values["period"] = named
