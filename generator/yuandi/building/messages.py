"""The messages of a build: the report on the content, and a summary at the end."""

import os
from collections.abc import Mapping
from logging import Logger, LoggerAdapter
from pathlib import Path
from typing import Any

from rich.console import Console

from yuandi.base.diagnostics import Report
from yuandi.base.language import chosen_language
from yuandi.base.source import Document
from yuandi.building.environment import PROFILE, REPORT
from yuandi.building.summary import BuildCounts, Clock, profile, summary, upcoming
from yuandi.pages import Shown
from yuandi.pages.next_change import next_change
from yuandi.report import as_text

Log = Logger | LoggerAdapter[Any]


def show_report(report: Report, documents: Mapping[str, Document]) -> None:
    """Show the report in the terminal, and leave it where `yuandi serve` looks for it; of a clean portal, nothing."""
    if not report.findings and not report.baseline:
        return
    text = as_text(report, documents, chosen_language())
    Console(stderr=True, highlight=False, soft_wrap=True).print(text)
    if file := os.environ.get(REPORT):
        Path(file).write_text(text.plain, encoding="utf-8")


def show_summary(shown: Shown, counts: BuildCounts, clock: Clock, log: Log) -> None:
    """Show what was done, when pages change next, and, on request, the time of each part."""
    lang = chosen_language()
    log.info(summary(counts, clock).say(lang))
    if moment := next_change(shown):
        log.info(upcoming(moment).say(lang))
    if os.environ.get(PROFILE):
        Console(stderr=True, highlight=False).print(profile(clock).say(lang))
