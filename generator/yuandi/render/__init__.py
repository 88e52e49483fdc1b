"""Views → pages: bodies from Markdown to safe HTML, views through templates. Knows no MkDocs."""

from yuandi.render.bodies import Bodies, Body, Converter
from yuandi.render.fragment import Fragment, sanitised
from yuandi.render.pages import Pages
from yuandi.render.traditional import AS_WRITTEN, Script, script_of

__all__ = ["AS_WRITTEN", "Bodies", "Body", "Converter", "Fragment", "Pages", "Script", "sanitised", "script_of"]
