"""The state of an index on disc: large arrays as they are in memory, the rest in one small file with a key."""

import json
import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build.corpus import UNICODE, Corpus
from yuandi.search.build.index import IndexState
from yuandi.search.build.shards import Homes
from yuandi.search.query import manifest

_REST = "rest.npz"
_KEY = 12
_FORMAT = b"2"
"""The version of the format of the index and its state; a state of another version is not used."""


def save(folder: Path, state: IndexState, before: IndexState | None = None) -> bytes:
    """Write a state and return its key. `before` is the state in the folder, of which equal parts are not rewritten."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _REST).unlink(missing_ok=True)
    old = (before.corpus.characters, before.homes.home) if before else (None, None)
    _keep(folder / "characters", state.corpus.characters, old[0])
    _keep(folder / "homes", state.homes.home, old[1])
    (folder / "heavy").write_bytes(state.homes.heavy_at.astype(np.uint32).tobytes())
    data = _rest(state)
    (folder / _REST).write_bytes(data)
    return _key_of(data)


def _key_of(data: bytes) -> bytes:
    return sha256(_FORMAT + data).digest()


def _keep(file: Path, values: NDArray[np.uint16], before: NDArray[np.uint16] | None) -> None:
    """Write an array, only the values that differ from those in the file."""
    if before is None or not file.is_file() or file.stat().st_size != before.nbytes:
        file.write_bytes(values.tobytes())
        return
    differing = np.flatnonzero(values[: before.size] != before)
    with file.open("r+b") as stream:
        if differing.size:
            first, last = int(differing[0]), int(differing[-1]) + 1
            stream.seek(first * 2)
            stream.write(values[first:last].tobytes())
        stream.seek(0, os.SEEK_END)
        stream.write(values[before.size :].tobytes())


def _rest(state: IndexState) -> bytes:
    identifiers, heads, bodies = zip(*state.documents, strict=True) if state.documents else ((), (), ())
    met = np.flatnonzero(state.sampled)
    words = json.dumps([identifiers, state.manifest.json(), state.sums], ensure_ascii=False)
    stream = BytesIO()
    np.savez(
        stream,
        alphabet=state.corpus.alphabet,
        begins=state.corpus.begins,
        fields=state.corpus.fields,
        met=state.met,
        sampled=np.stack([met, state.sampled[met]]),
        sizes=np.array([state.corpus.characters.size, state.homes.heavy_at.size]),
        words=_bytes(words.encode()),
        heads=_bytes(b"".join(heads)),
        bodies=_bytes(b"".join(bodies)),
        terms=_bytes(state.terms),
    )
    return stream.getvalue()


def _bytes(data: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(data, dtype=np.uint8)


def load(folder: Path, key: bytes) -> IndexState | None:
    """The state with this key, or None if it is missing or damaged."""
    try:
        data = (folder / _REST).read_bytes()
        if _key_of(data) != key:
            return None
        rest = np.load(BytesIO(data))
        characters = np.fromfile(folder / "characters", dtype=np.uint16)
        home = np.fromfile(folder / "homes", dtype=np.uint16)
        heavy_at = np.fromfile(folder / "heavy", dtype=np.uint32).astype(np.int64)
    except (OSError, ValueError, BadZipFile):
        return None
    if [characters.size, heavy_at.size] != rest["sizes"].tolist() or home.size != characters.size:
        return None
    identifiers, written, sums = json.loads(rest["words"].tobytes())
    read = manifest.read(written)
    heavy = frozenset((ord(first), ord(second)) for first, second in _by_two(read.heavy))
    heads, bodies = (_cut(rest[name].tobytes()) for name in ("heads", "bodies"))
    sampled = np.zeros(UNICODE, dtype=np.int64)
    sampled[rest["sampled"][0]] = rest["sampled"][1]
    return IndexState(
        corpus=Corpus(characters, rest["alphabet"], rest["begins"], rest["fields"]),
        homes=Homes(read.shards, heavy, home, heavy_at),
        met=rest["met"],
        sampled=sampled,
        manifest=read,
        documents=tuple(zip(identifiers, heads, bodies, strict=True)),
        terms=rest["terms"].tobytes(),
        sums=sums,
    )


def _cut(data: bytes) -> list[bytes]:
    return [data[start : start + _KEY] for start in range(0, len(data), _KEY)]


def _by_two(text: str) -> list[tuple[str, str]]:
    """The characters of a text in pairs."""
    return list(zip(text[::2], text[1::2], strict=True))
