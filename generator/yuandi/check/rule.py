"""What a rule is: a permanent code, a name that is the offence, a severity, and a function over the portal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from yuandi.diagnostics import Finding, Severity
from yuandi.portal import Portal

Check = Callable[[Portal], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its page, `<module>.md` beside the module, is documentation and test at once."""

    code: str
    name: str
    severity: Severity
    check: Check

    @property
    def page(self) -> str:
        """The rule's page, Markdown in both languages."""
        module = self.check.__module__.rpartition(".")[2]
        return (files("yuandi.check.rules") / f"{module}.md").read_text(encoding="utf-8")


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields findings with `at`, `message` and `hint`."""
    return lambda check: Rule(code, name, severity, check)
