"""The theme of Yuandi: Material for MkDocs with the look of a portal. Templates of our pages are in `yuandi/`."""
