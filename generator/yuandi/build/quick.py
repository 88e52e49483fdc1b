"""The builds that need no full one: nothing has changed, or only bodies have.

What a full build remembered is trusted only where every file of content, theme and site has the size and time it
had, the versions and settings are the same, and the last check found nothing. Of changed files the front matter must be the
same to the byte, and the body plain. Anything else, also a link that needs a second look, is left to the full build.
"""

import json
import os
import pickle
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yuandi.build.manifest import Stat, stat_of, tree, watch
from yuandi.cache import Cache

if TYPE_CHECKING:
    from yuandi.build.memory import Kept
    from yuandi.views import EntryView


MOST = 50
"""So many pages are drawn again in one process; more are left to the full build and its workers."""


@dataclass(frozen=True, slots=True)
class Quick:
    """What a quick build did: the entries whose pages it drew again; none where nothing had changed."""

    drawn: tuple[str, ...] = ()


class _Unsure(Exception):  # noqa: N818  # no error: the full build is asked instead
    """Something needs the full build."""


def quick(cache: Cache, key: bytes, site: Path, content: Path) -> Quick | None:
    """Bring the site up to date without a full build, or do nothing and return None."""
    try:
        if cache.meta("key") != key or not _stands(cache, site):
            return None
        changed = _changed(cache, tree(content))
        if not changed:
            return Quick()
        return Quick(tuple(_drawn(cache, site, content, changed)))
    except (_Unsure, sqlite3.Error, OSError):
        return None


def _stands(cache: Cache, site: Path) -> bool:
    """Whether the site and the files that decide how it is built are as they were left."""
    outputs = {str(path): (size, changed) for path, size, changed in cache.rows("outputs")}
    if tree(site, hidden_at_top=False) != outputs:
        return False
    watched = {str(path): (size, changed) for path, size, changed in cache.rows("watched")}
    folders = json.loads(cache.meta("folders") or b"[]")
    return watch(watched, folders) == watched


def _changed(cache: Cache, now: Mapping[str, Stat]) -> list[tuple[str, bytes, bytes]]:
    """Changed entries with the digests they had. Raises _Unsure where anything else has changed."""
    changed = []
    seen = 0
    for path, size, time, digest, head in cache.rows("content"):
        seen += 1
        stat = now.get(str(path))
        if stat == (size, time):
            continue
        if stat is None or not digest:
            raise _Unsure
        changed.append((str(path), bytes(digest), bytes(head)))
    if seen != len(now):
        raise _Unsure
    return changed


def _drawn(cache: Cache, site: Path, content: Path, changed: list[tuple[str, bytes, bytes]]) -> Iterator[str]:
    """Draw the pages of changed bodies again; all are drawn before the first is written."""
    from yuandi.addresses import Addresses
    from yuandi.build.write import write

    kept: Kept = _unpickled(cache.meta("kept") or b"")
    output = Addresses(kept.directories).output
    ready: list[tuple[str, str, str]] = []
    renewed = []
    for path, digest, head in changed:
        stat = stat_of(str(content / path))
        text, digests = _read(content, path)
        if digests[0] != digest:
            if digests[1] != head or len(ready) == MOST:
                raise _Unsure
            ready.append((path, *_page(cache, kept, path, text)))
        renewed.append((path, *stat, *digests))
    files = []
    for _, address, page in ready:
        write(site, output(address), page)
        files.append(output(address))
    with cache.changing():
        cache.put("content", renewed, 5)
        cache.put("outputs", ((file, *stat_of(os.path.join(site, file))) for file in files), 3)
    yield from (path for path, _, _ in ready)


def _unpickled(data: bytes) -> Any:
    """A remembered value. One that a newer or older Yuandi made, or a damaged one, is none."""
    try:
        return pickle.loads(data)  # noqa: S301  # our own, by its key
    except Exception:  # whatever unpickling meets, the full build does without
        raise _Unsure from None


def _read(content: Path, path: str) -> tuple[str, tuple[bytes, bytes]]:
    from yuandi.build.memory import digests
    from yuandi.complaints import UnparsableError
    from yuandi.load.decode import decode

    decoded = decode(path, (content / path).read_bytes())
    if decoded.document is None or decoded.faults:
        raise _Unsure
    try:
        return decoded.document.text, digests(decoded.document.text)
    except UnparsableError:
        raise _Unsure from None


def _page(cache: Cache, kept: "Kept", path: str, text: str) -> tuple[str, str]:
    """The address and the whole page of an entry with another body."""
    from jinja2 import FileSystemLoader

    from yuandi.front_matter import split
    from yuandi.render import Bodies, Converter, Pages
    from yuandi.render.plain import is_plain

    row = cache.one("views", path)
    if row is None:
        raise _Unsure
    body = text[split(text).body_start :]
    if not is_plain(body):
        raise _Unsure
    targets = _targets(cache, kept, path, body)
    view: EntryView = _unpickled(row[1])
    converter = Converter(kept.extensions, kept.configs, fast=kept.fast_markdown)
    drawn = Bodies(targets, converter).convert(path, view.address, body)
    pages = Pages(FileSystemLoader(kept.template_folders), kept.frame)
    page = kept.frames.around(view, pages.content(view, drawn))
    if page is None:
        raise _Unsure
    return view.address, page


def _targets(cache: Cache, kept: "Kept", path: str, body: str) -> dict[str, str | None]:
    """Where the links of a body lead. Raises _Unsure for one that the check might speak of."""
    from posixpath import dirname, join, normpath

    from yuandi.body import SAFE_SCHEMES, anchors, links

    targets: dict[str, str | None] = {}
    for link in links(body):
        if link.is_outside:
            if link.scheme and link.scheme not in SAFE_SCHEMES:
                raise _Unsure
            continue
        row = cache.one("targets", normpath(join(dirname(path), link.path))) if link.path else None
        if link.anchor or row is None or row[1] is None:
            raise _Unsure
        if kept.some_hidden and not str(row[0]).endswith(".md"):
            raise _Unsure
        targets[str(row[0])] = str(row[1])
    wanted = {str(anchor) for _, anchor in cache.all_of("anchors", path)}
    if wanted and not wanted <= anchors(body):
        raise _Unsure
    return targets
