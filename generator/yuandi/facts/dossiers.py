"""What belongs into whose dossier (学习档案) of which year: one look at every entry, for all people, units and groups.

Content and days in, values out. A portal needs to know which dossiers there are, so this stands below it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types import (
    Application,
    Article,
    Assessment,
    Competition,
    Fund,
    HonourChange,
    HonourRoll,
    Inspection,
    LectureSeries,
    Notice,
    Page,
    PersonalPlan,
    Plan,
    Project,
    Record,
    Session,
    StudyRecord,
    Summary,
)
from yuandi.entry_types.dates import FIRST_YEAR, LAST_YEAR, to_period
from yuandi.entry_types.record import Range
from yuandi.entry_types.values import Choice
from yuandi.facts.attendance import Seat, host_of, seats
from yuandi.facts.standing import counted, is_revoked
from yuandi.lookups.content_lookups import Lookups

Whose = tuple[str, str]
"""A kind of subject, `person`, `unit` or `group`, and its id."""

LEAST = 3
"""A dossier of fewer things tells no more than the subject's own page."""


class Chapter(Choice):
    """The chapters of a dossier, in their order."""

    PLANS = "plans", "计划与方案"
    TASKS = "tasks", "承担任务"
    HOSTED = "hosted", "组织学习"
    ATTENDED = "attended", "参加学习"
    GIVEN = "given", "主讲与主持"
    STUDIED = "studied", "自学与笔记"
    WRITTEN = "written", "文章"
    PROJECTS = "projects", "行动学习课题"
    ISSUED = "issued", "发布的文件与信息"
    CIRCULARS = "circulars", "检查与通报"
    ASSESSED = "assessed", "考核"
    APPLIED = "applied", "申报"
    HONOURED = "honoured", "荣誉"
    COMPETED = "competed", "竞赛"
    FUNDED = "funded", "经费"


@dataclass(frozen=True, slots=True)
class Filed:
    """One thing in a dossier: the entry, the part of it that is meant, the role or the seat of the subject in it."""

    chapter: Chapter
    entry: Entry[Any]
    part: Any = None
    role: str = ""
    seat: Seat | None = None

    @property
    def record(self) -> Any:
        """What is told of: the part, or the entry as a whole."""
        return self.entry.record if self.part is None else self.part


Dossier = tuple[Filed, ...]
_Filing = tuple[str, int, Filed]


@dataclass(frozen=True)
class Dossiers:
    """All dossiers of some entries on a day."""

    lookups: Lookups
    entries: tuple[Entry[Any], ...]
    as_of: date

    @cached_property
    def by_subject(self) -> Mapping[Whose, Mapping[int, Dossier]]:
        """The dossiers that tell enough, by subject and by year, the newest year first."""
        kept = {
            whose: {year: tuple(filed) for year, filed in sorted(years.items(), reverse=True) if _tells(filed)}
            for whose, years in self.everything.items()
        }
        return {whose: years for whose, years in kept.items() if years}

    def of(self, kind: str, identifier: str) -> Mapping[int, Dossier]:
        """The dossiers of one subject by year, the newest first."""
        return self.by_subject.get((kind, identifier), {})

    def filed(self, kind: str, identifier: str, *chapters: Chapter) -> Iterator[Filed]:
        """What is filed of a subject in some chapters, of all years, the newest year first."""
        years = self.everything.get((kind, identifier), {})
        for year in sorted(years, reverse=True):
            yield from (one for one in years[year] if one.chapter in chapters)

    @cached_property
    def everything(self) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        """All that is filed, also where it is too little for a dossier."""
        return self._filed_of(counted(self.lookups, self.entries, self.as_of))

    @cached_property
    def revoked(self) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        """What would be filed, had it not been revoked: it is shown struck and counts nowhere."""
        return self._filed_of(entry for entry in self.entries if is_revoked(entry))

    def _filed_of(self, entries: Iterable[Entry[Any]]) -> Mapping[Whose, Mapping[int, list[Filed]]]:
        found: dict[Whose, dict[int, list[Filed]]] = {}
        for entry in entries:
            if isinstance(entry.record, Page):
                continue
            seen: set[tuple[Whose, int, Chapter, str, int]] = set()
            for word, year, filed in self._filings(entry):
                for whose in self._whose(word):
                    key = (whose, year, filed.chapter, filed.role, id(filed.part))
                    if key not in seen:
                        seen.add(key)
                        found.setdefault(whose, {}).setdefault(year, []).append(filed)
        return found

    def _whose(self, word: str) -> Iterator[Whose]:
        """Whom a word names; what a group did its unit did too."""
        if person := self.lookups.people.find(word):
            yield "person", person.id
        elif unit := self.lookups.units.find(word):
            yield "unit", unit.id
        elif group := self.lookups.groups.find(word):
            yield "group", group.id
            if group.unit and (above := self.lookups.units.find(group.unit)):
                yield "unit", above.id

    def _filings(self, entry: Entry[Any]) -> Iterator[_Filing]:
        """What an entry gives to dossiers: the word that names whose, of which year, what."""
        filings: _Filings = _FILINGS.get(type(entry.record), _issued)
        yield from filings(self, entry)
        record = entry.record
        if record.date and type(record) is not Article:
            for author in dict.fromkeys((*record.authors, *((record.author,) if record.author else ()))):
                yield author, record.date.year, Filed(Chapter.ISSUED, entry)

    def held(self, entry: Entry[Any], one: Any) -> Iterator[_Filing]:
        """The parts in a session, of its own entry or inside a series; what is still to come is not filed."""
        if one.start.date() > self.as_of:
            return
        year = one.start.year
        part = None if one is entry.record else one
        if host := host_of(entry, one):
            yield host, year, Filed(Chapter.HOSTED, entry, part)
        for lecturer in one.lecturers:
            yield lecturer, year, Filed(Chapter.GIVEN, entry, part, "主讲")
        if one.chair:
            yield one.chair, year, Filed(Chapter.GIVEN, entry, part, "主持")
        for seat in seats(self.lookups, entry, one, self.as_of):
            yield seat.person, year, Filed(Chapter.ATTENDED, entry, part, seat=seat)

    def rows(self, entry: Entry[StudyRecord]) -> Iterator[tuple[str, int, Mapping[str, str]]]:
        """The rows of a study record's table: whose, of which year, the cells."""
        table = self.lookups.tables.get(named(entry.path, entry.record.csv or ""))
        for _, row in table.rows if table else ():
            if row.get("person"):
                yield row["person"], _year_of(row.get("period", "")) or entry.record.period.first.year, row


def _tells(filed: list[Filed]) -> bool:
    """Whether there are enough things; two roles in one of them are one thing."""
    return len({(one.entry.path, id(one.part)) for one in filed}) >= LEAST


def _year_of(period: str) -> int | None:
    try:
        return to_period(period).first.year
    except ValueError:
        return None


def years_of(span: Range, as_of: date) -> range:
    """The years of a span that have begun, and its first."""
    first, last = max(span.start.year, FIRST_YEAR), min(span.end.year, LAST_YEAR)
    return range(first, max(first, min(last, as_of.year)) + 1)


def _issued(_: Dossiers, entry: Entry[Any]) -> Iterator[_Filing]:
    record = entry.record
    if record.unit and record.date:
        yield record.unit, record.date.year, Filed(Chapter.ISSUED, entry)


def _notice(dossiers: Dossiers, entry: Entry[Notice]) -> Iterator[_Filing]:
    yield from _issued(dossiers, entry)
    for one in entry.record.subjects:
        yield one.ref, _year(entry), Filed(Chapter.CIRCULARS, entry, one)


def _inspection(_: Dossiers, entry: Entry[Inspection]) -> Iterator[_Filing]:
    yield entry.record.inspector, _year(entry), Filed(Chapter.CIRCULARS, entry, role="检查人")
    for one in entry.record.findings:
        yield one.ref, _year(entry), Filed(Chapter.CIRCULARS, entry, one)


def _plan(dossiers: Dossiers, entry: Entry[Plan]) -> Iterator[_Filing]:
    record = entry.record
    owners = dict.fromkeys((*((record.unit,) if record.unit else ()), *record.groups))
    for year in years_of(record.span, dossiers.as_of):
        yield from ((word, year, Filed(Chapter.PLANS, entry)) for word in owners)
    for task in record.tasks:
        year = (task.done or task.due or record.span.start).year
        yield from ((word, year, Filed(Chapter.TASKS, entry, task)) for word in (task.unit, task.person) if word)


def _personal_plan(_: Dossiers, entry: Entry[PersonalPlan]) -> Iterator[_Filing]:
    yield entry.record.person, entry.record.year, Filed(Chapter.PLANS, entry)


def _session(dossiers: Dossiers, entry: Entry[Session]) -> Iterator[_Filing]:
    yield from dossiers.held(entry, entry.record)


def _series(dossiers: Dossiers, entry: Entry[LectureSeries]) -> Iterator[_Filing]:
    yield entry.record.host, entry.record.period.first.year, Filed(Chapter.PLANS, entry)
    for one in entry.record.sessions:
        yield from dossiers.held(entry, one)


def _study_record(dossiers: Dossiers, entry: Entry[StudyRecord]) -> Iterator[_Filing]:
    if entry.record.person:
        yield entry.record.person, entry.record.period.first.year, Filed(Chapter.STUDIED, entry)
    for person, year, row in dossiers.rows(entry):
        yield person, year, Filed(Chapter.STUDIED, entry, row)


def _article(_: Dossiers, entry: Entry[Article]) -> Iterator[_Filing]:
    words = (*entry.record.authors, *((entry.record.unit,) if entry.record.unit else ()))
    yield from ((word, _year(entry), Filed(Chapter.WRITTEN, entry)) for word in dict.fromkeys(words))


def _project(dossiers: Dossiers, entry: Entry[Project]) -> Iterator[_Filing]:
    record = entry.record
    for year in years_of(record.span, dossiers.as_of):
        for word, role in team_of(record):
            yield word, year, Filed(Chapter.PROJECTS, entry, role=role)


def team_of(record: Project) -> Iterator[tuple[str, str]]:
    """Everybody with a part in a project, and which."""
    yield record.unit, "承担单位"
    yield record.convener, "召集人"
    yield from ((one.person, one.role or "成员") for one in record.team)
    yield from ((word, "促进师") for word in record.facilitators)


def _assessment(_: Dossiers, entry: Entry[Assessment]) -> Iterator[_Filing]:
    record = entry.record
    year = record.period.first.year
    if record.subject:
        yield record.subject, year, Filed(Chapter.ASSESSED, entry)
    yield from ((one.ref, year, Filed(Chapter.ASSESSED, entry, one)) for one in record.results)


def _application(_: Dossiers, entry: Entry[Application]) -> Iterator[_Filing]:
    yield entry.record.subject, entry.record.year, Filed(Chapter.APPLIED, entry)


def _honour_roll(_: Dossiers, entry: Entry[HonourRoll]) -> Iterator[_Filing]:
    for one in entry.record.entries:
        for word in dict.fromkeys(filter(None, (one.ref, one.unit))):
            yield word, entry.record.year, Filed(Chapter.HONOURED, entry, one)


def _competition(_: Dossiers, entry: Entry[Competition]) -> Iterator[_Filing]:
    yield from ((one.ref, _year(entry), Filed(Chapter.COMPETED, entry, one)) for one in entry.record.results)


def _fund(_: Dossiers, entry: Entry[Fund]) -> Iterator[_Filing]:
    yield entry.record.unit, entry.record.year, Filed(Chapter.FUNDED, entry)


def _summary(_: Dossiers, entry: Entry[Summary]) -> Iterator[_Filing]:
    if entry.record.unit:
        yield entry.record.unit, entry.record.period.first.year, Filed(Chapter.ISSUED, entry)


def _nothing(_: Dossiers, __: Entry[HonourChange]) -> Iterator[_Filing]:
    """A change of a title is told where the title stands."""
    yield from ()


def _year(entry: Entry[Any]) -> int:
    return int(entry.record.date.year)


_Filings = Callable[[Dossiers, Any], Iterator[_Filing]]
_FILINGS: Mapping[type[Record], _Filings] = {
    Notice: _notice,
    Inspection: _inspection,
    Plan: _plan,
    PersonalPlan: _personal_plan,
    Session: _session,
    LectureSeries: _series,
    StudyRecord: _study_record,
    Article: _article,
    Project: _project,
    Assessment: _assessment,
    Application: _application,
    HonourRoll: _honour_roll,
    HonourChange: _nothing,
    Competition: _competition,
    Fund: _fund,
    Summary: _summary,
}
