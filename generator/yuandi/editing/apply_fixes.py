"""The fixes of findings → files with those fixes applied, and every other byte unchanged. Pure.

Fixes are applied in rounds until none is left, since one may reveal another; at most 10 rounds. Of two that overlap the
first is applied, and the other waits for the next round. A file that can no longer be read after its fixes is not changed.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from yuandi.base.diagnostics import Fix
from yuandi.base.source import Document
from yuandi.check import READERS, read, vocabulary_of
from yuandi.check.vocabulary import Vocabulary
from yuandi.content.entry import Entry
from yuandi.load.decode import as_text
from yuandi.load.entries import read_entry
from yuandi.markdown.links import links
from yuandi.portal.portal import Portal

_ROUNDS = 10
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file before and after its fixes, with its byte order mark and line ends; `count` is the number of fixes."""

    entry: Entry[Any]
    before: str
    after: str
    count: int

    def diff(self) -> str:
        """Return the change as a unified diff for `git apply`; only `\\n` ends a line."""
        path = self.entry.origin.document.path
        before, after = (_LINE.findall(text) for text in (self.before, self.after))
        lines = unified_diff(before, after, f"a/{path}", f"b/{path}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _FixFilter:
    """Which fixes are applied: those of rules that are on and not waived; with `mask` also those on request."""

    vocabulary: Vocabulary
    weights: Mapping[str, str]
    excepted: Mapping[str, frozenset[str]]
    mask: bool
    directories: bool

    def of(self, entry: Entry[Any]) -> list[Fix]:
        """Return the fixes of an entry in order, none overlapping the one before."""
        found = read(entry, links(entry.body), self.vocabulary, READERS, self.weights)
        excepted = self.excepted.get(entry.path, frozenset())
        fixes = {finding.fix for finding in found if finding.fix and finding.code not in excepted}
        return list(_apart(fix for fix in fixes if self.mask or not fix.on_request))


def fixed_files(portal: Portal, raw: Callable[[Entry[Any]], str | None], *, mask: bool = False) -> list[FixedFile]:
    """Return all files that fixes change, by path; `raw` returns the text of a file on disk, None if it cannot be read."""
    accepted = _FixFilter(
        vocabulary_of(portal),
        portal.policy.rules,
        {
            entry.path: frozenset(waiver.code for waiver in entry.record.waive if waiver.until >= portal.as_of)
            for entry in portal.entries
        },
        mask,
        portal.settings.use_directory_urls,
    )
    files = (_fixed_file(entry, raw, accepted) for entry in portal.entries)
    return [file for file in files if file]


def _fixed_file(entry: Entry[Any], raw: Callable[[Entry[Any]], str | None], accepted: _FixFilter) -> FixedFile | None:
    fixes = accepted.of(entry)
    before = raw(entry) if fixes else None
    if before is None or as_text(before) != entry.origin.document.text:
        return None
    after, now, count = before, entry, 0
    for _ in range(_ROUNDS):
        text = with_fixes(after, fixes)
        document = Document(entry.origin.document.path, as_text(text))
        again = read_entry(entry.path, document, accepted.directories).entry
        if again is None:
            break
        after, now, count = text, again, count + len(fixes)
        fixes = accepted.of(now)
        if not fixes:
            break
    return FixedFile(entry, before, after, count) if after != before else None


def _apart(fixes: Iterable[Fix]) -> Iterator[Fix]:
    position = 0
    for fix in sorted(fixes, key=lambda fix: (fix.start, -fix.end, fix.replacement)):
        if fix.start >= position:
            position = fix.end
            yield fix


def with_fixes(before: str, fixes: Iterable[Fix]) -> str:
    """Return the text of a file with fixes applied; places count a line end as one character, and no byte order mark."""
    mark = len(before) - len(before.lstrip("\ufeff"))
    ends = _double_ends(before[mark:])
    pieces: list[str] = []
    position = 0
    for fix in fixes:
        start, end = (mark + place + bisect_left(ends, place) for place in (fix.start, fix.end))
        pieces += [before[position:start], fix.replacement]
        position = end
    return "".join((*pieces, before[position:]))


def _double_ends(text: str) -> list[int]:
    """Return the places of line ends of two characters, counted as one character."""
    places: list[int] = []
    found = text.find("\r\n")
    while found >= 0:
        places.append(found - len(places))
        found = text.find("\r\n", found + 2)
    return places
