"""Files of the site besides its pages: feeds, calendars, tables, redirects."""

from yuandi.outputs.all_outputs import exports

__all__ = ["exports"]
