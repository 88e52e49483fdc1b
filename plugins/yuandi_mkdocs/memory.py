"""Whether a build may be remembered for quick ones, and what decides that: only what Yuandi itself sees through."""

import logging
import os
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from yuandi.base import baseline
from yuandi.base.diagnostics import Report
from yuandi.base.file_stats import Stat, digest_of_file, tree, watch
from yuandi.base.git import reach_of
from yuandi.building.recipe import Built, Recipe
from yuandi.cli.options import told
from yuandi.drawing import index_order as index
from yuandi.drawing.write import Left
from yuandi.incremental.build_state import Before, Kept, Noted, Site, forget, index_key, left, noted, remember
from yuandi.incremental.saved_report import said
from yuandi.incremental.store import DAMAGED, FOLDER, NO_CACHE, Cache, discard, is_damage, open_cache
from yuandi.incremental.trust_key import Setting, key_of
from yuandi.markdown.fast_convert import fits
from yuandi.pages import Frame, Shown, View
from yuandi.render import Script

KNOWN_PLUGINS = frozenset({"yuandi", "search", "yuandi/search", "material/search"})
PACKAGES = ("yuandi", "yuandi_mkdocs", "yuandi_theme")
_FROM_OUTSIDE = re.compile(r"^INHERIT\s*:|!ENV|!relative", re.MULTILINE)


class _Warnings(logging.Handler):
    """Keeps what is warned of, as it is printed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """A warning."""
        self.lines.append(f"{record.levelname:<8}-  {record.getMessage()}")


class Memory:
    """Remembers a build, where everything that it depends on is known."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._cache: Cache | None = None
        self._noted: Noted | None = None
        files, folders = _watched(config)
        watched = {file: (stat, digest_of_file(file)) for file, stat in watch(files, folders).items()}
        self._before = Before(tree(config.docs_dir), watched, folders)
        self._history = reach_of(Path(config.docs_dir))
        self._warnings = _Warnings()
        self._logger = logging.getLogger(type(config).__module__.partition(".")[0])

    def listen(self) -> None:
        """From here on warnings are part of what is remembered."""
        self._logger.addHandler(self._warnings)

    def begin(self, *, is_good: bool) -> None:
        """Before anything is written: what was remembered of the site no longer holds, but for its pages."""
        self._cache = open_cache(self._root, told)
        self._trying(forget)
        if not is_good or not _sees_through(self._config):
            self._close()

    def left(self) -> Mapping[str, Left]:
        """The pages of the site as they were left."""
        found: dict[str, Left] = {}
        if not os.environ.get(NO_CACHE):
            self._trying(lambda cache: found.update(left(cache)))
        return found

    def index(self, left: Mapping[str, Left]) -> index.Before:
        """The index as it was left."""
        keys = [b""]
        if left:
            self._trying(lambda cache: keys.append(index_key(cache)))
        return index.Before(self._root / FOLDER / "search" if self._cache else None, keys[-1], left)

    def base(self, frame: Frame, script: Script) -> bytes:
        """What decides how any page is drawn, besides its view and its templates; nothing where not all is known."""
        if self._cache is None:
            return b""
        code = sorted(
            (file, digest) for file, (_, digest) in self._before.watched.items() if file.endswith((".py", ".po"))
        )
        config = self._config
        ours = sorted(map(str, config.markdown_extensions)), config.plugins["yuandi"].config.fast_markdown
        return key_of(("pages", config.site_dir, frame, script, code, ours))

    def note(self, shown: Shown) -> None:
        """While pages are drawn: what of this build the next one may trust, and is known already."""
        if self._cache is not None:
            self._noted = noted(shown, self._before.content)

    def keep(
        self,
        shown: Shown,
        views: Sequence[View],
        frame: Frame,
        recipe: Recipe,
        built: Built,
        report: Report,
        files: Mapping[str, Stat],
    ) -> None:
        """After everything is written: keep what the next build may trust."""
        self.leave()
        known = self._noted
        if self._cache is None or known is None:
            return
        portal = shown.portal
        setting = Setting(str(recipe.site), shown.as_of.isoformat(), portal.settings.audience, self._history)
        kept = Kept(
            frame,
            built.frames,
            recipe.template_folders,
            tuple(recipe.extensions),
            recipe.configs,
            recipe.fast_markdown,
            portal.settings.use_directory_urls,
            portal.settings.audience == "public",
            len(shown.everything) != len(portal.entries),
            known.naming,
            self._root / FOLDER / "search" if built.index else None,
            index.mark(recipe.base),
            recipe.script,
        )
        again = said(report, portal.documents, self._warnings.lines)
        site = Site(built.written, built.views, files, built.index)
        self._trying(lambda cache: remember(cache, setting, shown, views, kept, again, self._before, known, site))
        self._close()

    def leave(self) -> None:
        """The build is over."""
        self._logger.removeHandler(self._warnings)

    def _trying(self, act: Callable[[Cache], None]) -> None:
        """Use the cache; one that cannot be changed is left to another build, one that is damaged thrown away."""
        try:
            if self._cache:
                act(self._cache)
        except sqlite3.Error as error:
            self._close()
            if is_damage(error):
                discard(self._root)
                told(DAMAGED)

    def _close(self) -> None:
        if self._cache:
            self._cache.close()
        self._cache = None


def _sees_through(config: MkDocsConfig) -> bool:
    """Whether nothing but known files and settings decides what is built."""
    text = Path(config.config_file_path).read_text(encoding="utf-8") if config.config_file_path else ""
    return (
        set(config.plugins) <= KNOWN_PLUGINS
        and not config.hooks
        and not config.extra_templates
        and not _FROM_OUTSIDE.search(text)
        and fits(config.markdown_extensions, config.mdx_configs)
    )


def _watched(config: MkDocsConfig) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files and folders that decide how the portal is built: its settings, its theme, and Yuandi itself."""
    folders = [folder for folder in (config.theme.custom_dir,) if folder]
    for name in PACKAGES:
        spec = find_spec(name)
        folders += list(spec.submodule_search_locations or ()) if spec else []
    file = config.config_file_path
    files = (file, str(Path(file).resolve().parent / baseline.FILE)) if file else ()
    return files, tuple(sorted(folders))
