"""What other packages must know of a type of entry, defined once, in the file of the type.

No part of an `EntryType` has a default: mypy names a missing one, and a type states that it lacks something with
None or (). Fields are named by their paths: `team.person` is the `person` of each item of `team`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from yuandi.entry_types.record import Model, Record
from yuandi.entry_types.values import Choice
from yuandi.i18n import Message, in_context, message

SELF = ""
"""The path of the entry as a whole."""
ISSUER = ("unit", "author", "authors")
"""The subjects of an entry that names no other."""
RECIPIENTS = "to"
"""The line of recipients; its words may mean many units (`各县支行`)."""


class Chapter(Choice):
    """The chapters of a dossier, in their order. `reads` are the fields that a chapter shows of its items."""

    reads: tuple[str, ...]

    def __new__(cls, value: str, label: str, *reads: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.message = message(label)
        member.reads = reads
        return member

    PLANS = "plans", "计划与方案"
    TASKS = "tasks", "承担任务", "title", "due", "done", "span"
    HOSTED = "hosted", "组织学习", "start", "kind", "hours", "days", "attendance"
    ATTENDED = "attended", "参加学习", "start", "kind", "hours", "days", "attendance"
    GIVEN = "given", "主讲与主持", "start", "kind", "hours", "days", "attendance"
    STUDIED = "studied", "自学与笔记", "kind", "period", "hours", "words", "days", "books", "checks"
    WRITTEN = "written", "文章", "kind", "authors", "words", "published"
    PROJECTS = "projects", "行动学习课题", "span", "milestones"
    ISSUED = "issued", "发布的文件与信息"
    CIRCULARS = "circulars", "检查与通报"
    ASSESSED = "assessed", "考核", "period", "items", "total", "grade"
    APPLIED = "applied", "申报", "award", "category", "submitted", "conditions"
    HONOURED = "honoured", "荣誉", "award", "year", "category"
    COMPETED = "competed", "竞赛", "kind", "rank"
    FUNDED = "funded", "经费", "amount", "spent"


class YearSection(Choice):
    """The sections of a year's page in the archive, in their order. Each names many of a kind."""

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.message = in_context("many", label)
        return member

    DOCUMENTS = "documents", "方案与制度"
    HONOURS = "honours", "光荣榜"
    LEARNING = "learning", "学习活动"
    BRIEFS = "briefs", "简报"
    SUMMARIES = "summaries", "总结"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What an entry gives to dossiers: into which chapter, of the subjects that `whose` names, in which year.

    With `items`, a list of mappings or the name of a table, each item is filed by itself; a path is then of the item
    where it has such a field, else of the entry. Of several paths in `year` the first that is given counts; a span is
    filed in each of its years that has begun. `role` is what the subject was; `role_from` is a field of the item that
    says it better. `as_part` is False where the dossier tells of the entry and not of the item.
    """

    chapter: Chapter
    whose: tuple[str, ...]
    year: tuple[str, ...]
    items: str = SELF
    role: str = ""
    role_from: str = ""
    as_part: bool = True


ISSUED = Filing(chapter=Chapter.ISSUED, whose=("unit", "authors", "author"), year=("date",))
"""What a unit or an author published."""
ISSUED_BY_AUTHORS = Filing(chapter=Chapter.ISSUED, whose=("authors", "author"), year=("date",))
"""The same, for types that file the entry for its unit in another chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The records of which one entry holds several, for measures: the items of `field`, or the rows of its table.

    `of_type` is the type whose records they are, where that is another than the entry's own. A measure counts entries;
    it counts parts where they are `always_counted`, or where it asks for one of the `telling` fields. `own` are fields
    of the part that say something else than those of the entry with the same name.
    """

    field: str
    model: type[Model]
    of_type: str | None
    always_counted: bool
    telling: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The people for whom a record counts: for some kinds those in `by_kind`, for others those in `otherwise`."""

    kinds: tuple[Choice, ...]
    by_kind: str
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What an entry wants done by a day: of the entry as a whole, or of each of its `items`.

    Paths are of the item where it has such a field, else of the entry. The first `owner` that is given is named. Where
    `done` is None it is unknown whether it was done: it is owed until its day, or until the entry expires.
    """

    items: str
    day: str
    text: str
    done: str | None
    owner: tuple[str, ...]
    owed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable:
    """The printable form beside the page: its name, and the fields that it needs: one of each group.

    `filled_in` is its name once it is filled in: of a session, when it is recorded who was there.
    """

    label: str
    needs: tuple[tuple[str, ...], ...]
    filled_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A field with a file to offer beside the attachments; without a title it has the title of the entry."""

    field: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EntryType:
    """A type of entry. Its page is the module of `pages/entry` with the name of the type's own module."""

    name: str
    """Its English name in files."""
    chinese: tuple[str, ...]
    """Its Chinese names in files; the first is *the* name, the others may also give the kind."""
    folder: str
    """The folder of files of this type."""
    model: type[Record]
    is_plain: bool
    """Whether it is a plain page: without a date or a review, and not in any list, archive or dossier."""
    is_document: bool
    """Whether it is an official document: with a number or recipients it has the layout of one."""
    is_led: bool
    """Whether it runs for a time and a subject is responsible for it."""
    year_section: YearSection | None
    """Its section on the page of a year."""
    meetings: str | None
    """The sessions: SELF for a session, the field with the sessions for a series, None for other types."""
    about: tuple[str, ...]
    """The fields that name the subjects of a record, for measures."""
    credit: Credit | None
    """The people for whom it counts, if they are not those of `about`."""
    parts: Parts | None
    """The records inside an entry that holds several."""
    days: tuple[str, ...]
    """The day or period of a record, for measures: the first given one, of the part before the entry."""
    runs: tuple[str, ...]
    """The duration of an entry: its span, period or date, or its first and its last moment."""
    handed_in: str | None
    """The day on which it was handed in, if that differs from the date of the entry."""
    dossier: tuple[Filing, ...]
    """Its items in dossiers."""
    dues: tuple[Due, ...]
    """Its deadlines."""
    printable: Printable | None
    """Its form; the module of its page then has a function `sheet`."""
    downloads: tuple[Download, ...]
    """Its own fields with files to offer."""

    def __reduce__(self) -> tuple[Callable[[str], "EntryType"], tuple[str]]:
        """Unpickle to the same member of TYPES in another process."""
        return _of_name, (self.name,)

    @property
    def message(self) -> Message:
        """The name shown on pages."""
        return message(self.label)

    @property
    def label(self) -> str:
        """The one Chinese name."""
        return self.chinese[0]

    @property
    def module(self) -> str:
        """The name of the type's modules, that of its model and that of its page."""
        return self.name.replace("-", "_")

    @property
    def own_parts(self) -> Parts | None:
        """The parts that are records of this type."""
        return self.parts if self.parts and self.parts.of_type is None else None


def _of_name(name: str) -> EntryType:
    from yuandi.entry_types.registry import BY_NAME  # the registry is made of the types

    return BY_NAME[name]
