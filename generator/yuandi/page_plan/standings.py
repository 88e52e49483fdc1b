"""How subjects stand with measures: runs of verdicts, and the tables in which they stand together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from yuandi.entry_types import Unit
from yuandi.measures import Row as Verdict

KINDS = ("unit", "group", "entry")
"""The kinds of subjects on the first board, in their order; `entry` is whatever has no kind of its own."""

_APART = ("category", "person")

Case: TypeAlias = tuple[str, str]
"""A measure's code and the title of one of its cases."""

Runs: TypeAlias = Mapping[Case, Sequence[Verdict]]
"""A subject's verdicts by what is asked, each by time."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A line for each thing that is asked of each subject: those that share nothing with another subject."""

    kind: str
    rows: Sequence[Sequence[Verdict]]

    @property
    def width(self) -> int:
        """The cells of a line, and one for the room that its words take."""
        return 7

    def some(self, start: int, stop: int) -> "Lines":
        """Some of the lines."""
        return Lines(self.kind, self.rows[start:stop])


@dataclass(frozen=True, slots=True)
class Crossed:
    """Subjects × what is asked of them. `place` tells the tables of a kind apart; 0 where there is one."""

    kind: str
    place: int
    asked: Sequence[Case]
    rows: Sequence[Runs]

    @property
    def width(self) -> int:
        """The cells of a row, its subject among them."""
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
    """The tables of every kind of subject but people, subjects in the order of the policy."""
    runs = runs_of(measured)
    for kind in KINDS:
        yield from _tables(kind, _subjects(runs, kind))


def tables_of_people(measured: Iterable[Verdict], units: Iterable[Unit]) -> Iterator[Table]:
    """How everybody stands, by unit."""
    order = {unit.id: place for place, unit in enumerate(units)}
    found = _subjects(runs_of(measured), "person")
    yield from _tables("person", sorted(found, key=lambda runs: order.get(first(runs).subject.unit or "", len(order))))


def first(runs: Runs) -> Verdict:
    """The first verdict on a subject."""
    return next(iter(runs.values()))[0]


def _subjects(runs: Mapping[tuple[str, str, str, str], Sequence[Verdict]], kind: str) -> list[Runs]:
    """The subjects of a kind as the policy first names them."""
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
    """Subjects with a measure in common stand together, so that no table is mostly empty; the order stays."""
    found: list[tuple[set[Case], list[int]]] = []
    for place, runs in enumerate(subjects):
        related = [family for family in found if not family[0].isdisjoint(runs)]
        asked = set(runs).union(*(asked for asked, _ in related))
        members = [place, *(member for _, members in related for member in members)]
        found = [*(family for family in found if family not in related), (asked, sorted(members))]
    return [[subjects[place] for place in members] for _, members in sorted(found, key=lambda family: family[1][0])]
