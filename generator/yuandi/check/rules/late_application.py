"""SEL003: an application that was submitted after the deadline."""

from collections.abc import Iterator
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import covers, in_force, standards
from yuandi.content.entry import Entry
from yuandi.entry_types import Application, Measure
from yuandi.facts.standing import weighed
from yuandi.measures.applications import last_day
from yuandi.portal.portal import Portal


@rule("SEL003", "late-application", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def late_application(portal: Portal) -> Iterator[Finding]:
    """`submitted` is after the deadline of the policy."""
    dues = [
        standard for measure in portal.policy.measures if _is_due(measure) for standard in standards(portal, measure)
    ]
    for entry in weighed(portal, Application) if dues else ():
        submitted, year = entry.record.submitted, entry.record.year
        for standard in dues:
            measure = standard.measure
            if not in_force(measure, year) or not _asks(portal, measure, entry):
                continue
            last = last_day(measure.due or "", year)
            if last and (submitted >= last if measure.strict else submitted > last):
                yield Finding(entry.at("submitted"), _message(measure, submitted, last), _HINT, standard.severity)


_HINT = Text(
    "核对报送日期；确属迟报的，写明豁免。", "Check the date. If the application was late, add an exception to `waive`."
)


def _is_due(measure: Measure) -> bool:
    of = measure.measure
    return measure.code == "SEL-05" or (of is not None and "application" in (of.presence, of.count))


def _asks(portal: Portal, measure: Measure, entry: Entry[Application]) -> bool:
    """Whether a measure covers an application, by its subject and its category."""
    wanted = measure.measure.where.get("category") if measure.measure else None
    of_category = wanted is None or entry.record.category in (wanted if isinstance(wanted, list) else [wanted])
    return of_category and covers(portal, measure.subject, entry, with_lower=True)


def _message(measure: Measure, submitted: date, last: date) -> Text:
    until = ("须早于", "before") if measure.strict else ("不得晚于", "no later than")
    return Text(
        f"{submitted} 报送，{measure.code} 要求{until[0]} {last}。",
        f"Submitted on {submitted}; {measure.code} requires it {until[1]} {last}.",
    )
