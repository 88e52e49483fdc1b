"""SEL005: a subject that may not be selected, because of a grade, a category, its existence or an unmet condition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.grades import Given, excluding_grade, grades_by_subject
from yuandi.check.rules.shared.honours import Actor, actor, honoured_actor, is_rejected
from yuandi.content.entry import Entry
from yuandi.entry_types import Application, Group, HonourRoll, Person, Unit
from yuandi.entry_types.application import Condition
from yuandi.entry_types.kinds import category
from yuandi.facts.standing import weighed
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

_UNIT_KINDS = ("county-branch", "department", "internal-unit")
_HINT = Text(
    "核对对象与类别；不符合的，从名单中去掉。",
    "Check the subject and the category, and remove those who do not qualify.",
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody who applies or is honoured. `subject` and `category` are the paths of the fields that say so."""

    entry: Entry[HonourRoll] | Entry[Application]
    target: Actor
    subject: Path
    category: Path
    word: str
    year: int
    day: date
    grades_until: date


@rule("SEL005", "ineligible", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def ineligible(portal: Portal) -> Iterator[Finding]:
    """An excluded grade, a wrong category, a unit that did not exist, an unmet condition."""
    excluding = portal.policy.in_force.excluding_grades
    grades = grades_by_subject(portal) if excluding else {}
    kinds = {category(kind) for kind in (*_UNIT_KINDS, *(unit.kind for unit in portal.units if unit.kind))}
    for candidate in (*_honoured(portal), *_applicants(portal)):
        given = grades.get((type(candidate.target).__name__, candidate.target.id), ())
        messages = (
            (candidate.subject, _graded(candidate, given, excluding)),
            (candidate.category, _misplaced(candidate, kinds)),
            (candidate.subject, _absent(candidate.target, candidate.year, candidate.day)),
        )
        yield from (Finding(candidate.entry.at(*path), message, _HINT) for path, message in messages if message)
    yield from _units_of_honoured(portal)
    yield from _unmet(portal)


def _honoured(portal: Portal) -> Iterator[_Candidate]:
    for roll in weighed(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            if target := honoured_actor(portal, line):
                at, year = ("entries", index), roll.record.year
                subject = (*at, "ref" if line.ref else "name")
                yield _Candidate(
                    entry=roll,
                    target=target,
                    subject=subject,
                    category=(*at, "category"),
                    word=line.category,
                    year=year,
                    day=roll.record.date,
                    grades_until=date.max,
                )


def _applicants(portal: Portal) -> Iterator[_Candidate]:
    for entry in weighed(portal, Application):
        record = entry.record
        target, day = actor(portal, record.subject), record.submitted
        if target and not is_rejected(record):
            yield _Candidate(
                entry=entry,
                target=target,
                subject=("subject",),
                category=("category",),
                word=record.category,
                year=record.year,
                day=day,
                grades_until=day,
            )


def _graded(candidate: _Candidate, given: Sequence[Given], excluding: Sequence[str]) -> Text | None:
    grade = excluding_grade(given, candidate.year, candidate.grades_until, excluding)
    if grade is None:
        return None
    return Text(
        f"“{candidate.target.name}” {candidate.year} 年考核为“{grade}”，取消评选资格。",
        f"{candidate.target.name} was graded {grade} in {candidate.year}, which excludes them from honours.",
    )


def _misplaced(candidate: _Candidate, kinds: set[str]) -> Text | None:
    """Return what is wrong with a category: a person among units, a unit among people or among units of another kind."""
    label, kind = category(candidate.word), getattr(candidate.target, "kind", None)
    if isinstance(candidate.target, Person):
        fits = label not in kinds
    else:
        of_other_kind = isinstance(candidate.target, Unit) and kind and label in kinds and category(kind) != label
        fits = label != category("employee") and not of_other_kind
    if fits:
        return None
    what = Text(f"“{category(kind)}”", f"of kind `{kind}`") if kind else _WHAT[type(candidate.target)]
    return Text(
        f"“{candidate.target.name}”是{what.zh}，不属于“{label}”。",
        f"{candidate.target.name} is {what.en}, which does not belong to `{candidate.word}`.",
    )


_WHAT = {Person: Text("人员", "a person"), Unit: Text("单位", "a unit"), Group: Text("小组", "a group")}


def _absent(target: Actor, year: int, day: date) -> Text | None:
    """Return what is wrong with a unit that did not exist in the year, up to the day of the application or roll."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    until = min(last, day) if day >= first else last
    if not isinstance(target, Unit):
        return None
    if target.start and target.start > until:
        return Text(f"“{target.name}” {target.start} 才成立。", f"{target.name} did not exist before {target.start}.")
    if target.end and target.end < first:
        return Text(f"“{target.name}” {target.end} 已撤销。", f"{target.name} did not exist after {target.end}.")
    return None


def _units_of_honoured(portal: Portal) -> Iterator[Finding]:
    """Yield units of honoured people that did not exist in the year."""
    for roll in weighed(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            unit = portal.units.find(line.unit) if line.unit else None
            message = _absent(unit, roll.record.year, roll.record.date) if unit else None
            if message:
                yield Finding(roll.at("entries", index, "unit"), message, _HINT)


def _unmet(portal: Portal) -> Iterator[Finding]:
    """Yield unmet conditions: of applications, and of rejected applications whose subject is honoured all the same."""
    for entry in weighed(portal, Application):
        for index, condition in enumerate(entry.record.conditions):
            if not condition.met and not is_rejected(entry.record):
                yield Finding(entry.at("conditions", index, "met"), _not_met(condition), _TURN_DOWN)
    for roll in weighed(portal, HonourRoll):
        for index, line in enumerate(roll.record.entries):
            named = portal.named_by(roll, line.application) if line.application else None
            if named and isinstance(named.record, Application) and is_rejected(named.record):
                unmet = [condition for condition in named.record.conditions if not condition.met]
                if unmet:
                    yield Finding(roll.at("entries", index, "application"), _not_met(unmet[0]), _HINT)


_TURN_DOWN = Text(
    "不符合条件的不申报；未予受理的，在“意见”中写明。",
    "Withdraw the application. If it was turned down, say so in `opinions`.",
)


def _not_met(condition: Condition) -> Text:
    return Text(f"条件“{condition.name}”不符合。", f"The condition “{condition.name}” is not met.")
