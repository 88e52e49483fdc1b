"""The MkDocs plugin of Yuandi: a thin adapter from MkDocs's events to the core."""
