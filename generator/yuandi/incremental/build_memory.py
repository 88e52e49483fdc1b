"""What one full build remembers from its first step to its last, so that later builds have less to do.

It looks at the files before they are read and records the printed warnings. Before anything is written it
finds the pages that are still valid, and forgets what is outdated; when all is written it keeps what can be trusted.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import TracebackType

from yuandi.base.diagnostics import Report
from yuandi.base.file_stats import digest, digest_of_file, tree, watch
from yuandi.base.git import reach_of
from yuandi.base.text import Text
from yuandi.content.settings import CACHE_FOLDER, Settings
from yuandi.content.site_setup import SiteSetup
from yuandi.drawing import index_order as index
from yuandi.drawing.finished_site import FinishedSite
from yuandi.drawing.page_frames import Frames
from yuandi.drawing.remembered import NothingRemembered, Remembered
from yuandi.drawing.write import Left
from yuandi.incremental.build_inputs import is_all_known, watched_by
from yuandi.incremental.build_state import (
    BuildState,
    FilesBefore,
    Kept,
    Noted,
    forget,
    index_key,
    left,
    noted,
    remember,
)
from yuandi.incremental.page_keys import PageKeys, Templates
from yuandi.incremental.saved_report import said
from yuandi.incremental.store import DAMAGED, Cache, discard, is_damage, open_cache
from yuandi.incremental.trust_key import Setting, key_of
from yuandi.pages import Frame, Shown
from yuandi.render import AS_WRITTEN, Script


class _Warnings(logging.Handler):
    """Keeps the warnings, as printed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """A warning."""
        self.lines.append(f"{record.levelname:<8}-  {record.getMessage()}")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What pages are drawn with: their frame, its pieces, the script; `base` is the key of everything that affects all pages."""

    frame: Frame
    frames: Frames
    script: Script
    base: bytes


class BuildMemory:
    """Remembers a build, where everything that it depends on is known."""

    def __init__(self, settings: Settings, setup: SiteSetup, day: date, say: Callable[[Text], None]) -> None:
        self._settings, self._setup, self._day, self._say = settings, setup, day, say
        self._cache: Cache | None = None
        self._left: Mapping[str, Left] = {}
        self._noted: Noted | None = None
        self._drawn: _Drawn | None = None
        files, folders = watched_by(settings.root, setup)
        watched = {file: (stat, digest_of_file(file)) for file, stat in watch(files, folders).items()}
        self._before = FilesBefore(tree(settings.content), watched, folders)
        self._history = reach_of(settings.content)
        self._warnings = _Warnings()
        self._logger = logging.getLogger(setup.logger)

    def __enter__(self) -> "BuildMemory":
        """From here on warnings are part of what is remembered."""
        self._logger.addHandler(self._warnings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The build is over, successful or not."""
        self._logger.removeHandler(self._warnings)
        self._close()

    def begin(self, *, is_good: bool, is_fresh: bool) -> None:
        """Before anything is written: forget what was remembered of the site, except its pages."""
        self._cache = open_cache(self._settings.root, self._say)
        self._trying(forget)
        if not is_good or not is_all_known(self._setup):
            self._close()
        if not is_fresh:
            self._trying(self._look_at_what_was_left)

    def _look_at_what_was_left(self, cache: Cache) -> None:
        self._left = left(cache)

    def remembered(self, shown: Shown, frame: Frame, frames: Frames, script: Script = AS_WRITTEN) -> Remembered:
        """What is known of the pages; nothing unless everything that decides how they are drawn is known."""
        if self._cache is None:
            return NothingRemembered()
        self._drawn = drawn = _Drawn(frame, frames, script, self._base(frame, script))
        return PageKeys(
            base=drawn.base,
            shown=shown,
            frames=frames,
            templates=Templates(self._setup.template_folders),
            site=self._setup.site,
            left=self._left,
        )

    def _base(self, frame: Frame, script: Script) -> bytes:
        """What decides how any page is drawn, besides its view and its templates."""
        code = sorted(
            (file, digest) for file, (_, digest) in self._before.watched.items() if file.endswith((".py", ".po"))
        )
        setup = self._setup
        ours = sorted(map(str, setup.extensions)), setup.fast_markdown
        return key_of(("pages", str(setup.site), frame, script, code, ours))

    def note(self, shown: Shown) -> None:
        """While pages are drawn: note what the next build may trust and is already known."""
        if self._cache is not None:
            self._noted = noted(shown, self._before.content)

    def index(self) -> index.Before:
        """The index as it was left."""
        if self._drawn is None:
            return index.Before()
        keys = [b""]
        if self._left:
            self._trying(lambda cache: keys.append(index_key(cache)))
        folder = self._settings.root / CACHE_FOLDER / "search"
        return index.Before(folder, key=keys[-1], mark=_mark(self._drawn.base), left=self._left)

    def keep(self, shown: Shown, report: Report, site: FinishedSite) -> None:
        """After everything is written: keep what the next build may trust."""
        self._logger.removeHandler(self._warnings)
        if self._cache is None or self._noted is None or self._drawn is None:
            return
        state = BuildState(
            setting=Setting(str(self._setup.site), self._day.isoformat(), self._settings.audience, self._history),
            kept=self._kept(shown, self._drawn, self._noted, site),
            said=said(report, shown.portal.documents, self._warnings.lines),
            before=self._before,
            noted=self._noted,
        )
        self._trying(lambda cache: remember(cache, shown, state, site))

    def _kept(self, shown: Shown, drawn: _Drawn, known: Noted, site: FinishedSite) -> Kept:
        setup, settings = self._setup, self._settings
        return Kept(
            frame=drawn.frame,
            frames=drawn.frames,
            template_folders=setup.template_folders,
            extensions=tuple(setup.extensions),
            configs=setup.extension_options,
            fast_markdown=setup.fast_markdown,
            directories=settings.use_directory_urls,
            is_public=settings.audience == "public",
            some_hidden=len(shown.everything) != len(shown.portal.entries),
            naming=known.naming,
            state=settings.root / CACHE_FOLDER / "search" if site.index else None,
            mark=_mark(drawn.base),
            script=drawn.script,
        )

    def _trying(self, act: Callable[[Cache], None]) -> None:
        """Use the cache; one that cannot be changed is left to another build, one that is damaged thrown away."""
        try:
            if self._cache:
                act(self._cache)
        except sqlite3.Error as error:
            self._close()
            if is_damage(error):
                discard(self._settings.root)
                self._say(DAMAGED)

    def _close(self) -> None:
        if self._cache:
            self._cache.close()
        self._cache = None


def _mark(base: bytes) -> bytes:
    """The key of files of the index, by what decides how everything is built."""
    return digest(b"search" + base)
