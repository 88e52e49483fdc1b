"""The findings of a check as values, and the report that orders and counts them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yuandi.base.source import Location
from yuandi.base.text import Text


class Severity(StrEnum):
    """The severity of a finding. An error ends a build before anything is written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Text:
        """The severity's name in both languages."""
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}

DOCUMENTATION = "rules/"


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that solves a finding: `replacement` for the characters from `start` to `end` of the document's text.

    A fix that removes text which may be intended, such as masking a number, is applied only `on_request`.
    """

    start: int
    end: int
    replacement: str
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to correct. Rules give `at`, `message` and `hint`; the check adds the rest.

    `about` (a subject, a key) distinguishes the findings of one rule at one place, whatever their wording.
    """

    at: Location
    message: Text
    hint: Text | None = None
    severity: Severity = Severity.ERROR
    code: str = ""
    name: str = ""
    fix: Fix | None = None
    about: str = ""

    @property
    def url(self) -> str:
        """The address of the rule's page, relative to the root of the documentation."""
        return f"{DOCUMENTATION}{self.name}/"

    @property
    def order(self) -> tuple[object, ...]:
        """The sort key: place, then code, then message."""
        return (self.at, self.code, self.message.en)


@dataclass(frozen=True, slots=True)
class BaselineCounts:
    """How many findings a baseline kept out of a report, and how many of its findings are solved."""

    count: int
    solved: int


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check on one day, sorted.

    Findings of the `baseline`, and findings that the revision `since` already had, are left out. `history` is the depth
    of the git history: `full`, `shallow` or `none`.
    """

    as_of: date
    findings: tuple[Finding, ...]
    baseline: BaselineCounts | None = None
    since: str = ""
    history: str = "none"

    def count(self, severity: Severity) -> int:
        """The number of findings of this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, *, strict: bool = False) -> bool:
        """Whether a finding forbids publishing: an error, or with `strict` a warning."""
        worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(finding.severity in worst for finding in self.findings)
