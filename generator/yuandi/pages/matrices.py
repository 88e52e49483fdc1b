"""How each subject stands with the measures that ask something of it: verdicts, where they stand, and their tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import said
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Grid, Link, Mark
from yuandi.pages.shown import Shown

ROWS = 100
"""So many verdicts stand on one page."""

MARKS: Mapping[State, Mark] = {state: Mark(state.value, state.label) for state in State}
_TITLES = {"unit": "单位", "group": "小组", "entry": "条目"}
_APART = {"category": "名额", "person": "人员"}
"""What has a table of its own."""

Column: TypeAlias = tuple[str, str]
"""A measure's code and the title of one of its cases."""
Runs: TypeAlias = Mapping[Column, Sequence[Verdict]]
"""A subject's verdicts by column, each by time."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One cell: how a subject stands with a measure in its latest period, and how often it fell short before."""

    mark: Mark
    value: str
    limit: str
    period: str
    address: str
    anchor: str
    earlier: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A column: the measure, what it asks, where all its rows are."""

    code: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A subject with its cells, in the order of the columns; None where the measure does not speak of it."""

    subject: Link
    unit: str
    cells: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Subjects × the measures that they share."""

    title: str
    columns: tuple[Asked, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Subjects of one kind: those that share no measure with others as lines, the others as matrices."""

    title: str
    lines: Grid | None
    matrices: tuple[Matrix, ...]


@dataclass(frozen=True)
class Boards:
    """All verdicts on what is shown, and where each of them stands."""

    shown: Shown

    @cached_property
    def by_code(self) -> Mapping[str, Sequence[Verdict]]:
        """Verdicts by measure, the latest period first; subjects of one period in the order of the policy."""
        found: dict[str, list[Verdict]] = {}
        for row in self.shown.measured:
            found.setdefault(row.code, []).append(row)
        return {code: sorted(rows, key=lambda row: -row.period.last.toordinal()) for code, rows in found.items()}

    @cached_property
    def places(self) -> Mapping[int, tuple[str, str]]:
        """Where each verdict stands: the page of its measure and the anchor."""
        where = self.shown.portal.addresses
        return {
            id(row): (where.measure(code, index // ROWS + 1), anchor(index))
            for code, rows in self.by_code.items()
            for index, row in enumerate(rows)
        }

    @cached_property
    def latest(self) -> tuple[Verdict, ...]:
        """The verdict of the latest period for each measure, case and subject."""
        return tuple(rows[-1] for rows in self.runs.values())

    @cached_property
    def runs(self) -> Mapping[tuple[str, str, str, str], Sequence[Verdict]]:
        """All verdicts on one subject by one case of a measure, by time."""
        found: dict[tuple[str, str, str, str], list[Verdict]] = {}
        for row in self.shown.measured:
            found.setdefault((row.code, row.title, row.subject.kind, row.subject.id), []).append(row)
        return {key: sorted(rows, key=lambda row: row.period.last) for key, rows in found.items()}

    def subject(self, row: Verdict) -> Link:
        """Whom a verdict is about."""
        portal, who = self.shown.portal, row.subject
        if who.kind == "unit":
            return Link(who.name, portal.addresses.unit(who.id))
        if who.kind == "person":
            return Link(who.name, portal.addresses.person(who.id))
        if who.kind == "group":
            return Link(who.name, portal.addresses.group(who.id))
        entry = portal.by_id.get(who.id)
        return self.shown.entry(entry) if entry else Link(who.name)


def sections(boards: Boards) -> tuple[Section, ...]:
    """Every kind of subject with how its subjects stand, in the order of the policy."""
    return tuple(_section(boards, kind, found) for kind in _TITLES if (found := _subjects(boards, kind)))


def people(boards: Boards) -> Section | None:
    """How everybody stands, by unit; None where no measure speaks of people."""
    found = _subjects(boards, "person")
    order = {unit.id: place for place, unit in enumerate(boards.shown.portal.units)}
    found.sort(key=lambda runs: order.get(_first(runs).subject.unit or "", len(order)))
    return _section(boards, "person", found) if found else None


def anchor(index: int) -> str:
    """Of a row on a measure's page."""
    return f"row-{index + 1}"


def _subjects(boards: Boards, kind: str) -> list[Runs]:
    """The subjects of a kind as the policy first names them; `entry` is whatever has no kind of its own."""
    found: dict[tuple[str, str], dict[Column, Sequence[Verdict]]] = {}
    for (code, title, own, identifier), rows in boards.runs.items():
        if kind == (own if own in _TITLES or own in _APART else "entry"):
            found.setdefault((own, identifier), {})[code, title] = rows
    return list(found.values())


def _section(boards: Boards, kind: str, subjects: Sequence[Runs]) -> Section:
    families = _families(subjects)
    alone = [runs for family in families if len(family) == 1 for runs in family]
    shared = [family for family in families if len(family) > 1]
    title = (_TITLES | _APART)[kind]
    return Section(
        title,
        _lines(boards, title, alone) if alone else None,
        tuple(
            _matrix(boards, title if len(shared) == 1 else f"{title} {place}", family)
            for place, family in enumerate(shared, start=1)
        ),
    )


def _families(subjects: Sequence[Runs]) -> list[list[Runs]]:
    """Subjects with a measure in common stand together, so that no table is mostly empty; the order stays."""
    found: list[tuple[set[Column], list[int]]] = []
    for place, runs in enumerate(subjects):
        related = [family for family in found if not family[0].isdisjoint(runs)]
        columns = set(runs).union(*(columns for columns, _ in related))
        members = [place, *(member for _, members in related for member in members)]
        found = [*(family for family in found if family not in related), (columns, sorted(members))]
    return [[subjects[place] for place in members] for _, members in sorted(found, key=lambda family: family[1][0])]


def _matrix(boards: Boards, title: str, subjects: Sequence[Runs]) -> Matrix:
    where = boards.shown.portal.addresses
    columns = tuple(dict.fromkeys(column for runs in subjects for column in runs))
    asked = tuple(Asked(code, title, where.measure(code)) for code, title in columns)
    return Matrix(title, asked, tuple(_row(boards, runs, columns) for runs in subjects))


def _row(boards: Boards, runs: Runs, columns: Sequence[Column]) -> MatrixRow:
    first = _first(runs)
    unit = boards.shown.unit(first.subject.unit) if first.subject.kind == "person" and first.subject.unit else None
    cells = tuple(_standing(boards, runs[column]) if column in runs else None for column in columns)
    return MatrixRow(boards.subject(first), unit.text if unit else "", cells)


def _first(runs: Runs) -> Verdict:
    return next(iter(runs.values()))[0]


def _lines(boards: Boards, title: str, subjects: Iterable[Runs]) -> Grid:
    """A line for each measure of each subject; what is asked leads to the verdict with its entries."""
    rows = tuple(
        (
            cell(boards.subject(rows[-1])),
            cell(Link(asked, one.address, one.anchor)),
            cell(one.period),
            cell(one.value or "—", is_number=True),
            cell(one.limit),
            cell(f"往期不符 {one.earlier}" if one.earlier else None, mark=one.mark),
        )
        for runs in subjects
        for (_, asked), rows in runs.items()
        for one in (_standing(boards, rows),)
    )
    return Grid(title, ("对象", "规定", "时期", "实际", "要求", "状态"), rows)


def _standing(boards: Boards, rows: Sequence[Verdict]) -> Standing:
    last = rows[-1]
    earlier = sum(row.state is State.VIOLATED for row in rows[:-1] if row.period.first.year == last.period.first.year)
    return Standing(
        MARKS[last.state],
        last.said_value,
        str(last.limit),
        said(last.period).zh,
        *boards.places[id(last)],
        earlier,
    )
