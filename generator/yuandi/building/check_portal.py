"""The check of a whole portal, by itself or at the beginning of a build."""

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from yuandi.base import baseline
from yuandi.base.text import Text
from yuandi.building.saved_work import SavedWork
from yuandi.content.settings import Settings

if TYPE_CHECKING:
    from yuandi.base.diagnostics import Report
    from yuandi.base.fingerprints import Mark
    from yuandi.load.history import Repository
    from yuandi.page_plan.planned_portal import PlannedPortal
    from yuandi.report.printed_report import PrintedReport


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """The day of a check, whether the baseline counts, and the revision from which on findings are new."""

    day: date
    use_baseline: bool = True
    since: str = ""


def checked_portal(
    settings: Settings, asked: CheckRequest, say: Callable[[Text], None], saved: SavedWork
) -> "PrintedReport":
    """The report on a portal; `say` hears of a cache that is thrown away.

    Raises YuandiError for a baseline or a revision that cannot be used.
    """
    check = partial(_fresh, settings, asked)
    return check() if asked.since else saved.saved_check(settings, f"{asked}", say, check)


def report_on(
    portal: "PlannedPortal", meanwhile: Callable[[], None] = lambda: None, *, use_baseline: bool = True
) -> "Report":
    """The findings of every rule except those in the baseline. If workers read, this process runs `meanwhile` too."""
    from yuandi.check import check
    from yuandi.check.read_in_workers import in_workers

    known = baseline.read(portal.settings.root) if use_baseline else None
    found = check(portal, begin=partial(in_workers, meanwhile=meanwhile))
    return baseline.apply(found, portal.documents, known)


def _fresh(settings: Settings, asked: CheckRequest) -> "PrintedReport":
    """A check of everything. It keeps nearly all that it makes, so that no garbage need be looked for."""
    gc.disable()
    try:
        return _checked(settings, asked)
    finally:
        gc.enable()


def _checked(settings: Settings, asked: CheckRequest) -> "PrintedReport":
    from yuandi.page_plan.planned_portal import read_portal
    from yuandi.report.printed_report import printed_report

    commit = _commit(settings, asked.since)
    portal = read_portal(settings, asked.day)
    report = report_on(portal, use_baseline=asked.use_baseline)
    if commit:
        report = _news(report, portal, asked.since, commit)
    return printed_report(report, portal)


def _commit(settings: Settings, since: str) -> str:
    from yuandi.load.revision import revision_of

    return revision_of(settings, since) if since else ""


def _news(report: "Report", portal: "PlannedPortal", since: str, commit: str) -> "Report":
    """The findings that an earlier revision did not have."""
    from yuandi.base.fingerprints import without
    from yuandi.load import repository_of
    from yuandi.load.revision import renamed, unpack

    settings = portal.settings
    repository = replace(repository_of(settings), revision=commit)
    with TemporaryDirectory(prefix="yuandi-") as folder:
        before = _marks(unpack(settings, commit, Path(folder).resolve()), portal.as_of, repository)
    moved = {repository.prefix + old: repository.prefix + new for old, new in renamed(settings, commit).items()}
    known = Counter({replace(mark, file=moved.get(mark.file, mark.file)): count for mark, count in before.items()})
    return replace(without(report, portal.documents, known)[0], since=since)


def _marks(settings: Settings, day: date, repository: "Repository") -> "Counter[Mark]":
    from yuandi.base.fingerprints import count_marks
    from yuandi.check import check
    from yuandi.page_plan.planned_portal import read_portal

    portal = replace(read_portal(settings, day), repository=repository)
    return count_marks(check(portal), portal.documents)
