"""A file of the site that is not a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """The path of a file in the site, and its text."""

    output: str
    text: str
