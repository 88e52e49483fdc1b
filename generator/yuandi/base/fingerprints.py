"""The identity of a finding across changes: its file, its rule and the text it points at, but neither line nor wording.

One mechanism serves baselines, `--since` and the fingerprints of reports. Findings with equal marks are distinguished
by their order in the file.
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
    """A finding without its place. `text` is empty if the finding points at no text; `about` is that of the finding."""

    file: str
    code: str
    text: str = ""
    about: str = ""


def mark_of(finding: Finding, documents: Mapping[str, Document]) -> Mark:
    """The mark of one finding."""
    document = documents.get(finding.at.file)
    text = " ".join(document.between(finding.at).split()) if document else ""
    if _PRIVATE.match(finding.code) or _NUMBERS.search(text):
        text = f"#{_digest(text)}" if text else ""  # a baseline must not repeat a person's numbers
    elif len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}… #{_digest(text)}"
    return Mark(finding.at.file, finding.code, text, finding.about)


def fingerprints(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Iterator[str]:
    """A name for each finding, unique in the report, which stays the same when lines move."""
    seen: Counter[Mark] = Counter()
    for finding in findings:
        mark = mark_of(finding, documents)
        seen[mark] += 1
        yield _digest("\0".join((mark.file, mark.code, mark.text, mark.about, str(seen[mark]))), 16)


def count_marks(report: Report, documents: Mapping[str, Document]) -> Counter[Mark]:
    """The number of findings of each mark."""
    return Counter(mark_of(finding, documents) for finding in report.findings)


def without(report: Report, documents: Mapping[str, Document], known: Counter[Mark]) -> tuple[Report, Counter[Mark]]:
    """The report without the known findings, and the known marks that it does not have.

    Of findings with equal marks the first are taken for the known ones.
    """
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
