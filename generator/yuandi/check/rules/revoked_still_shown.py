"""HON002: a title that was taken back is counted as if it still were there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.check.rule import rule
from yuandi.check.rules._honours import Actor, actor, honoured, standing
from yuandi.diagnostics import Finding, Severity
from yuandi.entry import Entry
from yuandi.models import Application, HonourChange, HonourRoll, Notice
from yuandi.models.honour_change import ChangeAction
from yuandi.portal import Portal
from yuandi.source import Location
from yuandi.text import Text

_HINT = Text("撤销以后的称号不再作为条件。", "A title that was taken back counts no longer.")
_SEPARATORS = re.compile(r"[、，,;；/]")
_TAKEN_BACK = re.compile("撤销|取消|收回|整改|批评")


@dataclass(frozen=True, slots=True)
class _Title:
    """A title that was changed: whose, on which roll, and what was done about it, the latest last."""

    holder: Actor
    roll: Entry[HonourRoll]
    changes: tuple[Entry[HonourChange], ...]

    def revoked_on(self, day: date) -> date | None:
        """Since when it is taken back, as it stands on a day; None where it stands."""
        until = [one.record for one in self.changes if _day(one) <= day]
        is_revoked = until and until[-1].action is ChangeAction.REVOKE
        return max(_day(one) for one in self.changes if _day(one) <= day) if is_revoked else None

    def is_meant_in(self, words: str) -> bool:
        """Whether words name the title with its year, 「2024年度学习型组织」, and do not say what became of it."""
        awards = [award.strip() for award in _SEPARATORS.split(self.roll.record.award) if award.strip()]
        named = str(self.roll.record.year) in words and any(award in words for award in awards)
        return named and not _TAKEN_BACK.search(words)


@rule("HON002", "revoked-still-shown", Severity.ERROR)
def revoked_still_shown(portal: Portal) -> Iterator[Finding]:
    """An application or another entry counts a revoked title as a fulfilled condition."""
    titles = _titles(portal)
    if titles:
        yield from _in_conditions(portal, titles)
        yield from _in_reasons(portal, titles)
        yield from _in_notices(portal, titles)


def _titles(portal: Portal) -> list[_Title]:
    changes: dict[tuple[str, str, str], list[Entry[HonourChange]]] = {}
    found: dict[tuple[str, str, str], tuple[Actor, Entry[Any]]] = {}
    for change in sorted(standing(portal, HonourChange), key=lambda change: (_day(change), change.path)):
        holder, roll = actor(portal, change.record.ref), portal.named_by(change, change.record.honour)
        if holder and roll and isinstance(roll.record, HonourRoll):
            key = (type(holder).__name__, holder.id, roll.id)
            changes.setdefault(key, []).append(change)
            found[key] = (holder, roll)
    return [_Title(*found[key], tuple(of_title)) for key, of_title in changes.items()]


def _day(change: Entry[HonourChange]) -> date:
    return change.record.effective or change.record.date


def _in_conditions(portal: Portal, titles: list[_Title]) -> Iterator[Finding]:
    for entry in standing(portal, Application):
        record = entry.record
        subject, day = actor(portal, record.subject), record.submitted or record.date
        for index, one in enumerate(record.conditions if subject else ()):
            evidence = portal.named_by(entry, one.evidence) if one.evidence else None
            words = f"{one.name} {one.note or ''}"
            for title in titles if one.met else ():
                is_own = title.holder is subject
                proves = evidence is title.roll and (is_own or title.holder.name in words)
                says = is_own and title.is_meant_in(words) and not (evidence and evidence.type.name == "honour-roll")
                if (proves or says) and (since := title.revoked_on(day)):
                    key = "evidence" if one.evidence else "name"
                    yield _finding(entry.at("conditions", index, key), title, since)


def _in_reasons(portal: Portal, titles: list[_Title]) -> Iterator[Finding]:
    for roll in standing(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            for title in titles if line.reason else ():
                is_meant = title.holder is honoured(portal, line) and title.is_meant_in(line.reason or "")
                if is_meant and (since := title.revoked_on(roll.record.date)):
                    yield _finding(roll.at("entries", index, "reason"), title, since)


def _in_notices(portal: Portal, titles: list[_Title]) -> Iterator[Finding]:
    """Notices that name the roll as their basis, and the former holder as a subject."""
    for notice in standing(portal, Notice):
        bases = [portal.named_by(notice, word) for word in notice.record.basis]
        for title in titles if notice.record.subjects else ():
            since = title.revoked_on(notice.record.date) if title.roll in bases else None
            for index, one in enumerate(notice.record.subjects if since else ()):
                speaks_of_it = _TAKEN_BACK.search(f"{notice.record.title} {one.result or ''}")
                if since and actor(portal, one.ref) is title.holder and not speaks_of_it:
                    yield _finding(notice.at("subjects", index, "ref"), title, since)


def _finding(at: Location, title: _Title, since: date) -> Finding:
    record = title.roll.record
    return Finding(
        at,
        Text(
            f"“{title.holder.name}” {record.year} 年的“{record.award}”称号 {since} 起已撤销。",
            f"The title `{record.award}` of {record.year} was taken back from {title.holder.name} on {since}.",
        ),
        _HINT,
    )
