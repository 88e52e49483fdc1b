"""Problems found while reading files, as values: a bad file never hides another. Rules report them."""

from dataclasses import dataclass

from yuandi.base.source import Location
from yuandi.base.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One part of a file that could not be read. `code` is the rule that reports it."""

    code: str
    at: Location
    key: str = ""
    value: str = ""
    expected: str = ""
    known: tuple[str, ...] = ()
    message: Text | None = None
    hint: Text | None = None
