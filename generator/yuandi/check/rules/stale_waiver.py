"""WVR001: a waiver that has ended or is not needed."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import OtherFindings, last_rule
from yuandi.check.waivers import HeldWaiver, waivers
from yuandi.portal.portal import Portal

_ELSEWHERE = "OUT"
"""The family of rules about the built site, whose findings the check does not know."""


@last_rule("WVR001", "stale-waiver", Severity.WARNING)
def stale_waiver(portal: Portal, found: OtherFindings) -> Iterator[Finding]:
    """A waiver that has ended, or that waives nothing."""
    for held in waivers(portal):
        code, until = held.waiver.code, held.waiver.until
        if until < portal.as_of:
            yield Finding(
                held.entry.at("waive", held.index),
                Text(f"对 `{code}` 的豁免已于 {until} 到期。", f"The waiver of `{code}` ended on {until}."),
                Text(
                    "改正内容后删去豁免，或经批准延期。",
                    "Correct the content and remove the waiver, or have the waiver extended.",
                ),
                about=code,
            )
        elif not _is_needed(held, found):
            yield Finding(
                held.entry.at("waive", held.index),
                Text(
                    f"对 `{code}` 的豁免没有用处：{_why(portal, held).zh}",
                    f"The waiver of `{code}` waives nothing: {_why(portal, held).en}",
                ),
                Text("删去这一项。", "Remove the waiver."),
                about=code,
            )


def _is_needed(held: HeldWaiver, found: OtherFindings) -> bool:
    """Whether a waiver covers a finding, or that is not known."""
    code = held.waiver.code
    if code in found.unasked or code.startswith(_ELSEWHERE):
        return True
    return any(map(held.covers, found.findings.get(code, ())))


def _why(portal: Portal, held: HeldWaiver) -> Text:
    if portal.policy.rules.get(held.waiver.code) == "off":
        return Text("这条规则已停用。", "the rule is off.")
    return Text("本条目没有这样的问题。", "the entry has no such finding.")
