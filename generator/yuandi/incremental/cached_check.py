"""The report of the last check, kept until something that it depends on changes."""

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yuandi.base import baseline
from yuandi.base.file_stats import Stat, stat_of, tree
from yuandi.base.git import reach_of
from yuandi.base.text import Text
from yuandi.content.settings import Settings
from yuandi.incremental.store import DAMAGED, Cache, discard, is_damage, open_cache, sealed, unsealed
from yuandi.incremental.trust_key import Setting, key_of

if TYPE_CHECKING:
    from yuandi.report.printed_report import PrintedReport

_MOST = 5_000
"""The maximum number of findings to keep; a report with more is not kept."""


def saved_check(
    settings: Settings, asked: str, say: Callable[[Text], None], check: "Callable[[], PrintedReport]"
) -> "PrintedReport":
    """The report of the last check, if nothing has changed since; else that of `check`.

    `asked` are the words of what is asked; `say` hears of a cache that is thrown away.
    """
    cache = open_cache(settings.root, say)
    if cache is None:
        return check()
    before = _files(settings)
    key = key_of(Setting("check", asked, repr(settings), reach_of(settings.content)))
    try:
        found = _kept(cache, key, before)
    except sqlite3.Error as error:
        cache.close()
        if is_damage(error):
            discard(settings.root)
            say(DAMAGED)
        return check()
    if found is None:
        found = check()
        _keep(cache, key, before, found)
    cache.close()
    return found


def _files(settings: Settings) -> dict[str, Stat]:
    """Every file that the check depends on, Yuandi's own included."""
    import yuandi

    own = Path(yuandi.__file__).parent
    found = {f"content/{path}": stat for path, stat in tree(settings.content).items()}
    found |= {f"own/{path}": stat for path, stat in tree(own).items() if not path.endswith(".pyc")}
    return found | {name: stat_of(str(settings.root / name)) for name in ("mkdocs.yml", baseline.FILE)}


def _kept(cache: Cache, key: bytes, before: dict[str, Stat]) -> "PrintedReport | None":
    """The result of the last check, if nothing that it depends on has changed; else None. Raises DamagedError."""
    if cache.meta("checked") != key or _read(cache, "checked files") != before:
        return None
    sheet: PrintedReport = _read(cache, "checked sheet")
    return sheet


def _read(cache: Cache, name: str) -> Any:
    """A value as it was put. Raises DamagedError."""
    return pickle.loads(unsealed(cache.meta(name), name))  # noqa: S301  # our own, by its key


def _keep(cache: Cache, key: bytes, before: dict[str, Stat], sheet: "PrintedReport") -> None:
    if len(sheet.report.findings) > _MOST:
        return
    values = {"checked files": pickle.dumps(before, 5), "checked sheet": pickle.dumps(sheet, 5)}
    with suppress(sqlite3.Error), cache.changing():
        cache.put("meta", [("checked", key), *((name, sealed(data, name)) for name, data in values.items())], 2)
