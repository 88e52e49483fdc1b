"""Views → pages: bodies from Markdown to safe HTML, views through templates. Knows no MkDocs."""

from yuandi.render.bodies import Bodies, Body, sanitised
from yuandi.render.pages import Pages

__all__ = ["Bodies", "Body", "Pages", "sanitised"]
