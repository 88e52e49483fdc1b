"""The texts of all entries, scanned for links and read by the rules about wording in worker processes.

Meanwhile the rules about front matter run in the first process, and what else needs no text. Only where the system can
fork: a worker has the portal as it is, and gives back what it found. Files are read by the first process alone: to
hand over an entry takes as long as to read it.
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


def _workers(much: int, workers: int | None) -> int:
    """How many processes so much is worth."""
    if "fork" not in get_all_start_methods():
        return 1
    return workers or ((os.cpu_count() or 1) if much >= ENOUGH_FOR_WORKERS else 1)


def in_workers(
    portal: PlannedPortal,
    rules: Sequence[Rule],
    *,
    workers: int | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Reading:
    """Begin to read texts in as many processes as there are cores, where that is worth it; else read here, later.

    What is to be done `meanwhile` is done where others read.
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
    """The links of some bodies, of those that have any, and what is found in these entries."""
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
