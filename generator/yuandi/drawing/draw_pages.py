"""Views → files of the site, by one or several processes; the bytes are the same.

If the system can fork, workers inherit everything; otherwise the job is pickled to them. A worker converts
bodies, draws pages, and writes files whose bytes differ.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property
from multiprocessing import get_all_start_methods, get_context
from pickle import PicklingError
from typing import Any, cast

from jinja2 import FileSystemLoader

from yuandi.content.addresses import Addresses
from yuandi.content.site_setup import SiteSetup
from yuandi.drawing.page_frames import Frames
from yuandi.drawing.remembered import NothingRemembered, Remembered
from yuandi.drawing.write import Written, write
from yuandi.pages import EntryView, Frame, Shown, View
from yuandi.render import AS_WRITTEN, Bodies, Body, Converter, Pages, Script
from yuandi.search import text_of

ENOUGH_FOR_WORKERS = 600
_CHUNK = 100


def converter_of(setup: SiteSetup) -> Converter:
    """The Markdown converter of a site."""
    return Converter(setup.extensions, setup.extension_options, fast=setup.fast_markdown)


@dataclass(frozen=True, kw_only=True)
class Job:
    """All that is needed to draw pages and write them."""

    shown: Shown
    frame: Frame
    frames: Frames
    views: Sequence[View]
    setup: SiteSetup
    is_fresh: bool = False
    remembered: Remembered = field(default_factory=NothingRemembered)
    script: Script = AS_WRITTEN

    @cached_property
    def pages(self) -> Pages:
        """The templates."""
        return Pages(FileSystemLoader(self.setup.template_folders), self.frame)

    @cached_property
    def converter(self) -> Converter:
        """The Markdown converter."""
        return converter_of(self.setup)

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies of entries."""
        return Bodies(self.shown.portal.targets, self.converter)

    def body(self, view: View) -> Body | None:
        """The body of an entry's page."""
        if not isinstance(view, EntryView):
            return None
        entry = self.shown.portal.by_id[view.source]
        return self.bodies.convert(entry.path, entry.address, entry.body)

    def run(self, start: int, stop: int) -> "Done":
        """Draw and write some of the views, except those whose files are still valid.

        Pages whose frame must be drawn whole are returned with their content.
        """
        drawn: list[tuple[str, str, bytes]] = []
        done = Done([], [], [], [])
        before = self.converter.native, self.converter.reference
        output = Addresses(self.shown.portal.settings.use_directory_urls).output
        for index in range(start, stop):
            view = self.views[index]
            file = output(view.address)
            known = self.remembered.known(view)
            there = self.remembered.still(file, known.key)
            if there:
                done.written.append(there)
                continue
            body = self.body(view)
            content = self.pages.content(view, body)
            page = self.frames.around(view, content)
            if page is None:
                done.undrawn.append((index, content))
            else:
                drawn.append((file, self.script.page(page), known.key))
            if body and isinstance(view, EntryView) and self.shown.portal.settings.search:
                done.texts.append((view.source, self.script.words(text_of(body.html), view.lang)))
            if known.view and isinstance(view, EntryView):
                done.views.append((self.shown.portal.by_id[view.source].path, known.view))
        with _writing:
            done.written.extend(
                write(self.setup.site, file, page, key=key, is_fresh=self.is_fresh) for file, page, key in drawn
            )
        native, reference = self.converter.native - before[0], self.converter.reference - before[1]
        return replace(done, native=native, reference=reference)


@dataclass(frozen=True, slots=True)
class Done:
    """The result for some views: files written or found equal, the views drawn, the texts of entries drawn, and the number
    of bodies of each parser."""

    written: list[Written]
    undrawn: list[tuple[int, str]]
    views: list[tuple[str, bytes]]
    texts: list[tuple[str, str]]
    native: int = 0
    reference: int = 0


_job: Job | None = None
_writing: Any = nullcontext()
"""One worker writes while the others draw: making files at once, they would wait for each other in the kernel."""


def _begin(job: Job | None, writing: Any) -> None:
    global _job, _writing  # what a worker process works on
    gc.freeze()
    gc.enable()
    _writing = writing
    if job is not None:
        _job = job


def _work(chunk: tuple[int, int]) -> Done:
    return cast("Job", _job).run(*chunk)


def run(job: Job, *, workers: int | None = None) -> Iterator[Done]:
    """Draw and write all views, in chunks, in any order. Workers begin at once."""
    count = _workers(len(job.views)) if workers is None else workers
    chunks = [(start, min(start + _CHUNK, len(job.views))) for start in range(0, len(job.views), _CHUNK)]
    pool = _pool(job, count) if count > 1 else None
    if pool is None:
        return (job.run(*chunk) for chunk in chunks)
    return _until_done(pool, pool.imap_unordered(_work, chunks))


def _until_done(pool: Any, found: Iterator[Done]) -> Iterator[Done]:
    with pool:
        yield from found


def _workers(views: int) -> int:
    return (os.cpu_count() or 1) if views >= ENOUGH_FOR_WORKERS else 1


def _pool(job: Job, count: int, method: str | None = None) -> Any:
    """A pool of workers with the job; None if it cannot be pickled."""
    global _job  # what forked workers inherit
    method = method or ("fork" if "fork" in get_all_start_methods() else "spawn")
    context = get_context(method)
    if method == "fork":
        _job = job
        return context.Pool(count, _begin, (None, context.Lock()))
    try:
        return context.Pool(count, _begin, (job, context.Lock()))
    except (PicklingError, AttributeError, TypeError):
        return None
