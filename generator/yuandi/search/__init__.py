"""Search: documents → an index in small files that a browser reads piece by piece, from a server or from a disc."""

from yuandi.search.document import Catalogue, Document, Term, text_of
from yuandi.search.edit import edited
from yuandi.search.index import State, whole

__all__ = ["Catalogue", "Document", "State", "Term", "edited", "text_of", "whole"]
