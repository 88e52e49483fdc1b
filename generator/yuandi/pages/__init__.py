"""What each page shows, as values. Pure."""

from yuandi.pages.all_pages import all_views
from yuandi.pages.entry.entry_page import EntryView
from yuandi.pages.frame import frame
from yuandi.pages.shown import Shown, is_shown
from yuandi.pages.view import Frame, View

__all__ = ["EntryView", "Frame", "Shown", "View", "all_views", "frame", "is_shown"]
