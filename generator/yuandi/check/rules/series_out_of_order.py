"""SES003: sessions of a series whose numbers and dates disagree."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.order import out_of_order
from yuandi.check.rules.shared.sessions import HeldSession, by_series
from yuandi.portal.portal import Portal


@rule("SES003", "series-out-of-order", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def series_out_of_order(portal: Portal) -> Iterator[Finding]:
    """The numbers of the sessions of a lecture series repeat, or do not ascend with time."""
    for sessions in by_series(portal).values():
        numbered = [(held.session.no, held) for held in sessions if held.session.no is not None]
        numbered.sort(key=lambda pair: (pair[1].session.start, pair[0], pair[1].order))
        for place, other in out_of_order(number for number, _ in numbered):
            yield _finding(numbered[place][1], numbered[other][1])


def _finding(held: HeldSession, other: HeldSession) -> Finding:
    key, number = held.key("no"), held.session.no
    when = f"{other.session.start:%Y-%m-%d}"
    if number == other.session.no:
        message = Text(
            f"`{key}: {number}` 与 {when} 那一场重复。", f"`{key}: {number}` is already used for the session on {when}."
        )
    else:
        message = Text(
            f"`{key}: {number}` 排在第 {other.session.no} 场（{when}）之后。",
            f"`{key}: {number}` comes after number {other.session.no} ({when}).",
        )
    return Finding(held.at("no"), message, Text("核对场次与时间。", "Check the number and the time."))
