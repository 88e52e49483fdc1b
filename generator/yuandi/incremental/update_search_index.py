"""The index after bodies were edited, for quick builds: only shards that differ are made again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yuandi.drawing.write import Written, write
from yuandi.incremental.build_state import index_key
from yuandi.incremental.recheck_entries import Unsure
from yuandi.incremental.store import Cache

if TYPE_CHECKING:
    from yuandi.incremental.build_state import Kept


@dataclass(frozen=True, slots=True)
class Reindexed:
    """The files of the index that differ, and how its state is kept."""

    site: Path
    mark: bytes = b""
    files: Mapping[str, bytes] = field(default_factory=dict)
    keep: Callable[[], bytes] = bytes

    def write(self) -> list[Written]:
        """Write the files."""
        return [write(self.site, path, data, key=self.mark) for path, data in self.files.items()]


def reindexed(cache: Cache, kept: "Kept", site: Path, bodies: Mapping[str, str]) -> Reindexed:
    """The index with other bodies, as words by the entries' ids. Raises Unsure."""
    key, folder = index_key(cache), kept.state
    if folder is None or not bodies:
        return Reindexed(site, keep=lambda: key)
    from yuandi.search.build.update import documents_of, edited
    from yuandi.search.query.files import DamagedIndexError
    from yuandi.search.query.state import load, save

    def read(path: str) -> bytes:
        return (site / path).read_bytes()

    state = load(folder, key)
    if state is None:
        raise Unsure
    numbers = {identifier: number for number, (identifier, _, _) in enumerate(state.documents)}
    try:
        there = documents_of(state, read, {numbers[identifier] for identifier in bodies})
        changed = {
            numbers[identifier]: replace(there[numbers[identifier]], text=text) for identifier, text in bodies.items()
        }
        result = edited(state, changed, read)
    except (DamagedIndexError, KeyError):
        raise Unsure from None
    if result is None:
        raise Unsure
    after, made = result
    return Reindexed(site, kept.mark, made, lambda: save(folder, after, state))
