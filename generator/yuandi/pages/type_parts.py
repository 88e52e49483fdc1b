"""Parts that pages of some types alone are made of: timelines, books, meetings, honours and teams. Frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from yuandi.pages.parts import Block, Link, Mark


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at a position on a line; `left` is in percent. A minor one is dropped on a narrow screen."""

    label: str
    left: float
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A milestone: its due day, the day it was done, and its position on the line in percent."""

    name: str
    due: date | None
    done: date | None
    deliverable: str
    state: Mark
    left: float | None


@dataclass(frozen=True, slots=True)
class TimelinePhase:
    """A phase with its position on the line in percent, and whether it is past, current or upcoming."""

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
    """Phases on a line of months, with the day of the build if it is on the line."""

    kind: ClassVar[str] = "timeline"
    first: date
    last: date
    phases: tuple[TimelinePhase, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    as_of: date | None


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
    """One session in a list; `clock` is its time of day, if known."""

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
    """Upcoming and past sessions."""

    kind: ClassVar[str] = "meetings"
    coming: tuple[Meeting, ...]
    past: tuple[Meeting, ...]
    hours: str


@dataclass(frozen=True, slots=True)
class Honour:
    """One name on the wall; a revoked one keeps its place, with the reason."""

    name: Link
    unit: Link | None
    reason: str
    application: Link | None
    revoked: str
    change: Link | None


@dataclass(frozen=True, slots=True)
class WallPart:
    """One category or year with its count and the population; a single part has no title."""

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
    """A group's members by role, its duties, and the groups below it."""

    kind: ClassVar[str] = "team"
    group: Link
    seats: tuple[Seat, ...]
    duties: tuple[str, ...]
    below: tuple["Team", ...] = ()
