"""Search: an index of all documents in small files, of which a browser loads what a query needs, also without a server."""

from yuandi.search.query.document import Catalogue, SearchDocument, Term, text_of

__all__ = ["Catalogue", "SearchDocument", "Term", "text_of"]
