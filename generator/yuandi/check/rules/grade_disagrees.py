"""ASM001: a grade that does not match the total."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.grades import band, bands
from yuandi.check.rules.shared.standards import figure
from yuandi.entry_types import Assessment
from yuandi.portal.portal import Portal


@rule("ASM001", "grade-disagrees", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def grade_disagrees(portal: Portal) -> Iterator[Finding]:
    """The grade is not the band of the total; a band begins with its lower bound."""
    grades = bands(portal)
    names = {grade_band.name for grade_band in grades}
    for entry in portal.of(Assessment) if any(grade_band.min is not None for grade_band in grades) else ():
        record = entry.record
        single = [(("grade",), record.total, record.grade)]
        many = [
            (("results", index, "grade"), result.total, result.grade) for index, result in enumerate(record.results)
        ]
        for path, total, grade in (*single, *many):
            if total is None or grade is None:
                continue
            right = band(grades, total)
            if grade.strip() != right and (right or grade.strip() in names):
                yield Finding(entry.at(*path), _message(total, grade, right), _HINT)


_HINT = Text(
    "改正总分或等次；等次的分数线在 _data/policy.yml 的“等次”。",
    "Correct the total or the grade. The lower bounds are in `grades` in _data/policy.yml.",
)


def _message(total: float, grade: str, right: str | None) -> Text:
    if right is None:
        return Text(f"{figure(total)} 分不到“{grade}”。", f"A total of {figure(total)} is below {grade}.")
    return Text(
        f"{figure(total)} 分应为“{right}”，写的是“{grade}”。",
        f"A total of {figure(total)} is graded {right}, not {grade}.",
    )
