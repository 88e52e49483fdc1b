"""What everything above the model must know of a type of entry, told once, in the file of the type.

No part of an `EntryType` has a default: mypy names the one that is missing, and what a type does not have it says with
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
"""Whom an entry is about that names nobody else."""
RECIPIENTS = "to"
"""The line of recipients; its words may mean many units (`各县支行`)."""


class Chapter(Choice):
    """The chapters of a dossier, in their order. `reads` are the fields that a chapter shows of what is filed there."""

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
"""The same for types whose unit has the entry in another chapter."""


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
    """For which people a record counts: of some kinds those in `by_kind`, of the others those in `otherwise`."""

    kinds: tuple[Choice, ...]
    by_kind: str
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What an entry wants done by a day: of the entry as a whole, or of each of its `items`.

    Paths are of the item where it has such a field, else of the entry. The first `owner` that is given is named. Where
    `done` is None nobody can tell whether it was done: it is owed until its day, or until the entry expires.
    """

    items: str
    day: str
    text: str
    done: str | None
    owner: tuple[str, ...]
    owed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable:
    """The form for printing beside the page: its name, and fields without which there is none: one of each group.

    `filled_in` is its name once it is filled in: of a session, when it is recorded who was there.
    """

    label: str
    needs: tuple[tuple[str, ...], ...]
    filled_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A field that may name a file to be offered beside the attachments; without a title it is called as the entry is."""

    field: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EntryType:
    """A type of entry. Its page is the module of `pages/entry` that is called as the type's own module is."""

    name: str
    """What files call it in English."""
    chinese: tuple[str, ...]
    """What files call it in Chinese; the first is *the* name, the others may tell the kind as well."""
    folder: str
    """The folder in which files are of this type."""
    model: type[Record]
    is_plain: bool
    """Whether it is a plain page: without a date, in no list, archive or dossier, and reviewed by nobody."""
    is_document: bool
    """Whether it is an official document: with a number or recipients it has the layout of one."""
    is_led: bool
    """Whether it runs for a time and somebody answers for it."""
    year_section: YearSection | None
    """The section of a year's page in which it stands."""
    meetings: str | None
    """Where people meet: SELF for a session, the field with the sessions for a series, None for all else."""
    about: tuple[str, ...]
    """The fields that name whom a record is about, for measures."""
    credit: Credit | None
    """For which people it counts, where it is not those of `about`."""
    parts: Parts | None
    """The records of which one entry holds several."""
    days: tuple[str, ...]
    """The day or period of a record, for measures: the first that is given, of the part before the entry."""
    runs: tuple[str, ...]
    """How long an entry lasts: its span, period or date, or its first and its last moment."""
    handed_in: str | None
    """The day on which it was handed in, where that is told apart from the date of the entry."""
    dossier: tuple[Filing, ...]
    """What it gives to dossiers."""
    dues: tuple[Due, ...]
    """What it wants done by when."""
    printable: Printable | None
    """Its form; the module of its page then has a function `sheet`."""
    downloads: tuple[Download, ...]
    """Its own fields that name files to be offered."""

    def __reduce__(self) -> tuple[Callable[[str], "EntryType"], tuple[str]]:
        """In another process too it is one of TYPES."""
        return _of_name, (self.name,)

    @property
    def message(self) -> Message:
        """The name as pages say it."""
        return message(self.label)

    @property
    def label(self) -> str:
        """The one Chinese name."""
        return self.chinese[0]

    @property
    def module(self) -> str:
        """What the modules of the type are called, that of its model and that of its page."""
        return self.name.replace("-", "_")

    @property
    def own_parts(self) -> Parts | None:
        """The parts that are records of this type."""
        return self.parts if self.parts and self.parts.of_type is None else None


def _of_name(name: str) -> EntryType:
    from yuandi.entry_types.registry import BY_NAME  # the registry is made of the types

    return BY_NAME[name]
