"""Articles and summaries. Pure."""

import re

from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.facts.periods import period


def article(document: OfficeDocument, result: Filled) -> None:
    """Fill in an article: its authors and the work that it is about."""
    names = [name for name in re.split(r"[、，,\s]+", document.head.author) if name]
    if names:
        result.values["authors"] = [document.names.person(name) or name for name in names]
    if work := re.search(r"《(?P<work>[^》]+)》", document.head.title):
        result.values["work"] = work["work"]


def summary(document: OfficeDocument, result: Filled) -> None:
    """Fill in a summary: the period in its title."""
    if named := period(document.head.title, document.year):
        result.values["period"] = named
