"""A file of the site that is no page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """Where the file is in the site, and what it says."""

    output: str
    text: str
