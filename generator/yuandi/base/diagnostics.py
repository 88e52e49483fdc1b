"""What the check has to say: findings as values, and the report that orders and counts them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yuandi.base.source import Location
from yuandi.base.text import Text


class Severity(StrEnum):
    """How much a finding matters. An error ends a build before anything is written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Text:
        """The word for it in both languages."""
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}

DOCUMENTATION = "rules/"


@dataclass(frozen=True, slots=True)
class Fix:
    """What puts a finding right: other characters from `start` to `end`, counted in the document's text.

    One that takes away what may be meant to stand, as masking does, is made only `on_request`.
    """

    start: int
    end: int
    replacement: str
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right. Rules give `at`, `message` and `hint`; the check stamps the rest.

    Where one place may have several findings of one rule, `about` tells them apart whatever their words: a subject, a key.
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
        """The page about the rule, relative to the documentation's root."""
        return f"{DOCUMENTATION}{self.name}/"

    @property
    def order(self) -> tuple[object, ...]:
        """By place, then code, then words: the same everywhere."""
        return (self.at, self.code, self.message.en)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a baseline kept out of a report: findings that stand in it; and how many of it are there no more."""

    count: int
    solved: int


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check, in order, on one day.

    Those that stand in a `baseline` are left out, and those that were there `since` an earlier revision. `history` is
    how far git's reaches: `full`, `shallow` or `none`.
    """

    as_of: date
    findings: tuple[Finding, ...]
    baseline: Standing | None = None
    since: str = ""
    history: str = "none"

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, *, strict: bool = False) -> bool:
        """Whether the portal may not be published: an error, or with `strict` a warning."""
        worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(finding.severity in worst for finding in self.findings)
