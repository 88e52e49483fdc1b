"""Rendering of pages: bodies with resolved links, views through templates. Knows nothing of MkDocs."""

from yuandi.chinese.traditional import AS_WRITTEN, Script
from yuandi.markdown.convert import Converter
from yuandi.markdown.sanitise import Fragment, sanitised
from yuandi.render.bodies import Bodies, Body
from yuandi.render.templates import Pages

__all__ = ["AS_WRITTEN", "Bodies", "Body", "Converter", "Fragment", "Pages", "Script", "sanitised"]
