"""What a build remembers, in one SQLite file: crash-safe, with one writer, thrown away when it cannot be trusted."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FOLDER = ".yuandi"
FILE = "cache.sqlite"
FORMAT = "2"

Row = tuple[Any, ...]

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS content (path TEXT PRIMARY KEY, size INT, changed INT, digest BLOB, head BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (path TEXT PRIMARY KEY, size INT, changed INT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS watched (path TEXT PRIMARY KEY, size INT, changed INT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checked (path TEXT PRIMARY KEY, size INT, changed INT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (path TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS targets (path TEXT PRIMARY KEY, address TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS anchors (path TEXT, anchor TEXT, PRIMARY KEY (path, anchor)) WITHOUT ROWID;
"""


class Cache:
    """An open cache. Every change happens in one transaction, or not at all."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self.connection, self.file = connection, file

    def meta(self, key: str) -> bytes | None:
        """A single value."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def rows(self, table: str) -> Iterator[Row]:
        """All rows of a table."""
        return self.connection.execute(f"SELECT * FROM {table}")  # noqa: S608  # names of tables are ours

    def one(self, table: str, path: str) -> Row | None:
        """The row of one path."""
        found: Row | None = self.connection.execute(f"SELECT * FROM {table} WHERE path = ?", (path,)).fetchone()  # noqa: S608
        return found

    def all_of(self, table: str, path: str) -> list[Row]:
        """The rows of one path."""
        return list(self.connection.execute(f"SELECT * FROM {table} WHERE path = ?", (path,)))  # noqa: S608

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: kept as a whole when the block ends, undone when it fails."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def replace(self, table: str, rows: Iterable[Row], width: int) -> None:
        """Put rows in the place of all that are there; inside `changing`."""
        self.connection.execute(f"DELETE FROM {table}")  # noqa: S608
        marks = ", ".join("?" * width)
        self.connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def put(self, table: str, rows: Iterable[Row], width: int) -> None:
        """Add or renew rows; inside `changing`."""
        marks = ", ".join("?" * width)
        self.connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def file_of(root: Path) -> Path:
    """Where a portal's cache is."""
    return root / FOLDER / FILE


def open_cache(root: Path) -> Cache | None:
    """The portal's cache; a damaged one, or one of another version, is deleted. None where none can be had."""
    file = file_of(root)
    for _ in range(2):
        try:
            return _opened(file)
        except (sqlite3.OperationalError, OSError):
            return None
        except sqlite3.DatabaseError:
            discard(root)
    return None


def _opened(file: Path) -> Cache:
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.is_file():
        ignore.write_text("*\n", encoding="utf-8")
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
        row = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if row is None:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('format', ?)", (FORMAT,))
        elif row[0] != FORMAT:
            raise sqlite3.DatabaseError("another version")
    except sqlite3.Error:
        connection.close()
        raise
    return Cache(connection, file)


def discard(root: Path) -> bool:
    """Delete the cache. Whether there was one."""
    found = False
    for suffix in ("", "-journal", "-wal", "-shm"):
        try:
            os.unlink(f"{file_of(root)}{suffix}")
            found = True
        except OSError:
            continue
    return found
