"""What the check says of a proposed entry, as short notes: it passes but for these. Pure."""

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

_SAID_BEFORE = frozenset({"FM003"})
"""What is missing is told by `missing`."""
_READING = ("FM", "DAT")
"""The families of rules about what reading ran into."""
_STATUS = re.compile(r"^(?:status: draft|状态: 草稿)$", re.M)


def missing(kind: EntryType, values: Iterable[str], *, chinese: bool) -> Text | None:
    """The required fields for which the text had nothing."""
    given = set(values)
    wanted = [one for one in shape_of(kind.model).fields.values() if one.required and one.key not in given]
    names = [(one.chinese, one.key) for one in wanted]
    if kind.name == "session" and not given & {"hours", "days"}:
        names.append(("学时", "hours"))
    if kind.name == "assessment" and not given & {"subject", "results"}:
        names.append(("对象", "subject"))
    if not names:
        return None
    zh = "、".join(label if chinese else f"{label}（{key}）" for label, key in names)
    return Text(f"没有找到，请补：{zh}。", f"Not found, to be added: {', '.join(key for _, key in names)}.")


def findings(portal: PlannedPortal, path: str, text: str, files: Iterable[str], vocabulary: Vocabulary) -> list[Text]:
    """What is to be put right once the entry is published, one note for each kind of it."""
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
        of_faults = check(alone, [one for one in RULES if one.code.startswith(_READING)]).findings
        found = [*of_faults, *(read(page, links(page.body), vocabulary) if page else ())]
    if page:
        found += check(replace(alone, faults=(), entries=(*portal.entries, page)), [duplicate_body]).findings
    return list(_notes(one for one in found if one.at.file == place))


def _as_page(path: str, place: str, text: str, portal: PlannedPortal) -> Entry[Any] | None:
    """The body of an entry as a page, on the same lines, later than all others: whatever the entry may lack."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    filler = "#\n" * (head.count("\n") - 2)
    page = f"---\ntype: page\ntitle: 待核对\ndate: {LAST_YEAR}-12-31\n{filler}---\n{body}"
    return read_entry(path, Document(place, page), portal.settings.use_directory_urls).entry


def _notes(found: Iterable[Finding]) -> Iterator[Text]:
    """One note for each rule, with the lines."""
    by_code: dict[str, list[Finding]] = {}
    for one in found:
        if one.code not in _SAID_BEFORE:
            by_code.setdefault(one.code, []).append(one)
    for code, ones in by_code.items():
        first = ones[0]
        lines = sorted({one.at.line for one in ones})
        listed = "、".join(map(str, lines[:8])) + ("…" if len(lines) > 8 else "")
        message = first.message
        yield Text(
            f"第 {listed} 行：{message.zh}（{code}{f'，共 {len(ones)} 处' if len(ones) > 1 else ''}）",
            f"Line {listed.replace('、', ', ')}: {message.en} ({code}{f', {len(ones)} times' if len(ones) > 1 else ''})",
        )
