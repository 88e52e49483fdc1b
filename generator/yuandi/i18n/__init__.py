"""The words of the interface: messages with an id, and their catalogues in other languages."""

from yuandi.i18n.message import Message, clauses, in_context, listed, message, say, series

__all__ = ["Message", "clauses", "in_context", "listed", "message", "say", "series"]
