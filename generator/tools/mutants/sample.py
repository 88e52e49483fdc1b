"""Source → the changes that may be tried in it, and a sample of them that small edits elsewhere leave as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

# Left out are changes that nearly always leave the meaning as it is (`is` for `==`), or nearly always fail on import
# (`&` for the `|` of types).
OPERATORS = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Mod_Mul", "BitAnd_BitOr", "Pow_Mul")),
    *(f"ReplaceUnaryOperator_{pair}" for pair in ("Delete_Not", "Delete_USub")),
    *("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "NumberReplacer"),
    "ZeroIterationForLoop",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One change that may be tried: an operator, and the how manieth of its chances in a file."""

    file: str
    line: int
    column: int
    scope: str
    in_body: bool
    """Whether it stands in the body of a function; what does not runs when the module is imported."""
    operator: str
    occurrence: int
    before: str

    def mark(self, seed: int) -> str:
        """Where it falls in the order of the sample; other lines of the file do not move it."""
        facts = (seed, self.file, self.scope, self.before, self.column, self.operator, self.occurrence % 2)
        return sha256(repr(facts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed file."""

    place: Place
    after: str
    source: str

    @property
    def key(self) -> str:
        """The change as it stands in the list of those that change nothing."""
        return f"{self.place.file} {self.place.scope}: {self.place.before} → {self.after}"


def sampled(root: Path, files: Iterable[Path], seed: int, size: int) -> Iterator[Mutant]:
    """A sample of the changes of some files: at most one at each place."""
    chosen: dict[tuple[str, int, int], Place] = {}
    for file in files:
        for place in _places(file.relative_to(root).as_posix(), file.read_text("utf-8")):
            at = (place.file, place.line, place.column)
            chosen[at] = min(place, chosen.get(at, place), key=lambda one: one.mark(seed))
    for place in sorted(chosen.values(), key=lambda one: one.mark(seed))[:size]:
        yield _mutant(place, (root / place.file).read_text("utf-8"))


def _mutant(place: Place, source: str) -> Mutant:
    changed = mutate_code(source, _operator(place.operator), place.occurrence)
    return Mutant(place, changed.splitlines()[place.line - 1].strip(), changed)


def _operator(name: str) -> Any:
    return get_operator(f"core/{name}")()


def _places(file: str, source: str) -> Iterator[Place]:
    lines = source.splitlines()
    nodes = list(ast_nodes(get_ast(source)))
    for name in OPERATORS:
        operator = _operator(name)
        positions = ((node, start) for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, (node, (line, column)) in enumerate(positions):
            if node.search_ancestor("decorator") is not None:
                continue  # that a class is frozen or has slots, no test can tell
            scope, in_body = _scope(node)
            yield Place(file, line, column, scope, in_body, name, occurrence, lines[line - 1].strip())


def _scope(node: Any) -> tuple[str, bool]:
    """The dotted name of what a node stands in, and whether that is the body of a function."""
    names, in_body, below = [], False, node
    while (above := below.parent) is not None:
        if above.type in {"funcdef", "classdef"} and above.children[-1] is below:
            names.append(above.name.value)
            in_body = in_body or above.type == "funcdef"
        below = above
    return ".".join(reversed(names)) or "module", in_body
