"""What a build remembers, in one SQLite file: crash-safe, with one writer, thrown away when it cannot be trusted."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zlib import crc32

from yuandi.base.text import Text
from yuandi.content.settings import CACHE_FILE, CACHE_FOLDER

FORMAT = "4"

Row = tuple[Any, ...]

DAMAGED = Text("缓存已损坏，已丢弃。", "The cache was damaged and is gone.")
OTHER = Text("缓存出自另一版本，已丢弃。", "The cache was made by another version and is gone.")

_TABLES = (
    "meta (key TEXT PRIMARY KEY, value BLOB)",
    "content (path TEXT PRIMARY KEY, size INT, changed INT, digest BLOB, head BLOB)",
    "outputs (path TEXT PRIMARY KEY, size INT, changed INT, key BLOB, digest BLOB)",
    "watched (path TEXT PRIMARY KEY, size INT, changed INT, digest BLOB)",
    "views (path TEXT PRIMARY KEY, value BLOB)",
    "targets (path TEXT PRIMARY KEY, address BLOB)",
    "traits (path TEXT PRIMARY KEY, value BLOB)",
    "anchors (path TEXT, anchor TEXT, PRIMARY KEY (path, anchor))",
)


_SEAL = 4
_NO_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
    }
)


class DamagedError(sqlite3.DatabaseError):
    """A stored value differs from what was put."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether a cache cannot be trusted; one that another build uses, or that cannot be written, may be whole."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _NO_DAMAGE


def sealed(data: bytes, name: str = "") -> bytes:
    """Bytes with a sum over them and their name, so that damage shows."""
    return crc32(data, crc32(name.encode("utf-8", "surrogatepass"))).to_bytes(_SEAL, "big") + data


def unsealed(data: object, name: str = "") -> bytes:
    """The bytes that were sealed. Raises DamagedError."""
    if not isinstance(data, bytes) or sealed(data[_SEAL:], name) != data:
        raise DamagedError
    return data[_SEAL:]


def blob(value: object) -> bytes:
    """A value that should be bytes; damaged, it is none."""
    return value if isinstance(value, bytes) else b""


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

    def paths(self, table: str) -> list[str]:
        """The paths of all rows of a table."""
        return [str(path) for (path,) in self.connection.execute(f"SELECT path FROM {table}")]  # noqa: S608

    def remove(self, table: str, paths: Iterable[str]) -> None:
        """Take the rows of these paths away; inside `changing`."""
        self.connection.executemany(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))  # noqa: S608

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def file_of(root: Path) -> Path:
    """Where a portal's cache is."""
    return root / CACHE_FOLDER / CACHE_FILE


class _OtherVersionError(sqlite3.DatabaseError):
    """The cache has another format."""


def open_cache(root: Path, say: Callable[[Text], None]) -> Cache | None:
    """The portal's cache; a damaged one, or one of another version, is deleted, and `say` hears of it.

    None if there cannot be one.
    """
    file = file_of(root)
    for _ in range(2):
        try:
            return _opened(file)
        except OSError:
            return None
        except sqlite3.Error as error:
            if not is_damage(error):
                return None
            discard(root)
            say(OTHER if isinstance(error, _OtherVersionError) else DAMAGED)
    return None


def _opened(file: Path) -> Cache:
    file.parent.mkdir(parents=True, exist_ok=True)
    ignore = file.parent / ".gitignore"
    if not ignore.is_file():
        ignore.write_text("*\n", encoding="utf-8")
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if not _has_format(connection):
            _make_tables(connection)
        if _pages(connection) > file.stat().st_size:
            raise sqlite3.DatabaseError("truncated")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:  # the message names the damaged data, and then is not text
        connection.close()
        raise sqlite3.DatabaseError("malformed") from error
    return Cache(connection, file)


def _make_tables(connection: sqlite3.Connection) -> None:
    """All at once: another build finds either no table or all of them."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES:
        connection.execute(f"CREATE TABLE IF NOT EXISTS {statement} WITHOUT ROWID")
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('format', ?)", (FORMAT,))
    connection.execute("COMMIT")


def _pages(connection: sqlite3.Connection) -> int:
    """How many bytes the file should have."""
    count, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(count) * int(size)


def _has_format(connection: sqlite3.Connection) -> bool:
    """Whether there are tables of this format; of a new file, no. Raises DatabaseError for those of another."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
        if connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise _OtherVersionError
        return False
    row = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    if row is None or row[0] != FORMAT:
        raise _OtherVersionError
    return True


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
