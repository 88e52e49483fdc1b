"""The values of the fields of a document's type, with notes for the person who checks them. Pure.

All values come from the text; a field that it does not mention is left out.
"""

from collections.abc import Callable, Mapping

from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.types.lists import books, honours
from yuandi.importing.recognise.types.official import notice, plan, regulation
from yuandi.importing.recognise.types.session import session
from yuandi.importing.recognise.types.written import article, summary

_READERS: Mapping[str, Callable[[OfficeDocument, Filled], None]] = {
    "notice": notice,
    "plan": plan,
    "regulation": regulation,
    "honour-roll": honours,
    "book-list": books,
    "session": session,
    "article": article,
    "summary": summary,
}


def filled(name: str, document: OfficeDocument) -> Filled:
    """The values that a document of the type `name` has for its fields."""
    result = Filled()
    if reader := _READERS.get(name):
        reader(document, result)
    return result
