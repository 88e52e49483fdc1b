"""Editing in the browser with Decap CMS."""
