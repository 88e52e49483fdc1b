"""Everything that only saves time, behind three questions. `building/saved_work.py` says what each of them promises.

Only the command that shows and clears the cache also imports this package. Without it all builds and checks
are whole ones, with the same results.
"""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yuandi.base.git import reach_of
from yuandi.base.text import Text
from yuandi.content.settings import Settings
from yuandi.content.site_setup import SiteSetup
from yuandi.incremental.cached_check import saved_check
from yuandi.incremental.quick_build import QuickBuild, quick
from yuandi.incremental.store import DAMAGED, discard, is_damage, open_cache
from yuandi.incremental.trust_key import Setting, key_of

if TYPE_CHECKING:
    from yuandi.incremental.build_memory import BuildMemory

__all__ = ["build_memory", "get_ready", "quick_build", "saved_check"]


def quick_build(
    settings: Settings, site: Path, day: date, say: Callable[[Text], None], *, strict: bool = False
) -> QuickBuild | None:
    """Bring the site up to date without a full build, if that is enough; else do nothing and return None."""
    cache = open_cache(settings.root, say)
    if cache is None:
        return None
    key = key_of(Setting(str(site), day.isoformat(), settings.audience, reach_of(settings.content)))
    try:
        return quick(cache, key, site, settings.content, strict=strict)
    except sqlite3.Error as error:
        cache.close()
        if is_damage(error):
            discard(settings.root)
            say(DAMAGED)
        return None
    finally:
        cache.close()


def build_memory(settings: Settings, setup: SiteSetup, day: date, say: Callable[[Text], None]) -> "BuildMemory":
    """The memory of a full build."""
    from yuandi.incremental.build_memory import BuildMemory

    return BuildMemory(settings, setup, day, say)


def get_ready() -> None:
    """Load what the first quick build needs, so that in a preview it takes no longer than the next."""
    import yuandi.incremental.build_state
    import yuandi.render  # noqa: F401
