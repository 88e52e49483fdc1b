"""What the program that hosts a build says of how the site is made, as plain values; MkDocs's plugin hands it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteSetup:
    """Where the site goes, what its pages are drawn with, and what else runs beside Yuandi."""

    site: Path
    template_folders: tuple[str, ...]
    extensions: tuple[Any, ...] = ()
    extension_options: Mapping[str, Any] = field(default_factory=dict)
    fast_markdown: bool = True
    strict: bool = False
    config_file: Path | None = None
    own_templates: str = ""
    """The folder of templates that belongs to the portal, where it has one."""
    plugins: frozenset[str] = frozenset()
    has_own_code: bool = False
    """Whether hooks or templates of the portal's own take part in the build."""
    packages: tuple[str, ...] = ("yuandi",)
    """The packages whose files decide how pages are drawn."""
    logger: str = ""
    """The logger whose warnings are part of what a build says."""
