"""SEL006: an honour without an application, where the policy asks for one."""

from collections.abc import Iterable, Iterator, Mapping

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.honours import actor, honoured_actor, is_rejected, shown_name
from yuandi.content.entry import Entry
from yuandi.entry_types import Application, HonourRoll
from yuandi.entry_types.honour_roll import Honoured
from yuandi.facts.standing import Purpose, counts_for, weighed
from yuandi.portal.portal import Portal

_HINT = Text(
    "写明经过受理的申报；没有申报的，从名单中去掉。", "Name an accepted application, or remove those who did not apply."
)


@rule("SEL006", "without-application", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def without_application(portal: Portal) -> Iterator[Finding]:
    """An honour without an accepted application, where the policy asks for one."""
    if not portal.policy.in_force.applications_required:
        return
    accepted = {entry.id: entry for entry in weighed(portal, Application) if _is_accepted(entry)}
    awards = _awards(portal, accepted.values())
    for roll in weighed(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            named = portal.named_by(roll, line.application) if line.application else None
            if named and isinstance(named.record, Application):
                message = _of_named(portal, roll.record, line, named, accepted)
            elif line.application or _has_applied(portal, roll.record, line, awards):
                continue
            else:
                name = shown_name(portal, line)
                message = Text(f"“{name}”没有对应的申报。", f"There is no application from {name}.")
            if message:
                yield Finding(roll.at("entries", index, "application"), message, _HINT)


def _is_accepted(application: Entry[Application]) -> bool:
    return counts_for(application, Purpose.NUMBERS) and not is_rejected(application.record)


_Awards = Mapping[tuple[type, str, int], set[str]]


def _awards(portal: Portal, accepted: Iterable[Entry[Application]]) -> _Awards:
    """Return the awards that each subject has applied for, by subject and year."""
    found: dict[tuple[type, str, int], set[str]] = {}
    for entry in accepted:
        if subject := actor(portal, entry.record.subject):
            found.setdefault((type(subject), subject.id, entry.record.year), set()).add(entry.record.award)
    return found


def _has_applied(portal: Portal, roll: HonourRoll, line: Honoured, awards: _Awards) -> bool:
    """Whether the subject of a line has applied for the award in the year."""
    target = honoured_actor(portal, line)
    known = awards.get((type(target), target.id, roll.year), ()) if target else ()
    return any(award in roll.award or roll.award in award for award in known)


def _of_named(
    portal: Portal,
    roll: HonourRoll,
    line: Honoured,
    entry: Entry[Application],
    accepted: Mapping[str, Entry[Application]],
) -> Text | None:
    """Return what is wrong with the application that a line names; None if nothing is."""
    target, subject = honoured_actor(portal, line), actor(portal, entry.record.subject)
    if entry.id not in accepted:
        return Text(f"申报 `{entry.id}` 没有通过。", f"The application `{entry.id}` was not accepted.")
    if subject and subject is not target:
        return Text(
            f"`{entry.id}` 是“{subject.name}”的申报，不是“{shown_name(portal, line)}”的。",
            f"`{entry.id}` is the application of {subject.name}, not of {shown_name(portal, line)}.",
        )
    if entry.record.year != roll.year:
        return Text(
            f"`{entry.id}` 是 {entry.record.year} 年的申报，不是 {roll.year} 年的。",
            f"`{entry.id}` is an application for {entry.record.year}, not for {roll.year}.",
        )
    return None
