"""The content as values: entries, settings, and the addresses of pages."""
