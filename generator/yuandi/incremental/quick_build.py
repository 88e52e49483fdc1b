"""The builds that need no full one: nothing has changed, or only bodies have.

What a full build remembered is trusted only where every file of content, theme and site has the size and time it
had, or the bytes, and the versions and settings are the same. Of changed files the front matter must be the same to
the byte. What the check said is said again; of a changed entry the rules that look at one entry are asked anew, and
its links must be beyond doubt. Anything else is left to the full build.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from filecmp import cmp
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from yuandi.base.file_stats import Stat, digest_of_file, site_tree, tree, watch
from yuandi.incremental.recheck_entries import Unsure
from yuandi.incremental.store import Cache, Row, blob, sealed, unsealed

if TYPE_CHECKING:
    from yuandi.base.diagnostics import Report
    from yuandi.base.source import Document
    from yuandi.incremental.build_state import Kept
    from yuandi.incremental.saved_report import Said
    from yuandi.pages import EntryView, Frame
    from yuandi.render import Pages


MOST = 50
"""The maximum number of pages to draw again; more are left to the full build and its workers."""


@dataclass(frozen=True, slots=True)
class QuickBuild:
    """What a quick build did: the entries whose pages it drew again, and what there is to say; often nothing."""

    drawn: tuple[str, ...] = ()
    said: "Said | None" = None

    @property
    def report(self) -> "Report | None":
        """The report on the portal, unless it is empty."""
        said = self.said
        return said.report if said and (said.report.findings or said.report.baseline is not None) else None

    @property
    def documents(self) -> "Mapping[str, Document]":
        """The files that the report speaks of, as far as it shows them."""
        return self.said.documents if self.said else {}

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was warned of besides."""
        return self.said.warnings if self.said else ()


def quick(cache: Cache, key: bytes, site: Path, content: Path, *, strict: bool = False) -> QuickBuild | None:
    """Bring the site up to date without a full build, or do nothing and return None.

    Raises sqlite3.Error for a cache that cannot be used.
    """
    try:
        if cache.meta("key") != key or not _stands(cache, site):
            return None
        changed = _changed(cache, content)
        said = _said(cache)
        if changed:
            return _drawn(cache, site, content, changed, said, strict=strict)
        return QuickBuild((), _unless_failing(said, strict=strict))
    except (Unsure, OSError):
        return None


def _said(cache: Cache) -> "Said | None":
    """The report and warnings of the last build; None if it had none."""
    data = cache.meta("said")
    if data == b"":
        return None
    from yuandi.incremental.serialise import unpickled

    said: Said = unpickled(data, "said")
    return said


def _unless_failing(said: "Said | None", *, strict: bool) -> "Said | None":
    """The report and warnings. Raises Unsure if they forbid publishing, so that the full build refuses."""
    if said is not None and said.fails(strict=strict):
        raise Unsure
    return said


def _stands(cache: Cache, site: Path) -> bool:
    """Whether the site and the files that decide how it is built are as they were left."""
    outputs = {str(path): (size, changed) for path, size, changed, _, _ in cache.rows("outputs")}
    if site_tree(site) != outputs:
        return False
    watched = {str(path): ((size, changed), blob(digest)) for path, size, changed, digest in cache.rows("watched")}
    folders = json.loads(unsealed(cache.meta("folders"), "folders"))
    now = watch(watched, folders)
    return now.keys() == watched.keys() and all(
        now[file] == stat or (now[file][0] == stat[0] and digest_of_file(file) == digest)
        for file, (stat, digest) in watched.items()
    )


@dataclass(frozen=True, slots=True)
class _Changed:
    """A file of the content that is not as it was left: its size and time, and the digests that it had."""

    path: str
    stat: Stat
    digest: bytes
    head: bytes


def _changed(cache: Cache, content: Path) -> list[_Changed]:
    """Files with another size or time. Raises Unsure if a file is new or gone."""
    now = tree(content)
    changed = []
    seen = 0
    for path, size, time, digest, head in cache.rows("content"):
        seen += 1
        stat = now.get(str(path))
        if stat is None:
            raise Unsure
        if stat != (size, time):
            if stat[0] != size and not head:
                raise Unsure
            changed.append(_Changed(str(path), stat, blob(digest), blob(head)))
    if seen != len(now):
        raise Unsure
    return changed


def _drawn(
    cache: Cache, site: Path, content: Path, changed: list[_Changed], said: "Said | None", *, strict: bool
) -> QuickBuild:
    """Draw the pages of changed bodies again; all are drawn before the first is written."""
    from yuandi.content.addresses import Addresses
    from yuandi.drawing.write import write
    from yuandi.incremental.build_state import kept_said
    from yuandi.incremental.recheck_entries import Anew, said_of
    from yuandi.incremental.serialise import unpickled
    from yuandi.incremental.update_search_index import reindexed

    edited: list[tuple[str, str]] = []
    renewed = []
    for file in changed:
        digests = file.digest, file.head
        if not file.digest:
            if not cmp(content / file.path, site / file.path, shallow=False):
                raise Unsure
        else:
            text, digests = _read(content, file)
            if digests[0] != file.digest:
                if not file.head or digests[1] != file.head or len(edited) == MOST:
                    raise Unsure
                edited.append((file.path, text))
        renewed.append((file.path, *file.stat, *digests))
    kept: Kept = unpickled(cache.meta("kept"), "kept")
    anew = said_of(cache, edited, said) if edited else Anew(said)
    said = anew.said
    _unless_failing(said, strict=strict)
    output = Addresses(kept.directories).output
    drawn = [_page(cache, kept, path, text) for path, text in edited]
    index = reindexed(cache, kept, site, {page.id: page.words for page in drawn})
    written = [write(site, output(page.address), page.page) for page in drawn]
    written += index.write()
    with cache.changing():
        cache.put("content", renewed, 5)
        cache.put("traits", anew.traits, 2)
        cache.put("outputs", ((file.output, *file.stat, file.key, file.digest) for file in written), 5)
        cache.put("meta", [("said", kept_said(said)), ("index", sealed(index.keep(), "index"))], 2)
    return QuickBuild(tuple(path for path, _ in edited), said)


def _read(content: Path, changed: _Changed) -> tuple[str, tuple[bytes, bytes]]:
    """A text with its digests; that of the front matter only if it had one."""
    from yuandi.front_matter.yaml_errors import UnparsableError
    from yuandi.incremental.build_state import digest_of_text, digests
    from yuandi.load.decode import decode

    decoded = decode(changed.path, (content / changed.path).read_bytes())
    if decoded.document is None or decoded.faults:
        raise Unsure
    text = decoded.document.text
    try:
        return text, digests(text) if changed.head else (digest_of_text(text), b"")
    except UnparsableError:
        raise Unsure from None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page drawn again: its entry and address, the words of its body, and the whole of it."""

    id: str
    address: str
    words: str
    page: str


def _page(cache: Cache, kept: "Kept", path: str, text: str) -> _Page:
    """The page of an entry with another body."""
    from yuandi.front_matter.parse import split
    from yuandi.incremental.build_state import files_of
    from yuandi.incremental.recheck_entries import sure_targets
    from yuandi.incremental.serialise import unpickled
    from yuandi.markdown.links import links
    from yuandi.render import Bodies, Converter
    from yuandi.search.query.document import text_of

    row = cache.one("views", path)
    body = text[split(text).body_start :]
    if row is None or files_of(links(body)) != kept.naming.get(path, frozenset()):
        raise Unsure
    view: EntryView = unpickled(row[1], path)
    targets = sure_targets(cache, kept, path, view.address, body)
    converter = Converter(kept.extensions, kept.configs, fast=kept.fast_markdown)
    drawn = Bodies(targets, converter).convert(path, view.address, body)
    pages = _pages(kept.template_folders, kept.frame, tuple(cache.rows("watched")))
    page = kept.frames.around(view, pages.content(view, drawn))
    if page is None:
        raise Unsure
    words = kept.script.words(text_of(drawn.html), view.lang)
    return _Page(view.source, view.address, words, kept.script.page(page))


@lru_cache(maxsize=1)
def _pages(folders: tuple[str, ...], frame: "Frame", _watched: tuple[Row, ...]) -> "Pages":
    """Templates, compiled once for all pages of a build, and in a preview for all builds while no watched file changes."""
    from jinja2 import FileSystemLoader

    from yuandi.render import Pages

    return Pages(FileSystemLoader(folders), frame)
