"""The function that makes each chapter."""

from collections.abc import Callable, Mapping, Sequence

from yuandi.entry_types.entry_type import Chapter
from yuandi.facts.dossiers import Filed
from yuandi.pages.dossier import merits, study, work
from yuandi.pages.dossier.table import Section
from yuandi.pages.shown import Shown

SECTIONS: Mapping[Chapter, Callable[[Shown, Sequence[Filed], str], Section]] = {
    Chapter.PLANS: work.plans,
    Chapter.TASKS: work.tasks,
    Chapter.HOSTED: study.hosted,
    Chapter.ATTENDED: study.attended,
    Chapter.GIVEN: study.gave,
    Chapter.STUDIED: study.studied,
    Chapter.WRITTEN: work.written,
    Chapter.PROJECTS: work.projects,
    Chapter.ISSUED: work.issued,
    Chapter.CIRCULARS: work.circulars,
    Chapter.ASSESSED: merits.assessed,
    Chapter.APPLIED: merits.applied,
    Chapter.HONOURED: merits.honoured,
    Chapter.COMPETED: merits.competed,
    Chapter.FUNDED: work.funded,
}
