"""Printable."""
