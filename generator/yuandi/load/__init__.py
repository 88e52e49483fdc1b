"""The only reader of content: it turns files into entries, data and faults."""

from yuandi.load.load_content import DATA, NOTHING_OPEN, Content, Texts, load, repository_of

__all__ = ["DATA", "NOTHING_OPEN", "Content", "Texts", "load", "repository_of"]
