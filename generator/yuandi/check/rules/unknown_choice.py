"""FM006: a value outside its field's choices."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text, did_you_mean
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal


@rule("FM006", "unknown-choice", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def unknown_choice(portal: Portal) -> Iterator[Finding]:
    """A value outside the field's choices; the hint names the nearest."""
    for fault in portal.faults_of("FM006"):
        yield _finding(fault.at, fault.key, fault.value, fault.known)
    audiences = portal.settings.all_audiences
    for entry in portal.entries:
        if entry.record.visibility not in audiences:
            yield _finding(entry.at("visibility"), entry.origin.key("visibility"), entry.record.visibility, audiences)


def _finding(at: Location, key: str, value: str, known: tuple[str, ...]) -> Finding:
    choices = "、".join(f"`{choice}`" for choice in known)
    listed = Text(f"可选：{choices}。", f"Choices: {choices.replace('、', ', ')}.")
    message = Text(f"`{key}: {value}` 不在可选项之内。", f"`{key}: {value}` is not one of the choices.")
    return Finding(at, message, did_you_mean(value, known, listed))
