"""The content of a Markdown body and its conversion to safe HTML. Knows nothing of the portal."""
