"""The findings of the check for a proposed entry, as short notes. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from yuandi.base.diagnostics import Finding
from yuandi.base.source import Document
from yuandi.base.text import Text
from yuandi.check import RULES, check, read
from yuandi.check.rules.duplicate_body import duplicate_body
from yuandi.check.vocabulary import Vocabulary
from yuandi.content.entry import Entry
from yuandi.entry_types import EntryType
from yuandi.entry_types.dates import LAST_YEAR
from yuandi.entry_types.fields import shape_of
from yuandi.load.entries import read_entry
from yuandi.markdown.links import links
from yuandi.page_plan.planned_portal import PlannedPortal

_LEFT_TO_MISSING = frozenset({"FM003"})
"""Rules about missing fields, which `missing` reports."""
_READING = ("FM", "DAT")
"""The families of rules that report faults of reading."""
_STATUS = re.compile(r"^(?:status: draft|状态: 草稿)$", re.M)


def missing(kind: EntryType, values: Iterable[str], *, chinese: bool) -> Text | None:
    """A note on the required fields that were not found, or None."""
    given = set(values)
    wanted = [field for field in shape_of(kind.model).fields.values() if field.required and field.key not in given]
    names = [(field.chinese, field.key) for field in wanted]
    if kind.name == "session" and not given & {"hours", "days"}:
        names.append(("学时", "hours"))
    if kind.name == "assessment" and not given & {"subject", "results"}:
        names.append(("对象", "subject"))
    if not names:
        return None
    zh = "、".join(label if chinese else f"{label}（{key}）" for label, key in names)
    return Text(f"没有找到，请补：{zh}。", f"Not found; add: {', '.join(key for _, key in names)}.")


def findings(portal: PlannedPortal, path: str, text: str, files: Iterable[str], vocabulary: Vocabulary) -> list[Text]:
    """Notes on what the check would report for the published entry, one for each rule."""
    shown = _STATUS.sub("status: published", text, count=1)
    place = portal.settings.prefix + path
    outcome = read_entry(path, Document(place, shown), portal.settings.use_directory_urls)
    here = {**portal.files, path: 0, **dict.fromkeys(files, 0)}
    alone = replace(
        portal, entries=(), faults=outcome.faults, files=here, broken=frozenset(), tables={}, repository=None
    )
    page = _as_page(path, place, text, portal)
    if outcome.entry:
        found = list(check(replace(alone, entries=(outcome.entry,))).findings)
    else:
        of_faults = check(alone, [rule for rule in RULES if rule.code.startswith(_READING)]).findings
        found = [*of_faults, *(read(page, links(page.body), vocabulary) if page else ())]
    if page:
        found += check(replace(alone, faults=(), entries=(*portal.entries, page)), [duplicate_body]).findings
    return list(_notes(finding for finding in found if finding.at.file == place))


def _as_page(path: str, place: str, text: str, portal: PlannedPortal) -> Entry[Any] | None:
    """The body of an entry as a page on the same lines, dated after all others, so that it can be checked whatever fields
    the entry lacks."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    filler = "#\n" * (head.count("\n") - 2)
    page = f"---\ntype: page\ntitle: 待核对\ndate: {LAST_YEAR}-12-31\n{filler}---\n{body}"
    return read_entry(path, Document(place, page), portal.settings.use_directory_urls).entry


def _notes(found: Iterable[Finding]) -> Iterator[Text]:
    """One note for each rule, with the numbers of at most 8 lines."""
    by_code: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.code not in _LEFT_TO_MISSING:
            by_code.setdefault(finding.code, []).append(finding)
    for code, findings in by_code.items():
        lines = sorted({finding.at.line for finding in findings})
        listed = "、".join(map(str, lines[:8])) + ("…" if len(lines) > 8 else "")
        message, count = findings[0].message, len(findings)
        yield Text(
            f"第 {listed} 行：{message.zh}（{code}{f'，共 {count} 处' if count > 1 else ''}）",
            f"Line {listed.replace('、', ', ')}: {message.en} ({code}{f', {count} times' if count > 1 else ''})",
        )
