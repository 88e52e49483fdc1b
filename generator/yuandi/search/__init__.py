"""Search: documents → an index in small files that a browser reads piece by piece, from a server or from a disc."""

from yuandi.search.query.document import Catalogue, Document, Term, text_of

__all__ = ["Catalogue", "Document", "Term", "text_of"]
