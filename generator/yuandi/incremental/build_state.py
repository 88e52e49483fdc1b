"""What a full build remembers of itself, so that the next one can find at once what has changed."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from yuandi.base.file_stats import Stat, digest
from yuandi.check import traits_of
from yuandi.content.entry import Entry
from yuandi.drawing.finished_site import FinishedSite
from yuandi.drawing.page_frames import Frames
from yuandi.drawing.write import Left
from yuandi.front_matter.parse import split
from yuandi.incremental.saved_report import Said
from yuandi.incremental.serialise import pickled
from yuandi.incremental.store import Cache, Row, blob, sealed, unsealed
from yuandi.incremental.trust_key import Setting, key_of
from yuandi.markdown.links import Link
from yuandi.page_plan.planned_portal import PlannedPortal
from yuandi.pages import EntryView, Frame, Shown, View
from yuandi.portal.portal import Portal
from yuandi.render import AS_WRITTEN, Script


@dataclass(frozen=True, slots=True)
class FilesBefore:
    """The files of a build as they were before it read them: the content's, and those that decide how it is built."""

    content: Mapping[str, Stat]
    watched: Mapping[str, tuple[Stat, bytes]]
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is drawn with when one page is drawn again. `naming` tells of entries which files their bodies name;
    `state` the folder of the index's state, where the site has an index, and `mark` the key of the index's files."""

    frame: Frame
    frames: Frames
    template_folders: tuple[str, ...]
    extensions: tuple[Any, ...]
    configs: Mapping[str, Any]
    fast_markdown: bool
    directories: bool
    is_public: bool
    some_hidden: bool
    naming: Mapping[str, frozenset[str]]
    state: Path | None = None
    mark: bytes = b""
    script: Script = AS_WRITTEN


def kept_said(said: Said | None) -> bytes:
    """The report as bytes; empty if there is nothing to say again, so that nothing need be loaded."""
    return b"" if said is None or said.is_nothing else sealed(pickled(said), "said")


def index_key(cache: Cache) -> bytes:
    """The key of the state of the index that was built last."""
    data = cache.meta("index")
    return b"" if data is None else unsealed(data, "index")


def left(cache: Cache) -> dict[str, Left]:
    """The pages of the last build, as they were left. Each is valid only for a build with the same key."""
    return {
        str(path): Left((size, changed), blob(key), blob(digest))
        for path, size, changed, key, digest in cache.rows("outputs")
        if key
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What is known of a build before its pages are drawn, as rows, and what of it `Kept` needs."""

    data: bytes
    content: tuple[Row, ...]
    targets: tuple[Row, ...]
    traits: tuple[Row, ...]
    anchors: frozenset[Row]
    naming: Mapping[str, frozenset[str]]


def noted(shown: Shown, content: Mapping[str, Stat]) -> Noted:
    """Note what is known while pages are drawn; `content` are the files as they were before they were read."""
    portal = shown.portal
    return Noted(
        data=sealed(pickled(_data(portal)), "data"),
        content=tuple(_content_rows(portal, content)),
        targets=tuple(_target_rows(portal)),
        traits=tuple(map(trait_row, portal.entries)),
        anchors=frozenset(_anchor_rows(portal)),
        naming=_naming(portal),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildState:
    """All that is kept of a build besides its site."""

    setting: Setting
    kept: Kept
    said: Said
    before: FilesBefore
    noted: Noted


def remember(cache: Cache, shown: Shown, state: BuildState, site: FinishedSite) -> None:
    """Remember a finished build, in one transaction."""
    noted, before = state.noted, state.before
    with cache.changing():
        values = {
            "key": key_of(state.setting),
            "kept": sealed(pickled(state.kept), "kept"),
            "data": noted.data,
            "said": kept_said(state.said),
            "index": sealed(site.index, "index"),
            "folders": sealed(json.dumps(before.folders).encode(), "folders"),
        }
        cache.put("meta", values.items(), 2)
        cache.replace("content", noted.content, 5)
        cache.replace("outputs", _output_rows(site), 5)
        cache.replace("watched", ((path, *stat, digest) for path, (stat, digest) in before.watched.items()), 4)
        cache.replace("targets", noted.targets, 2)
        cache.replace("traits", noted.traits, 2)
        cache.replace("anchors", noted.anchors, 2)
        _keep_views(cache, shown, site.views, site.drawn)


def forget(cache: Cache) -> None:
    """Forget what is remembered, before a build begins to write."""
    with cache.changing() as connection:
        connection.execute("DELETE FROM meta WHERE key = 'key'")


def _data(portal: Portal) -> Portal:
    """The portal without its entries and files: what a rule may know that looks at one entry."""
    return replace(portal, entries=(), files={}, tables={}, faults=(), documents={}, repository=None)


def _content_rows(portal: Portal, content: Mapping[str, Stat]) -> Iterator[tuple[Any, ...]]:
    """Every file as it was before it was read: one that changed meanwhile shows as changed."""
    prefix = portal.settings.prefix
    for path, stat in content.items():
        entry = portal.by_path.get(path)
        document = entry.origin.document if entry else portal.documents.get(prefix + path)
        text = document.text if document else None
        head = digest_of_text(text[: entry.body_start]) if entry and text is not None else b""
        yield (path, *stat, b"" if text is None else digest_of_text(text), head)


def digests(text: str) -> tuple[bytes, bytes]:
    """An entry's text, and its front matter alone, as keys. Raises UnparsableError where the front matter never ends."""
    return digest_of_text(text), digest_of_text(text[: split(text).body_start])


def digest_of_text(text: str) -> bytes:
    """A text as a key."""
    return digest(text.encode("utf-8", "surrogatepass"))


def _output_rows(site: FinishedSite) -> Iterator[tuple[Any, ...]]:
    """Our files as we left them, and all others as they are."""
    ours = {file.output for file in site.written}
    yield from (
        (file.output, *file.stat, file.key, file.digest) for file in sorted(site.written, key=lambda file: file.output)
    )
    yield from ((path, *stat, b"", b"") for path, stat in site.files.items() if path not in ours)


def _target_rows(portal: PlannedPortal) -> Iterator[tuple[str, bytes | None]]:
    for path, address in portal.targets.items():
        yield path, None if address is None else sealed(address.encode("utf-8", "surrogatepass"), path)


def trait_row(entry: Entry[Any]) -> tuple[str, bytes]:
    """The row of an entry's traits, which its body may share with others."""
    return entry.path, sealed(array("L", sorted(traits_of(entry))).tobytes(), entry.path)


def traits_kept(cache: Cache) -> "dict[str, array[int]]":
    """The traits of all entries by path. Raises DamagedError."""
    found: dict[str, array[int]] = {}
    for path, value in cache.rows("traits"):
        found[str(path)] = array("L")
        found[str(path)].frombytes(unsealed(value, str(path)))
    return found


def _keep_views(cache: Cache, shown: Shown, views: Iterable[View], drawn: Iterable[tuple[str, bytes]]) -> None:
    """The views of entries: they depend on nothing of a body. Those not drawn are as they were."""
    cache.put("views", ((path, sealed(data, path)) for path, data in drawn), 2)
    there = {shown.portal.by_id[view.source].path for view in views if isinstance(view, EntryView)}
    cache.remove("views", [path for path in cache.paths("views") if path not in there])


def _naming(portal: Portal) -> dict[str, frozenset[str]]:
    """The files that bodies name, by entry: whether a file is published, or is of use, may depend on them."""
    named = ((entry.path, files_of(portal.links_of(entry))) for entry in portal.entries)
    return {path: words for path, words in named if words}


def files_of(links: Iterable[Link]) -> frozenset[str]:
    """The targets of a body's links that may be files, as written."""
    return frozenset(link.path for link in links if link.path and not link.is_outside and not link.path.endswith(".md"))


def _anchor_rows(portal: PlannedPortal) -> Iterator[tuple[str, str]]:
    """The anchors of entries that other bodies name."""
    for entry in portal.entries:
        for link in portal.links_of(entry):
            target = portal.linked(entry, link) if link.anchor else None
            if target:
                yield target.path, link.anchor
