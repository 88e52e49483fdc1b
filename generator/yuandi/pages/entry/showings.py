"""What each type shows of itself besides its text: facts and blocks, one function a type."""

from collections.abc import Callable
from typing import Any

from yuandi.content.entry import Entry
from yuandi.pages.entry import (
    assessment,
    book_list,
    honours,
    lists,
    notice,
    people,
    plan,
    project,
    session,
    work,
)
from yuandi.pages.entry.showing import Showing
from yuandi.pages.shown import Shown

Show = Callable[[Shown, Entry[Any]], Showing]

SHOWINGS: dict[str, Show] = {
    "plan": plan.plan,
    "personal-plan": people.personal_plan,
    "regulation": plan.regulation,
    "notice": notice.notice,
    "brief": notice.brief,
    "news": notice.news,
    "book-list": book_list.book_list,
    "lecture-series": session.lecture_series,
    "session": session.session,
    "study-record": people.study_record,
    "article": work.article,
    "project": project.project,
    "inspection": assessment.inspection,
    "assessment": assessment.assessment,
    "application": honours.application,
    "honour-roll": honours.honour_roll,
    "honour-change": honours.honour_change,
    "competition": lists.competition,
    "fund": lists.fund,
    "summary": lists.summary,
    "material": work.material,
}
