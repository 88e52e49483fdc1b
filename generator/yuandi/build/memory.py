"""What a full build remembers of itself, so that the next one can tell at once what has changed."""

import hashlib
import json
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yuandi.build.frames import Frames
from yuandi.build.key import Setting, key_of
from yuandi.build.manifest import Stat, tree
from yuandi.cache import Cache
from yuandi.entry import Entry
from yuandi.front_matter import split
from yuandi.views import EntryView, Frame, Shown, View


@dataclass(frozen=True, slots=True)
class Before:
    """The files of a build as they were before it read them: the content's, and those that decide how it is built."""

    content: Mapping[str, Stat]
    watched: Mapping[str, Stat]
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is drawn with when one page is drawn again."""

    frame: Frame
    frames: Frames
    template_folders: tuple[str, ...]
    extensions: tuple[Any, ...]
    configs: Mapping[str, Any]
    fast_markdown: bool
    directories: bool
    some_hidden: bool


def remember(cache: Cache, setting: Setting, shown: Shown, views: Iterable[View], kept: Kept, before: Before) -> None:
    """Keep a finished build in mind, in one transaction."""
    with cache.changing():
        folders = json.dumps(before.folders).encode()
        kept_bytes = pickle.dumps(kept, protocol=5)
        cache.put("meta", [("key", key_of(setting)), ("kept", kept_bytes), ("folders", folders)], 2)
        cache.replace("content", _content_rows(shown, before.content), 5)
        cache.replace("outputs", ((path, *stat) for path, stat in tree(setting.site, hidden_at_top=False).items()), 3)
        cache.replace("watched", ((path, *stat) for path, stat in before.watched.items()), 3)
        cache.replace("views", _view_rows(shown, views, some_hidden=kept.some_hidden), 2)
        cache.replace("targets", shown.portal.targets.items(), 2)
        cache.replace("anchors", set(_anchor_rows(shown)), 2)


def forget(cache: Cache) -> None:
    """Before a build begins to write: what is remembered no longer holds."""
    with cache.changing() as connection:
        connection.execute("DELETE FROM meta WHERE key = 'key'")


def _content_rows(shown: Shown, content: Mapping[str, Stat]) -> Iterable[tuple[Any, ...]]:
    """Every file as it was before it was read: one that changed meanwhile shows as changed."""
    texts = {entry.path: entry.origin.document.text for entry in shown.portal.entries}
    for path, stat in content.items():
        text = texts.get(path)
        yield (path, *stat, *((b"", b"") if text is None else digests(text)))


def digests(text: str) -> tuple[bytes, bytes]:
    """An entry's text, and its front matter alone, as keys. Raises Unparsable where the front matter never ends."""
    return digest(text), digest(text[: split(text).body_start])


def digest(text: str) -> bytes:
    """A text as a key."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _view_rows(shown: Shown, views: Iterable[View], *, some_hidden: bool) -> Iterable[tuple[str, bytes]]:
    """The views of entries: they depend on nothing of a body.

    Where some entries are hidden, whether a file is published may depend on a body that names it: such an entry has no row.
    """
    for view in views:
        if isinstance(view, EntryView):
            entry = shown.portal.by_id[view.source]
            if not (some_hidden and _names_a_file(shown, entry)):
                yield entry.path, pickle.dumps(view, protocol=5)


def _names_a_file(shown: Shown, entry: Entry[Any]) -> bool:
    return any(
        link.path and not link.is_outside and not link.path.endswith(".md") for link in shown.portal.links_of(entry)
    )


def _anchor_rows(shown: Shown) -> Iterable[tuple[str, str]]:
    """The anchors of entries that other bodies name."""
    for entry in shown.portal.entries:
        for link in shown.portal.links_of(entry):
            target = shown.portal.linked(entry, link) if link.anchor else None
            if target:
                yield target.path, link.anchor
