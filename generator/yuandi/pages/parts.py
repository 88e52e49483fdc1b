"""What pages are made of: links, rows, facts and blocks. Frozen values that templates print as they are.

An address is relative to the site's root; None means that there is nothing to lead to.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

WORDS = "\ue000words\ue001"
"""Stands for the number of words of a body: a view knows what a body is shown with, not the body."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and where they lead: a page, or a place on it."""

    text: str
    address: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state told by sign and word: pinned, superseded, revoked, expired, required …"""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list."""

    title: str
    address: str
    date: date | None
    label: str
    column: Link | None
    unit: Link | None
    summary: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_revoked(self) -> bool:
        """Whether the entry is shown struck."""
        return any(mark.kind == "revoked" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Count:
    """A way to something, and how much there is."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many are in one state."""

    mark: Mark
    count: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Something to download."""

    title: str
    address: str
    form: str
    size: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an entry's page; `kind` names the template that draws it."""

    kind: ClassVar[str]
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at a place on a line; `left` is in percent. A minor one gives way where there is little room."""

    label: str
    left: float
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A milestone: when it is due, whether it is done, where it stands on the line (percent)."""

    name: str
    due: date | None
    done: date | None
    deliverable: str
    state: Mark
    left: float | None


@dataclass(frozen=True, slots=True)
class TimelinePhase:
    """A phase with its place on the line (percent), and whether it is past, running or to come."""

    name: str
    first: date
    last: date
    label: str
    left: float
    width: float
    state: Mark
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class Timeline(Block):
    """Phases on a line of months, with the day of the build where it falls inside."""

    kind: ClassVar[str] = "timeline"
    first: date
    last: date
    phases: tuple[TimelinePhase, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: links beside each other, and how it is set."""

    links: tuple[Link, ...]
    is_number: bool = False
    mark: Mark | None = None
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class Grid(Block):
    """A table with a head. `columns` with numbers are set flush right."""

    kind: ClassVar[str] = "grid"
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Items(Block):
    """Sentences in a list."""

    kind: ClassVar[str] = "items"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows(Block):
    """Entries in a list."""

    kind: ClassVar[str] = "rows"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A book with its typographic cover; `tint` is one of six."""

    title: str
    author: str
    publisher: str
    isbn: str
    label: str
    place: str
    note: str
    cover: str | None
    required: bool
    tint: int
    address: str


@dataclass(frozen=True, slots=True)
class Books(Block):
    """Books as a shelf."""

    kind: ClassVar[str] = "books"
    books: tuple[Book, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session in a calendar list; `clock` says from when to when, where that is known."""

    title: str
    address: str | None
    number: int | None
    start: datetime
    end: datetime | None
    clock: str
    label: str
    host: Link | None
    place: str
    lecturers: tuple[Link, ...]
    hours: str
    attendance: str
    chair: Link | None = None
    materials: tuple[str, ...] = ()
    form: Link | None = None
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class Meetings(Block):
    """Sessions to come and past."""

    kind: ClassVar[str] = "meetings"
    coming: tuple[Meeting, ...]
    past: tuple[Meeting, ...]
    hours: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole, in words and percent."""

    label: str
    value: str
    percent: float
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Bars(Block):
    """Parts of wholes: attendance, scores, spending."""

    kind: ClassVar[str] = "bars"
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Honour:
    """One name on the wall; a revoked one keeps its place with the reason."""

    name: Link
    unit: Link | None
    reason: str
    application: Link | None
    revoked: str
    change: Link | None


@dataclass(frozen=True, slots=True)
class WallPart:
    """One category, or one year, with how many of how many; without a title it stands alone."""

    title: str
    counted: str
    of: str
    honours: tuple[Honour, ...]


@dataclass(frozen=True, slots=True)
class Wall(Block):
    """An honour roll by category."""

    kind: ClassVar[str] = "wall"
    parts: tuple[WallPart, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """People in one role of a group."""

    role: str
    people: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Team(Block):
    """A group by roles, its duties, and the groups below it."""

    kind: ClassVar[str] = "team"
    group: Link
    seats: tuple[Seat, ...]
    duties: tuple[str, ...]
    below: tuple["Team", ...] = ()


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """What was done on which day, in order."""

    kind: ClassVar[str] = "steps"
    steps: tuple[tuple[str, date | None], ...]
