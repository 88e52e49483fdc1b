"""Whether only known files and settings decide what is built, and the list of these files."""

import re
from importlib.util import find_spec
from pathlib import Path

from yuandi.base import baseline
from yuandi.content.site_setup import SiteSetup
from yuandi.markdown.fast_convert import fits

KNOWN_PLUGINS = frozenset({"yuandi", "search", "yuandi/search", "material/search"})
"""Plugins that only read files that Yuandi watches."""
_FROM_OUTSIDE = re.compile(r"^INHERIT\s*:|!ENV|!relative", re.MULTILINE)


def is_all_known(setup: SiteSetup) -> bool:
    """Whether only known files and settings decide what is built."""
    text = setup.config_file.read_text(encoding="utf-8") if setup.config_file else ""
    return (
        setup.plugins <= KNOWN_PLUGINS
        and not setup.has_own_code
        and not _FROM_OUTSIDE.search(text)
        and fits(setup.extensions, setup.extension_options)
    )


def watched_by(root: Path, setup: SiteSetup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files and folders that decide how the portal is built: its settings, its theme, and Yuandi itself."""
    folders = [folder for folder in (setup.own_templates,) if folder]
    for name in setup.packages:
        spec = find_spec(name)
        folders += list(spec.submodule_search_locations or ()) if spec else []
    files = (str(setup.config_file), str(root / baseline.FILE)) if setup.config_file else ()
    return files, tuple(sorted(folders))
