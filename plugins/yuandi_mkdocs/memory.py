"""Whether a build may be remembered for quick ones, and what decides that: only what Yuandi itself sees through."""

import logging
import re
import sqlite3
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from yuandi.build.key import Setting
from yuandi.build.manifest import tree, watch
from yuandi.build.memory import Before, Kept, forget, remember
from yuandi.build.site import Built, Recipe
from yuandi.cache import Cache, discard, open_cache
from yuandi.render.plain import fits
from yuandi.views import Frame, Shown, View

log = get_plugin_logger("yuandi")

KNOWN_PLUGINS = frozenset({"yuandi", "search", "yuandi/search", "material/search"})
PACKAGES = ("yuandi", "yuandi_mkdocs", "yuandi_theme")
_FROM_OUTSIDE = re.compile(r"^INHERIT\s*:|!ENV|!relative", re.MULTILINE)


class Memory:
    """Remembers a build, where everything that it depends on is known and nothing was complained about."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._cache: Cache | None = None
        files, folders = _watched(config)
        self._before = Before(tree(config.docs_dir), watch(files, folders), folders)
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)

    def begin(self, *, clean: bool) -> None:
        """Before anything is written: what was remembered of the site no longer holds."""
        self._cache = open_cache(self._root)
        self._trying(forget)
        if not clean or not _sees_through(self._config):
            self._close()
        logging.getLogger(type(self._config).__module__.partition(".")[0]).addHandler(self._warnings)

    def keep(self, shown: Shown, views: Sequence[View], frame: Frame, recipe: Recipe, built: Built) -> None:
        """After everything is written: keep what the next build may trust."""
        logging.getLogger(type(self._config).__module__.partition(".")[0]).removeHandler(self._warnings)
        if self._cache is None or self._warnings.get_counts():
            return self._close()
        setting = Setting(str(recipe.site), shown.as_of.isoformat(), shown.portal.settings.audience)
        kept = Kept(
            frame,
            built.frames,
            recipe.template_folders,
            tuple(recipe.extensions),
            recipe.configs,
            recipe.fast_markdown,
            shown.portal.settings.use_directory_urls,
            len(shown.everything) != len(shown.portal.entries),
        )
        self._trying(lambda cache: remember(cache, setting, shown, views, kept, self._before))
        return self._close()

    def _trying(self, act: Callable[[Cache], None]) -> None:
        """Change the cache; one that cannot be changed is left to another build, one that is damaged thrown away."""
        try:
            if self._cache:
                act(self._cache)
        except sqlite3.OperationalError:
            self._close()
        except sqlite3.DatabaseError:
            self._close()
            discard(self._root)
            log.info("缓存已损坏，已丢弃 / the cache was damaged and is gone")

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
    return (config.config_file_path,) if config.config_file_path else (), tuple(sorted(folders))
