"""What drawing asks of earlier builds: whether the file of a page is still valid. By default nothing is known."""

from dataclasses import dataclass
from typing import Protocol

from yuandi.drawing.write import Written
from yuandi.pages import View


@dataclass(frozen=True, slots=True)
class Known:
    """The key of a page's inputs, and its view as bytes to keep; both empty if nothing is remembered."""

    key: bytes = b""
    view: bytes = b""


class Remembered(Protocol):
    """What is known of the pages of a site. It can be pickled, for workers ask it too."""

    def known(self, view: View) -> Known:
        """What the page of a view is made from."""

    def still(self, output: str, key: bytes) -> Written | None:
        """The file of a page, if it was made from the inputs of `key` and is unchanged since; else None."""


@dataclass(frozen=True, slots=True)
class NothingRemembered:
    """Every page is drawn."""

    def known(self, view: View) -> Known:  # noqa: ARG002  # the form of Remembered
        """Nothing."""
        return Known()

    def still(self, output: str, key: bytes) -> Written | None:  # noqa: ARG002  # the form of Remembered
        """None."""
        return None
