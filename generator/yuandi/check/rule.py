"""What a rule is: a permanent code, a name that is the offence, a severity, and a function over the portal.

A rule about wording reads one text at a time, with the portal's vocabulary, and knows nothing else of the portal. So it
can run on a single entry, in any process, and its findings hold until the text or the vocabulary changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.check.readable_text import Prose, Signs
from yuandi.check.rule_page import RulePage, parse_rule_page
from yuandi.check.vocabulary import Vocabulary
from yuandi.content.entry import Entry
from yuandi.markdown.links import Link
from yuandi.page_plan.planned_portal import PlannedPortal

Check = Callable[[PlannedPortal], Iterator[Finding]]
Traits = Callable[[Entry[Any]], Iterable[str]]
"""Return the traits of an entry: on two entries without a common trait a rule says what it says on each alone."""
Read = Callable[[Prose, Vocabulary], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class OtherFindings:
    """The findings of the other rules by code, waived or not; `unasked` are the codes of rules that did not run."""

    findings: Mapping[str, Sequence[Finding]]
    unasked: frozenset[str]


Judge = Callable[[PlannedPortal, OtherFindings], Iterator[Finding]]


class Scope(StrEnum):
    """What a rule looks at: when a body is edited, no more is asked again than what may see it.

    tests/check/test_scopes.py runs every rule on less than the whole portal, and compares.
    """

    HEADS = "heads"
    """Front matter, data and files. Nothing of a body."""

    ENTRY = "entry"
    """One entry after the other, front matter and body, with `_data`. Nothing of another entry, and no file."""

    LINKS = "links"
    """As HEADS, and the links of bodies. On which links it is silent, `silent_on` tells."""

    FILES = "files"
    """As HEADS, and which files bodies name."""

    PORTAL = "portal"
    """Bodies beside other bodies. With `traits`: only beside those that share a trait."""

    FINDINGS = "findings"
    """What the other rules have found."""


class AtOnce(StrEnum):
    """What an editor asks a rule at once while somebody types; all rules are asked again when it is quiet."""

    FILE = "file"
    """Of the file that changes, entry or data: the rule says what is wrong with how it is written."""

    ENTRY = "entry"
    """Of the entry that changes: the rule says of one entry what it says of it among all, given what is known of the
    others (tests/lsp/test_session.py compares)."""

    NEVER = "never"
    """Nothing: it needs to see more than one entry, or takes too long."""


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """A link in a body that was edited, and what is known of where it leads without reading the portal."""

    link: Link
    leads: str | None
    """The address that it leads to; None where there is nothing, or nothing that this build shows."""
    is_page: bool
    is_direct: bool
    """Whether it leads to the very path that it names."""
    is_public: bool
    """Whether the build is for everybody, so that every page of it is public."""


SilentOn = Callable[[LinkSeen], bool]
"""Whether a rule about links can have nothing to say of one. In doubt it is False: then all of the portal is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: it checks the portal, reads one text, or judges what the others found.

    Its page, `<module>.md` beside the module, is documentation and test.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    at_once: AtOnce
    check: Check | None = None
    read: Read | None = None
    judge: Judge | None = None
    traits: Traits | None = None
    silent_on: SilentOn | None = None
    """Of a rule about links: on which of them it is silent."""
    of_bodies: bool = False
    """Of a rule about wording: whether it leaves titles and summaries alone."""
    signs: Signs | None = None
    """Of a rule about wording: what stands in every text that it finds anything in."""

    @property
    def module(self) -> str:
        """The name of its module, which its page shares."""
        function = self.check or self.read or self.judge
        return function.__module__.rpartition(".")[2] if function else ""

    @property
    def page(self) -> RulePage:
        """The rule's page in both languages, with its examples."""
        file = f"{self.module}.md"
        return parse_rule_page(file, (files("yuandi.check.rules") / file).read_text(encoding="utf-8"))


def rule(
    code: str, name: str, severity: Severity, scope: Scope, at_once: AtOnce, *, traits: Traits | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields findings with `at`, `message` and `hint`."""
    return lambda check: Rule(
        code=code, name=name, severity=severity, scope=scope, at_once=at_once, check=check, traits=traits
    )


def link_rule(
    code: str, name: str, severity: Severity, at_once: AtOnce, silent_on: SilentOn
) -> Callable[[Check], Rule]:
    """Make a rule of a function that looks at front matter, data and files, and at the links of bodies."""
    return lambda check: Rule(
        code=code,
        name=name,
        severity=severity,
        scope=Scope.LINKS,
        at_once=at_once,
        check=check,
        silent_on=silent_on,
    )


def text_rule(
    code: str, name: str, severity: Severity, *, of_bodies: bool = False, signs: Iterable[str] = ()
) -> Callable[[Read], Rule]:
    """Make a rule of a function that yields what it finds in one text. With `signs`, only texts with one of them are read."""
    known = Signs.of(tuple(signs)) if signs else None
    return lambda read: Rule(
        code=code,
        name=name,
        severity=severity,
        scope=Scope.ENTRY,
        at_once=AtOnce.ENTRY,
        read=read,
        of_bodies=of_bodies,
        signs=known,
    )


def last_rule(code: str, name: str, severity: Severity) -> Callable[[Judge], Rule]:
    """Make a rule of a function that is asked when all others have been."""
    return lambda judge: Rule(
        code=code, name=name, severity=severity, scope=Scope.FINDINGS, at_once=AtOnce.NEVER, judge=judge
    )
