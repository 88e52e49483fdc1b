"""A site when all of it is written: what a build may keep for the next one."""

from collections.abc import Mapping
from dataclasses import dataclass

from yuandi.base.file_stats import Stat
from yuandi.drawing.write import Written
from yuandi.pages import View


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishedSite:
    """The views, our own files, the views of entries that were drawn as bytes by path, every file that is there, and
    the key of the index's state."""

    views: tuple[View, ...]
    written: tuple[Written, ...]
    drawn: tuple[tuple[str, bytes], ...]
    files: Mapping[str, Stat]
    index: bytes = b""
