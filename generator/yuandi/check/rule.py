"""What a rule is: a permanent code, a name that is the offence, a severity, and a function over the portal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from yuandi.diagnostics import Finding, Severity
from yuandi.portal import Portal

Check = Callable[[Portal], Iterator[Finding]]


class Scope(StrEnum):
    """What a rule looks at: when a body is edited, no more is asked again than what may see it.

    tests/check/test_scopes.py runs every rule on less than the whole portal, and compares.
    """

    HEADS = "heads"
    """Front matter, data and files. Nothing of a body."""

    ENTRY = "entry"
    """One entry after the other, front matter and body, with `_data`. Nothing of another entry, and no file."""

    LINKS = "links"
    """As HEADS, and the links of bodies. Says nothing of a link to an entry that a public build shows."""

    PORTAL = "portal"
    """Everything, also bodies beside other bodies."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its page, `<module>.md` beside the module, is documentation and test at once."""

    code: str
    name: str
    severity: Severity
    check: Check
    scope: Scope = Scope.HEADS

    @property
    def page(self) -> str:
        """The rule's page, Markdown in both languages."""
        module = self.check.__module__.rpartition(".")[2]
        return (files("yuandi.check.rules") / f"{module}.md").read_text(encoding="utf-8")


def rule(code: str, name: str, severity: Severity, scope: Scope = Scope.HEADS) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields findings with `at`, `message` and `hint`."""
    return lambda check: Rule(code, name, severity, check, scope)
