"""Scan the texts of all entries for links, and check their wording, in worker processes.

Meanwhile the first process runs the rules about front matter. Workers are used only where the system can fork: a
worker inherits the portal and returns what it found. Only the first process reads files, since passing an entry to
another process takes as long as reading it.
"""

import gc
import os
from collections.abc import Callable, Sequence
from multiprocessing import get_all_start_methods, get_context
from typing import cast

from yuandi.base.diagnostics import Finding
from yuandi.check.check import READERS, Reading, here, read, readers_of
from yuandi.check.rule import Rule
from yuandi.check.vocabulary import vocabulary_of
from yuandi.markdown.links import Link, links
from yuandi.page_plan.planned_portal import PlannedPortal

ENOUGH_FOR_WORKERS = 600
_CHUNK = 200

_portal: PlannedPortal | None = None
_readers = READERS
_LinksAndFindings = tuple[dict[str, tuple[Link, ...]], list[Finding]]


def _workers(entries: int, workers: int | None) -> int:
    """Return the number of processes that pay off for this number of entries."""
    if "fork" not in get_all_start_methods():
        return 1
    return workers or ((os.cpu_count() or 1) if entries >= ENOUGH_FOR_WORKERS else 1)


def in_workers(
    portal: PlannedPortal,
    rules: Sequence[Rule],
    *,
    workers: int | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Reading:
    """Start reading texts in one process for each core where that pays off; otherwise they are read here, later.

    `meanwhile` is called in this process while the workers read.
    """
    global _portal, _readers  # what forked workers inherit
    count = _workers(len(portal.entries), workers)
    if count < 2:
        return here(portal, rules)
    _portal, _readers = portal, readers_of(rules)
    pool = get_context("fork").Pool(count, _begin)
    starts = range(0, len(portal.entries), _CHUNK)
    found = pool.imap(_read, starts)

    def gathered() -> list[Finding]:
        of_links: dict[str, tuple[Link, ...]] = {}
        findings: list[Finding] = []
        meanwhile()
        with pool:
            for some_links, some_findings in found:
                of_links |= some_links
                findings += some_findings
        portal.know_links({entry.path: of_links.get(entry.path, ()) for entry in portal.entries})
        return findings

    return gathered


def _begin() -> None:
    gc.freeze()
    gc.enable()


def _read(start: int) -> _LinksAndFindings:
    """Return the links of a chunk of entries, by path where there are any, and the findings in it."""
    portal = cast("PlannedPortal", _portal)
    vocabulary, weights = vocabulary_of(portal), portal.policy.rules
    of_links: dict[str, tuple[Link, ...]] = {}
    findings: list[Finding] = []
    for entry in portal.entries[start : start + _CHUNK]:
        scanned = tuple(links(entry.body))
        if scanned:
            of_links[entry.path] = scanned
        findings += read(entry, scanned, vocabulary, _readers, weights)
    return of_links, findings
