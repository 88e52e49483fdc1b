"""Which tests reach which lines, seen once by running the tests that stay in one process, and which to run for a line."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

Lines = Mapping[str, frozenset[int]]
QUICK = 0.3
"""Seconds of a test that is tried before slower ones."""


@dataclass(frozen=True)
class Reach:
    """The lines of files that each test reaches, and the seconds of each test that passed."""

    by_file: Mapping[str, Lines]
    seconds: Mapping[str, float]

    def tests(self, file: str, line: int, *, in_body: bool, budget: float) -> tuple[str, ...]:
        """The tests of a line, the most telling first, as many as the seconds allow; at import, all of the file."""
        by_test = self.by_file.get(file, {})
        found = {test: lines for test, lines in by_test.items() if line in lines or not in_body}
        return tuple(_within(budget, self._in_order(found), self.seconds))

    def _in_order(self, found: Lines) -> Iterator[str]:
        """In turn from each set of tests that reach the same lines of the file: quick ones first, of these the largest set."""
        alike: dict[frozenset[int], list[str]] = defaultdict(list)
        for test in sorted(found, key=lambda test: (self.seconds.get(test, 0.0), test)):
            alike[found[test]].append(test)
        columns = sorted(alike.items(), key=lambda item: (self._is_slow(item[1][0]), -len(item[0]), sorted(item[0])))
        turns = chain.from_iterable(zip_longest(*(tests for _, tests in columns)))
        return (test for test in turns if test is not None and test in self.seconds)

    def _is_slow(self, test: str) -> bool:
        return self.seconds.get(test, 0.0) > QUICK


def _within(budget: float, tests: Iterable[str], seconds: Mapping[str, float]) -> Iterator[str]:
    spent = 0.0
    for test in tests:
        spent += seconds[test]
        if spent > budget:
            return
        yield test


def read_reach(tree: Path, coverage: Path, durations: Path) -> Reach:
    """What one run of all tests saw: coverage by test, and their durations."""
    from coverage import CoverageData

    data = CoverageData(str(coverage))
    data.read()
    by_file = {}
    for file in data.measured_files():
        reached: dict[str, set[int]] = defaultdict(set)
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                reached[context.partition("|")[0]].add(line)
        reached.pop("", None)
        by_file[Path(file).relative_to(tree).as_posix()] = {test: frozenset(lines) for test, lines in reached.items()}
    return Reach(by_file, json.loads(durations.read_text("utf-8")))
