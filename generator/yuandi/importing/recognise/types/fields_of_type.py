"""A document of a known type → the values of its own fields, and what a person must look at. Pure.

Everything is by what the text says; a field of which it says nothing is left out.
"""

from collections.abc import Callable, Mapping

from yuandi.importing.recognise.document import Document, Filled
from yuandi.importing.recognise.types.lists import books, honours
from yuandi.importing.recognise.types.official import notice, plan, regulation
from yuandi.importing.recognise.types.session import session
from yuandi.importing.recognise.types.written import article, summary

_READERS: Mapping[str, Callable[[Document, Filled], None]] = {
    "notice": notice,
    "plan": plan,
    "regulation": regulation,
    "honour-roll": honours,
    "book-list": books,
    "session": session,
    "article": article,
    "summary": summary,
}


def filled(name: str, document: Document) -> Filled:
    """The fields of a document of the type with this name."""
    result = Filled()
    if reader := _READERS.get(name):
        reader(document, result)
    return result
