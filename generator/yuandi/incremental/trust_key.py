"""What besides files decides what a build gives, as one key: settings, the day, and the versions a page passes through.

The key is made with a secret of the person who builds, kept outside every portal. What a build remembers contains
pickled values; a cache that came with somebody's commit has another key, and is never read.
"""

import hmac
import os
import secrets
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = (
    "yuandi",
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "markdown",
    "pyromark",
    "nh3",
    "jinja2",
    "opencc",
    "pydantic",
    "pyyaml",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the site goes, the day it speaks of, for whom it is, and how far the history of its content reaches."""

    site: str
    day: str
    audience: str
    history: str = ""


def key_of(decisive: object) -> bytes:
    """A setting, or whatever else decides, and the versions, as one key that only this user can make."""
    return hmac.digest(_secret(), repr((decisive, versions(), sys.version)).encode(), "sha256")


def _secret() -> bytes:
    """This user's secret, made on first use; a temporary one if it cannot be stored."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yuandi"
    file = folder / "secret"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(32))
    except FileExistsError:
        pass
    except OSError:
        return secrets.token_bytes(32)
    try:
        kept = file.read_bytes()
    except OSError:
        kept = b""
    return kept if len(kept) == 32 else secrets.token_bytes(32)


def versions() -> tuple[tuple[str, str], ...]:
    """The installed versions of the libraries that a page passes through."""
    return tuple((name, _version(name)) for name in LIBRARIES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
