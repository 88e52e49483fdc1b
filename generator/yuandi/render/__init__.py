"""Views → pages: bodies from Markdown to safe HTML, views through templates. Knows no MkDocs."""

from yuandi.render.bodies import Bodies, Body, Converter
from yuandi.render.fragment import Fragment, sanitised
from yuandi.render.pages import Pages

__all__ = ["Bodies", "Body", "Converter", "Fragment", "Pages", "sanitised"]
