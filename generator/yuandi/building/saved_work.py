"""The door to `yuandi.incremental`: the work that earlier builds and checks save, or nothing if it is off.

With YUANDI_NO_CACHE in the environment, or `--no-cache`, the package is not even loaded: every build reads, checks and
draws everything, and keeps nothing. The results are the same (tests/incremental/test_taken_away.py).
"""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from yuandi.building.environment import NO_CACHE

if TYPE_CHECKING:
    from yuandi.base.diagnostics import Report
    from yuandi.base.source import Document
    from yuandi.base.text import Text
    from yuandi.content.settings import Settings
    from yuandi.content.site_setup import SiteSetup
    from yuandi.drawing.finished_site import FinishedSite
    from yuandi.drawing.index_order import Before
    from yuandi.drawing.page_frames import Frames
    from yuandi.drawing.remembered import Remembered
    from yuandi.pages import Frame, Shown
    from yuandi.render import Script
    from yuandi.report.printed_report import PrintedReport

    Say = Callable[[Text], None]


class QuickBuild(Protocol):
    """What a build did that was not a full one, and what there is to say of the portal."""

    @property
    def drawn(self) -> tuple[str, ...]:
        """The entries whose pages were drawn again."""

    @property
    def report(self) -> "Report | None":
        """The report, unless it is empty."""

    @property
    def documents(self) -> "Mapping[str, Document]":
        """The files that the report speaks of."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was warned of besides."""


class BuildMemory(Protocol):
    """What a full build knows of earlier ones, and keeps for later ones. Methods are called once each, in this order."""

    def begin(self, *, is_good: bool, is_fresh: bool) -> None:
        """Nothing is written yet. Of bad content nothing is kept; of a fresh site nothing is known."""

    def remembered(self, shown: "Shown", frame: "Frame", frames: "Frames", script: "Script") -> "Remembered":
        """What is known of the pages."""

    def note(self, shown: "Shown") -> None:
        """Note what is already known, while workers draw pages."""

    def index(self) -> "Before":
        """The search index as it was left."""

    def keep(self, shown: "Shown", report: "Report", site: "FinishedSite") -> None:
        """All is written."""


class SavedWork(Protocol):
    """Three ways to do less. Each gives what doing everything would give, or nothing."""

    def quick_build(
        self, settings: "Settings", site: Path, day: date, say: "Say", *, strict: bool = False
    ) -> QuickBuild | None:
        """Bring the site up to date without a full build; None, and nothing done, if a full build is needed."""

    def saved_check(
        self, settings: "Settings", asked: str, say: "Say", check: "Callable[[], PrintedReport]"
    ) -> "PrintedReport":
        """The report of the last check, if it is still valid; else that of `check`."""

    def build_memory(
        self, settings: "Settings", setup: "SiteSetup", day: date, say: "Say"
    ) -> "AbstractContextManager[BuildMemory]":
        """The memory of one full build; entered before anything is read."""

    def get_ready(self) -> None:
        """Load at leisure what quick builds will need."""


def saved_work(*, off: bool = False) -> SavedWork:
    """What saves work, unless that is switched off."""
    if off or os.environ.get(NO_CACHE):
        return NothingSaved()
    from yuandi.incremental import interface

    return interface


@dataclass(frozen=True, slots=True)
class NothingSaved:
    """Every build is a full one, every check a new one."""

    def quick_build(
        self,
        settings: "Settings",
        site: Path,
        day: date,
        say: "Say",
        *,
        strict: bool = False,  # as SavedWork
    ) -> None:
        """None."""

    def saved_check(
        self,
        settings: "Settings",  # noqa: ARG002  # as SavedWork
        asked: str,  # noqa: ARG002
        say: "Say",  # noqa: ARG002
        check: "Callable[[], PrintedReport]",
    ) -> "PrintedReport":
        """A new check."""
        return check()

    def build_memory(self, settings: "Settings", setup: "SiteSetup", day: date, say: "Say") -> "NoMemory":  # noqa: ARG002  # as SavedWork
        """A memory that remembers nothing."""
        return NoMemory()

    def get_ready(self) -> None:
        """There is nothing to load."""


@dataclass(frozen=True, slots=True)
class NoMemory:
    """Nothing was left by any build, and nothing is kept of this one."""

    def __enter__(self) -> "NoMemory":
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nothing to let go of."""

    def begin(self, *, is_good: bool, is_fresh: bool) -> None:
        """There is nothing to look up."""

    def remembered(self, shown: "Shown", frame: "Frame", frames: "Frames", script: "Script") -> "Remembered":  # noqa: ARG002  # as BuildMemory
        """No page is known."""
        from yuandi.drawing.remembered import NothingRemembered

        return NothingRemembered()

    def note(self, shown: "Shown") -> None:
        """There is nothing to note."""

    def index(self) -> "Before":
        """No index is known."""
        from yuandi.drawing.index_order import Before

        return Before()

    def keep(self, shown: "Shown", report: "Report", site: "FinishedSite") -> None:
        """There is nothing to keep."""
