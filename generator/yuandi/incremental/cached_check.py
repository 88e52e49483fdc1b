"""The recipe of a check: read, run the rules, leave out what is known. What was found is kept until something changes."""

import gc
import pickle
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from yuandi.base import baseline
from yuandi.base.file_stats import Stat, stat_of, tree
from yuandi.base.git import reach_of
from yuandi.base.text import Text
from yuandi.content.settings import Settings
from yuandi.incremental.store import DAMAGED, Cache, discard, is_damage, open_cache, sealed, unsealed
from yuandi.incremental.trust_key import Setting, key_of

if TYPE_CHECKING:
    from yuandi.base.diagnostics import Report
    from yuandi.base.fingerprints import Mark
    from yuandi.load.history import Repository
    from yuandi.portal.portal import Portal
    from yuandi.report.printed_report import Sheet

_MOST = 5_000
"""So many findings are kept; of a portal with more every check is a new one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The day of a check, whether the baseline counts, and the revision from which on findings are new."""

    day: date
    use_baseline: bool = True
    since: str = ""


def checked(settings: Settings, asked: Asked, say: Callable[[Text], None], *, use_cache: bool = True) -> "Sheet":
    """The report on a portal; `say` hears of a cache that is thrown away.

    Raises YuandiError for a baseline or a revision that cannot be used.
    """
    cache = open_cache(settings.root, say) if use_cache and not asked.since else None
    if cache is None:
        return _fresh(settings, asked)
    before = _files(settings)
    key = key_of(Setting("check", f"{asked}", repr(settings), reach_of(settings.content)))
    try:
        found = _kept(cache, key, before)
    except sqlite3.Error as error:
        cache.close()
        if is_damage(error):
            discard(settings.root)
            say(DAMAGED)
        return _fresh(settings, asked)
    if found is None:
        found = _fresh(settings, asked)
        _keep(cache, key, before, found)
    cache.close()
    return found


def _fresh(settings: Settings, asked: Asked) -> "Sheet":
    """A check of everything. It keeps nearly all that it makes, so that no garbage need be looked for."""
    gc.disable()
    try:
        return _checked(settings, asked)
    finally:
        gc.enable()


def _checked(settings: Settings, asked: Asked) -> "Sheet":
    from yuandi.check import check
    from yuandi.check.read_in_workers import in_workers
    from yuandi.page_plan.planned_portal import read_portal
    from yuandi.report.printed_report import sheet_of

    known = baseline.read(settings.root) if asked.use_baseline else None
    commit = _commit(settings, asked.since)
    portal = read_portal(settings, asked.day)
    report = baseline.apply(check(portal, begin=in_workers), portal.documents, known)
    if commit:
        report = _news(report, portal, asked.since, commit)
    return sheet_of(report, portal)


def _commit(settings: Settings, since: str) -> str:
    from yuandi.load.revision import revision_of

    return revision_of(settings, since) if since else ""


def _news(report: "Report", portal: "Portal", since: str, commit: str) -> "Report":
    """What was not there in an earlier revision."""
    from yuandi.base.fingerprints import without
    from yuandi.load import repository_of
    from yuandi.load.revision import renamed, unpack

    settings = portal.settings
    repository = replace(repository_of(settings), revision=commit)
    with TemporaryDirectory(prefix="yuandi-") as folder:
        before = _marks(unpack(settings, commit, Path(folder).resolve()), portal.as_of, repository)
    moved = {repository.prefix + old: repository.prefix + new for old, new in renamed(settings, commit).items()}
    known = Counter({replace(mark, file=moved.get(mark.file, mark.file)): count for mark, count in before.items()})
    return replace(without(report, portal.documents, known)[0], since=since)


def _marks(settings: Settings, day: date, repository: "Repository") -> "Counter[Mark]":
    from yuandi.base.fingerprints import count_marks
    from yuandi.check import check
    from yuandi.page_plan.planned_portal import read_portal

    portal = replace(read_portal(settings, day), repository=repository)
    return count_marks(check(portal), portal.documents)


def _files(settings: Settings) -> dict[str, Stat]:
    """Every file that the check depends on, Yuandi's own included."""
    import yuandi

    own = Path(yuandi.__file__).parent
    found = {f"content/{path}": stat for path, stat in tree(settings.content).items()}
    found |= {f"own/{path}": stat for path, stat in tree(own).items() if not path.endswith(".pyc")}
    return found | {name: stat_of(str(settings.root / name)) for name in ("mkdocs.yml", baseline.FILE)}


def _kept(cache: Cache, key: bytes, before: dict[str, Stat]) -> "Sheet | None":
    """What was found last, where nothing that it depends on has changed. Raises DamagedError."""
    if cache.meta("checked") != key or _read(cache, "checked files") != before:
        return None
    sheet: Sheet = _read(cache, "checked sheet")
    return sheet


def _read(cache: Cache, name: str) -> Any:
    """A value as it was put. Raises DamagedError."""
    return pickle.loads(unsealed(cache.meta(name), name))  # noqa: S301  # our own, by its key


def _keep(cache: Cache, key: bytes, before: dict[str, Stat], sheet: "Sheet") -> None:
    if len(sheet.report.findings) > _MOST:
        return
    values = {"checked files": pickle.dumps(before, 5), "checked sheet": pickle.dumps(sheet, 5)}
    with suppress(sqlite3.Error), cache.changing():
        cache.put("meta", [("checked", key), *((name, sealed(data, name)) for name, data in values.items())], 2)
