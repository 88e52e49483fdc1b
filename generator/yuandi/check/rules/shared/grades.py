"""The grade of a total, and the grades that a subject was given: shared by the rules about assessments and eligibility."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yuandi.check.rules.shared.honours import actor
from yuandi.entry_types import Assessment
from yuandi.entry_types.data_types.policy import Band
from yuandi.entry_types.dates import Period
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal


@dataclass(frozen=True, slots=True)
class Given:
    """One grade of a subject, with the period and the date of the assessment."""

    grade: str
    period: Period
    day: date


def bands(portal: Portal) -> Sequence[Band]:
    """Return the grades with their lower bounds: `grades` of the policy, otherwise the cases of ASM-01 that have a title."""
    measure = portal.measure("ASM-01")
    cases = measure.cases if measure and not measure.off else ()
    of_cases = [Band(name=case.title, min=case.lowest) for case in cases if case.title]
    return portal.policy.in_force.grades or of_cases


def band(grades: Sequence[Band], total: float) -> str | None:
    """Return the grade of a total: the band with the highest lower bound that it reaches. None if there is no such band."""
    bounded = [grade for grade in grades if grade.min is not None]
    reached = [grade for grade in bounded if (grade.min or 0) <= total]
    if reached:
        return max(reached, key=lambda grade: grade.min or 0).name
    rest = [grade.name for grade in grades if grade.min is None]
    return rest[0] if bounded and len(rest) == 1 else None


def grades_by_subject(portal: Portal) -> Mapping[tuple[str, str], list[Given]]:
    """Return the grades of all assessments that count, by the kind and id of the subject, the latest last."""
    found: dict[tuple[str, str], list[Given]] = {}
    known = bands(portal)
    for entry in sorted(weighed(portal, Assessment), key=lambda entry: (entry.record.date, entry.path)):
        record = entry.record
        single = [(record.subject, record.grade, record.total)] if record.subject else []
        for word, grade, total in [*single, *((result.ref, result.grade, result.total) for result in record.results)]:
            target = actor(portal, word)
            given_grade = grade or (band(known, total) if total is not None else None)
            if target and given_grade:
                given = Given(given_grade.strip(), record.period, record.date)
                found.setdefault((type(target).__name__, target.id), []).append(given)
    return found


def excluding_grade(given: Sequence[Given], year: int, until: date, excluding: Sequence[str]) -> str | None:
    """Return the grade that excludes from the honours of a year; among assessments of the whole year the latest counts."""
    of_year = [
        grade for grade in given if grade.period.first.year == year == grade.period.last.year and grade.day <= until
    ]
    whole = [grade for grade in of_year if (grade.period.first.month, grade.period.last.month) == (1, 12)]
    return next((grade.grade for grade in whole[-1:] or of_year if grade.grade in excluding), None)
