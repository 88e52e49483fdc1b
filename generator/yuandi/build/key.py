"""What besides files decides what a build gives, as one key: settings, the day, and the versions a page passes through."""

import hashlib
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

LIBRARIES = (
    "yuandi",
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "markdown",
    "pyromark",
    "nh3",
    "jinja2",
    "pydantic",
    "pyyaml",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the site goes, the day it speaks of, and for whom it is."""

    site: str
    day: str
    audience: str


def key_of(setting: Setting) -> bytes:
    """The setting and the versions, as one key."""
    return hashlib.sha256(repr((setting, versions(), sys.version)).encode()).digest()


def versions() -> tuple[tuple[str, str], ...]:
    """The installed versions of the libraries that a page passes through."""
    return tuple((name, _version(name)) for name in LIBRARIES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
