"""HON002: a revoked title that is still counted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.honours import Actor, actor, honoured_actor
from yuandi.content.entry import Entry
from yuandi.entry_types import Application, HonourChange, HonourRoll, Notice
from yuandi.entry_types.application import Condition
from yuandi.entry_types.honour_change import ChangeAction
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal

_HINT = Text("撤销以后的称号不再作为条件。", "A revoked title no longer counts.")
_SEPARATORS = re.compile(r"[、，,;；/]")
_TAKEN_BACK = re.compile("撤销|取消|收回|整改|批评")


@dataclass(frozen=True, slots=True, eq=False)
class _Title:
    """A title that was changed: its holder, its roll, and its changes, the latest last."""

    holder: Actor
    roll: Entry[HonourRoll]
    changes: tuple[Entry[HonourChange], ...]

    def revoked_on(self, day: date) -> date | None:
        """Return since when the title is revoked, as known on a day; None if it is not revoked."""
        until = [change for change in self.changes if _day(change) <= day]
        return _day(until[-1]) if until and until[-1].record.action is ChangeAction.REVOKE else None

    def is_meant_in(self, words: str) -> bool:
        """Whether words name the title with its year (「2024年度学习型组织」) without saying that it was revoked."""
        if str(self.roll.record.year) not in words or _TAKEN_BACK.search(words):
            return False
        awards = (award.strip() for award in _SEPARATORS.split(self.roll.record.award))
        return any(award in words for award in awards if award)


@dataclass(frozen=True, slots=True)
class _Titles:
    """All titles that were changed, by the id of their roll and by holder."""

    by_roll: Mapping[str, list[_Title]]
    by_holder: Mapping[tuple[type, str], list[_Title]]

    def of(self, holder: Actor | None) -> list[_Title]:
        """Return the changed titles of a holder."""
        return self.by_holder.get((type(holder), holder.id), []) if holder else []


@rule("HON002", "revoked-still-shown", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def revoked_still_shown(portal: Portal) -> Iterator[Finding]:
    """An application or another entry counts a revoked title as a condition that is met."""
    titles = _titles(portal)
    if titles.by_roll:
        yield from _in_conditions(portal, titles)
        yield from _in_reasons(portal, titles)
        yield from _in_notices(portal, titles)


def _titles(portal: Portal) -> _Titles:
    changes: dict[tuple[type, str, str], list[Entry[HonourChange]]] = {}
    found: dict[tuple[type, str, str], tuple[Actor, Entry[HonourRoll]]] = {}
    for change in sorted(weighed(portal, HonourChange), key=lambda change: (_day(change), change.path)):
        holder, roll = actor(portal, change.record.ref), portal.named_by(change, change.record.honour)
        if holder and roll and isinstance(roll.record, HonourRoll):
            key = (type(holder), holder.id, roll.id)
            changes.setdefault(key, []).append(change)
            found[key] = (holder, roll)
    by_roll: dict[str, list[_Title]] = {}
    by_holder: dict[tuple[type, str], list[_Title]] = {}
    for key, of_title in changes.items():
        title = _Title(*found[key], tuple(of_title))
        by_roll.setdefault(title.roll.id, []).append(title)
        by_holder.setdefault(key[:2], []).append(title)
    return _Titles(by_roll, by_holder)


def _day(change: Entry[HonourChange]) -> date:
    return change.record.effective or change.record.date


def _in_conditions(portal: Portal, titles: _Titles) -> Iterator[Finding]:
    for entry in weighed(portal, Application):
        day = entry.record.submitted
        own = titles.of(actor(portal, entry.record.subject))
        for index, condition in enumerate(entry.record.conditions):
            for title in _counted(portal, entry, condition, own, titles) if condition.met else ():
                if since := title.revoked_on(day):
                    key = "evidence" if condition.evidence else "name"
                    yield _finding(entry.at("conditions", index, key), title, since)


def _counted(
    portal: Portal, entry: Entry[Application], condition: Condition, own: list[_Title], titles: _Titles
) -> Iterator[_Title]:
    """Yield the titles that a condition relies on: by its evidence, otherwise by its words."""
    words = f"{condition.name} {condition.note or ''}"
    evidence = portal.named_by(entry, condition.evidence) if condition.evidence else None
    if evidence and isinstance(evidence.record, HonourRoll):
        of_roll = titles.by_roll.get(evidence.id, ())
        yield from (title for title in of_roll if title in own or title.holder.name in words)
    else:
        yield from (title for title in own if title.is_meant_in(words))


def _in_reasons(portal: Portal, titles: _Titles) -> Iterator[Finding]:
    for roll in weighed(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            for title in titles.of(honoured_actor(portal, line)) if line.reason else ():
                since = title.revoked_on(roll.record.date) if title.is_meant_in(line.reason or "") else None
                if since:
                    yield _finding(roll.at("entries", index, "reason"), title, since)


def _in_notices(portal: Portal, titles: _Titles) -> Iterator[Finding]:
    """Yield notices with the roll as their basis and the former holder as a subject."""
    for notice in weighed(portal, Notice):
        bases = [base.id for word in notice.record.basis if (base := portal.named_by(notice, word))]
        of_bases = [title for base in bases for title in titles.by_roll.get(base, ())]
        for index, subject in enumerate(notice.record.subjects if of_bases else ()):
            speaks_of_it = _TAKEN_BACK.search(f"{notice.record.title} {subject.result or ''}")
            for title in titles.of(actor(portal, subject.ref)) if not speaks_of_it else ():
                since = title.revoked_on(notice.record.date) if title in of_bases else None
                if since:
                    yield _finding(notice.at("subjects", index, "ref"), title, since)


def _finding(at: Location, title: _Title, since: date) -> Finding:
    record = title.roll.record
    return Finding(
        at,
        Text(
            f"“{title.holder.name}” {record.year} 年的“{record.award}”称号 {since} 起已撤销。",
            f"The title `{record.award}` of {title.holder.name} for {record.year} was revoked on {since}.",
        ),
        _HINT,
    )
