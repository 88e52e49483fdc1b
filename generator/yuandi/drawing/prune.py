"""Removes files that a build no longer makes, as its last step; keeps what others put into the site meanwhile."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from yuandi.base.errors import YuandiError
from yuandi.base.file_stats import Stat, site_tree, stat_of
from yuandi.base.text import Text
from yuandi.drawing.write import remove

_MARK = ".yuandi-time"


def is_empty(site: Path) -> bool:
    """Whether there is no site yet: no folder, or only hidden files in it."""
    return not site.is_dir() or all(child.name.startswith(".") for child in site.iterdir())


_SIGNS = ("404.html", "index.html", "sitemap.xml")


def begin(site: Path) -> int:
    """The time in nanoseconds before anything is written, by the clock of the site's own disc.

    Raises YuandiError for a folder that holds other files than a site: they would be removed.
    """
    if not is_empty(site) and not any((site / name).exists() for name in _SIGNS):
        raise YuandiError(
            Text(
                f"{site} 里有别的文件，不像是网站；请换一个空文件夹。",
                f"{site} holds files and does not look like a site; choose an empty folder.",
            )
        )
    site.mkdir(parents=True, exist_ok=True)
    mark = site / _MARK
    mark.write_bytes(b"")
    try:
        return mark.stat().st_mtime_ns
    finally:
        mark.unlink()


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed from the site, and the files that stay."""

    removed: tuple[str, ...]
    files: Mapping[str, Stat]


def tidied(site: Path, ours: Collection[str], others: Collection[str], *, since: int, is_fresh: bool) -> Pruned:
    """Leave in the site our files, those that `others` name, and what was put there `since`; a fresh site has no more."""
    return nothing_to_prune(site, others) if is_fresh else prune(site, {*ours, *others}, since)


def prune(site: Path, expected: Collection[str], since: int) -> Pruned:
    """Delete the files that are neither expected nor written since `since`; hidden ones at the top stay."""
    files = site_tree(site)
    stale = tuple(output for output, (_, changed) in files.items() if output not in expected and changed < since)
    for output in stale:
        remove(site, output)
        del files[output]
    return Pruned(stale, files)


def nothing_to_prune(site: Path, others: Collection[str]) -> Pruned:
    """Of a site that was empty: nothing is removed, and besides our own files there are those that `others` name."""
    found = {output: stat_of(str(site / output)) for output in others if not output.startswith(".")}
    return Pruned((), {output: stat for output, stat in found.items() if stat[0] >= 0})
