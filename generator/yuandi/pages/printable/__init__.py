"""Printable forms beside the pages of entries."""
