"""What reading a file ran into, as values: a bad file never hides another. Rules put them into words."""

from dataclasses import dataclass

from yuandi.base.source import Location
from yuandi.base.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a file that could not be read. `code` is the rule that reports it."""

    code: str
    at: Location
    key: str = ""
    value: str = ""
    expected: str = ""
    known: tuple[str, ...] = ()
    message: Text | None = None
    hint: Text | None = None
