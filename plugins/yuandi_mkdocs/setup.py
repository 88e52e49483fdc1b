"""What mkdocs.yml says, as the core wants it: the settings of the portal, the day, and how the site is made."""

import os
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from yuandi.building.day import day_of
from yuandi.content.settings import Settings, settings_from
from yuandi.content.site_setup import SiteSetup
from yuandi_mkdocs.config import YuandiConfig

_PACKAGES = ("yuandi", "yuandi_mkdocs", "yuandi_theme")


def settings_and_day(config: MkDocsConfig, ours: YuandiConfig) -> tuple[Settings, date]:
    """The settings of the portal, and the day that the build speaks of. Raises YuandiError."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    settings = settings_from(root, config, lambda _: ours)
    return settings, day_of(settings, None, os.environ)


def site_setup(config: MkDocsConfig, ours: YuandiConfig) -> SiteSetup:
    """How the site is made."""
    return SiteSetup(
        site=Path(config.site_dir),
        template_folders=tuple(config.theme.dirs),
        extensions=tuple(config.markdown_extensions),
        extension_options=config.mdx_configs,
        fast_markdown=ours.fast_markdown,
        strict=config.strict,
        config_file=Path(config.config_file_path) if config.config_file_path else None,
        own_templates=config.theme.custom_dir or "",
        plugins=frozenset(config.plugins),
        has_own_code=bool(config.hooks or config.extra_templates),
        packages=_PACKAGES,
        logger=type(config).__module__.partition(".")[0],
    )
