"""What makes a finding the same one tomorrow: its file and rule, and the text it points at, but no line and no wording.

One mechanism serves baselines, `--since` and the fingerprints of reports. Findings with equal marks are told apart by
their order in the file.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from yuandi.base.diagnostics import Finding, Report
from yuandi.base.source import Document

_LONGEST = 80
_PRIVATE = re.compile(r"PRV\d{3}")
_NUMBERS = re.compile(r"[0-9][0-9 -]{9,}[0-9Xx]")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A finding without its place: where nothing is pointed at, `text` is empty; `about` is the finding's own."""

    file: str
    code: str
    text: str = ""
    about: str = ""


def mark_of(finding: Finding, documents: Mapping[str, Document]) -> Mark:
    """The mark of one finding."""
    document = documents.get(finding.at.file)
    text = " ".join(document.between(finding.at).split()) if document else ""
    if _PRIVATE.match(finding.code) or _NUMBERS.search(text):
        text = f"#{_digest(text)}" if text else ""  # a baseline repeats nobody's numbers
    elif len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}… #{_digest(text)}"
    return Mark(finding.at.file, finding.code, text, finding.about)


def fingerprints(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Iterator[str]:
    """A name for each finding, unlike all others of the report, and the same when lines move."""
    seen: Counter[Mark] = Counter()
    for finding in findings:
        mark = mark_of(finding, documents)
        seen[mark] += 1
        yield _digest("\0".join((mark.file, mark.code, mark.text, mark.about, str(seen[mark]))), 16)


def count_marks(report: Report, documents: Mapping[str, Document]) -> Counter[Mark]:
    """How often each mark stands in a report."""
    return Counter(mark_of(finding, documents) for finding in report.findings)


def without(report: Report, documents: Mapping[str, Document], known: Counter[Mark]) -> tuple[Report, Counter[Mark]]:
    """The report without what is known, and what is known and not in it. Of equal findings the first are the known ones."""
    left = known.copy()
    kept = []
    for finding in report.findings:
        mark = mark_of(finding, documents)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(finding)
    return replace(report, findings=tuple(kept)), +left


def _digest(text: str, size: int = 4) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
