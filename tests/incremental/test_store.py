"""What a build remembers is whole or gone: damaged, foreign or locked, it is never trusted."""

import sqlite3
from pathlib import Path

import pytest

from yuandi.content.settings import CACHE_FOLDER as FOLDER
from yuandi.incremental.store import discard, file_of, open_cache

pytestmark = pytest.mark.slow


def _filled(root: Path) -> Path:
    cache = open_cache(root, print)
    assert cache
    with cache.changing():
        cache.put("meta", [("key", b"old")], 2)
        cache.put("outputs", [(f"page-{index}", index, index, b"", b"") for index in range(5000)], 5)
    cache.close()
    return file_of(root)


def _remembered(root: Path) -> bytes | None:
    cache = open_cache(root, print)
    assert cache
    try:
        return cache.meta("key")
    finally:
        cache.close()


def test_it_keeps_what_it_was_given(tmp_path: Path) -> None:
    """A value put in one run is there in the next."""
    _filled(tmp_path)
    assert _remembered(tmp_path) == b"old"


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"\0" * 4096])
def test_a_damaged_file_is_thrown_away(tmp_path: Path, damage: bytes) -> None:
    """Bytes that are no database are deleted, and a new cache takes their place."""
    _filled(tmp_path).write_bytes(damage)
    assert _remembered(tmp_path) is None


def test_a_truncated_file_is_thrown_away(tmp_path: Path) -> None:
    """Of a file cut in half nothing is believed."""
    file = _filled(tmp_path)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    cache = open_cache(tmp_path, print)
    assert cache
    assert list(cache.rows("outputs")) == []


def test_another_format_is_thrown_away(tmp_path: Path) -> None:
    """A cache of another version is not read."""
    _filled(tmp_path)
    cache = open_cache(tmp_path, print)
    assert cache
    with cache.changing():
        cache.put("meta", [("format", "0")], 2)
    cache.close()
    assert _remembered(tmp_path) is None


def test_a_failed_change_leaves_nothing_behind(tmp_path: Path) -> None:
    """What happens in one transaction happens as a whole or not at all."""
    _filled(tmp_path)
    cache = open_cache(tmp_path, print)
    assert cache
    with pytest.raises(sqlite3.ProgrammingError), cache.changing():
        cache.put("meta", [("key", b"new"), ("too", "many", "values")], 2)
    cache.close()
    assert _remembered(tmp_path) == b"old"


def test_a_second_writer_goes_without(tmp_path: Path) -> None:
    """While one build writes, another is told at once, and does without."""
    first = open_cache(tmp_path, print)
    assert first
    with first.changing():
        second = open_cache(tmp_path, print)
        if second:
            with pytest.raises(sqlite3.OperationalError), second.changing():
                pass
    first.close()


def test_it_can_be_cleared(tmp_path: Path) -> None:
    """`yuandi cache clear` leaves no file."""
    _filled(tmp_path)
    assert discard(tmp_path)
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [".gitignore"]
