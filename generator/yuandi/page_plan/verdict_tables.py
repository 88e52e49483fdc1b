"""Verdicts on subjects: runs of verdicts, and the tables that show them together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from yuandi.entry_types import Unit
from yuandi.measures import Row as Verdict

KINDS = ("unit", "group", "entry")
"""The kinds of subjects on the main board, in their order; `entry` is every other kind."""

_APART = ("category", "person")

Case: TypeAlias = tuple[str, str]
"""A measure's code and the title of one of its cases."""

Runs: TypeAlias = Mapping[Case, Sequence[Verdict]]
"""A subject's verdicts by case, each by time."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A line for each case of each subject: for subjects that share no case with another."""

    kind: str
    rows: Sequence[Sequence[Verdict]]

    @property
    def width(self) -> int:
        """The number of cells of a line, and one more for the room of its words."""
        return 7

    def some(self, start: int, stop: int) -> "Lines":
        """Some of the lines."""
        return Lines(self.kind, self.rows[start:stop])


@dataclass(frozen=True, slots=True)
class Crossed:
    """Subjects × cases. `place` numbers the tables of a kind; 0 if there is only one."""

    kind: str
    place: int
    asked: Sequence[Case]
    rows: Sequence[Runs]

    @property
    def width(self) -> int:
        """The number of cells of a row, including its subject."""
        return 1 + len(self.asked)

    def some(self, start: int, stop: int) -> "Crossed":
        """Some of the rows."""
        return Crossed(self.kind, self.place, self.asked, self.rows[start:stop])


Table: TypeAlias = Lines | Crossed


def runs_of(measured: Iterable[Verdict]) -> Mapping[tuple[str, str, str, str], Sequence[Verdict]]:
    """All verdicts on one subject by one case of a measure, by time."""
    found: dict[tuple[str, str, str, str], list[Verdict]] = {}
    for row in measured:
        found.setdefault((row.code, row.title, row.subject.kind, row.subject.id), []).append(row)
    return {key: sorted(rows, key=lambda row: row.period.last) for key, rows in found.items()}


def tables(measured: Iterable[Verdict]) -> Iterator[Table]:
    """The tables of every kind of subject except people, subjects in the order of the policy."""
    runs = runs_of(measured)
    for kind in KINDS:
        yield from _tables(kind, _subjects(runs, kind))


def tables_of_people(measured: Iterable[Verdict], units: Iterable[Unit]) -> Iterator[Table]:
    """The tables of people, by unit."""
    order = {unit.id: place for place, unit in enumerate(units)}
    found = _subjects(runs_of(measured), "person")
    yield from _tables("person", sorted(found, key=lambda runs: order.get(first(runs).subject.unit or "", len(order))))


def first(runs: Runs) -> Verdict:
    """The first verdict on a subject."""
    return next(iter(runs.values()))[0]


def _subjects(runs: Mapping[tuple[str, str, str, str], Sequence[Verdict]], kind: str) -> list[Runs]:
    """The subjects of a kind, in the order of first appearance in the policy."""
    found: dict[tuple[str, str], dict[Case, Sequence[Verdict]]] = {}
    for (code, title, own, identifier), rows in runs.items():
        if kind == (own if own in KINDS or own in _APART else "entry"):
            found.setdefault((own, identifier), {})[code, title] = rows
    return list(found.values())


def _tables(kind: str, subjects: Sequence[Runs]) -> Iterator[Table]:
    families = _families(subjects)
    alone = [rows for family in families if len(family) == 1 for runs in family for rows in runs.values()]
    shared = [family for family in families if len(family) > 1]
    if alone:
        yield Lines(kind, alone)
    for place, family in enumerate(shared, start=1):
        asked = tuple(dict.fromkeys(asked for runs in family for asked in runs))
        yield Crossed(kind, place if len(shared) > 1 else 0, asked, family)


def _families(subjects: Sequence[Runs]) -> list[list[Runs]]:
    """Subjects grouped by common cases, in stable order, so that no table is mostly empty."""
    found: list[tuple[set[Case], list[int]]] = []
    for place, runs in enumerate(subjects):
        related = [family for family in found if not family[0].isdisjoint(runs)]
        asked = set(runs).union(*(asked for asked, _ in related))
        members = [place, *(member for _, members in related for member in members)]
        found = [*(family for family in found if family not in related), (asked, sorted(members))]
    return [[subjects[place] for place in members] for _, members in sorted(found, key=lambda family: family[1][0])]
