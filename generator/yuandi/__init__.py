"""Yuandi (园地): portals of learning organisations, checked like a program and built as a site."""

__version__ = "0.1.0"
