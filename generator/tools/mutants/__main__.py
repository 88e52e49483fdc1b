"""Try a sample of small changes of what decides, each with the tests that reach it, and list those that no test noticed.

Everything happens in a copy of the tree in a temporary folder; it holds what is known so far, and is taken up again as
long as the tree is the same. Two ways lead to a result: a change inside a function is made in a fork of a process that
has everything imported; any other is written to the copy and run from the start.

    python -m tools.mutants --sample 300 --seed 11 --minutes 120
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from tools.mutants.reach import Reach, read_reach
from tools.mutants.sample import Mutant, sampled
from tools.mutants.trials import KILLED, LIVED, TIMED_OUT, UNSOUND

ROOT = Path(__file__).parents[3]
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
ROOMS = tuple(f"generator/yuandi/{room}" for room in ("facts", "measures", "portal", "check"))
# Tests that do not start processes of their own, which coverage does not see into.
TESTS = tuple(
    f"tests/{room}"
    for room in (
        "check",
        "entry_types",
        "facts",
        "load",
        "lookups",
        "measures",
        "outputs",
        "pages",
        "portal",
        "presets",
    )
)
PACKAGES = ("generator", "plugins", "themes")
BUDGET = 20.0
"""Seconds of tests for one change."""
NEEDED = 90.0
"""Percent of changes that tests must notice."""


class Job(TypedDict):
    """A change to be tried: what is changed and how, the tests, and the seconds that they may take."""

    key: str
    file: str
    module: str
    source: str
    tests: tuple[str, ...]
    seconds: int


@dataclass(frozen=True)
class State:
    """The temporary folder of one state of the tree."""

    folder: Path

    @property
    def tree(self) -> Path:
        """The copy of the tree."""
        return self.folder / "tree"

    def file(self, name: str) -> Path:
        """Something else in the folder."""
        return self.folder / name

    def pytest(self, *arguments: str, **environment: str | Path) -> list[str]:
        """A command for `env` that runs tests on the copy."""
        path = os.pathsep.join(str(self.tree / package) for package in PACKAGES)
        given = {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", **environment}
        python = (sys.executable, "-m", "pytest", "-p", "tools.mutants.trials", "-p", "no:cacheprovider")
        options = (f"--basetemp={self.file('tmp')}", "-m", "not slow and not browser", *arguments)
        return ["env", *(f"{name}={value}" for name, value in given.items()), *python, *options]


def main() -> int:
    """Run, and say how it went."""
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=300, help="how many changes (300)")
    parser.add_argument("--seed", type=int, default=11, help="which sample (11)")
    parser.add_argument("--minutes", type=float, default=120, help="stop after this time, to be taken up again (120)")
    parser.add_argument("--folder", type=Path, help="go on with an earlier copy, though the tree has changed since")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was begun is ended and put back
    until = time.monotonic() + 60 * options.minutes
    state = State(options.folder) if options.folder else _prepared()
    files = sorted(file for room in ROOMS for file in (state.tree / room).rglob("*.py"))
    left_out = equivalent(EQUIVALENT.read_text("utf-8"))
    every = list(sampled(state.tree, files, options.seed, options.sample))
    mutants = [mutant for mutant in every if mutant.key not in left_out]
    print(f"Seed {options.seed}: {len(every)} changes, {len(every) - len(mutants)} of them listed as equivalent.")
    print(f"The copy and what is known so far: {state.folder}", flush=True)
    reach = _reach(state)
    _forks(state, reach, [mutant for mutant in mutants if mutant.place.in_body], until)
    _runs(state, reach, [mutant for mutant in mutants if not mutant.place.in_body], until)
    return _report(mutants, _results(state))


def equivalent(text: str) -> frozenset[str]:
    """The changes of a list that no test can notice; lines with `#` give the reasons."""
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _prepared() -> State:
    """The folder of this state of the tree, with the copy."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git is found by name
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = sorted(name for name in listed.stdout.decode("utf-8").split("\0") if name and (ROOT / name).is_file())
    told = sha256()
    for name in names:
        if name != EQUIVALENT.relative_to(ROOT).as_posix():
            told.update(name.encode() + b"\0" + sha256((ROOT / name).read_bytes()).digest())
    state = State(Path(tempfile.gettempdir()) / f"yuandi-mutants-{told.hexdigest()[:12]}")
    for name in names:
        target = state.tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return state


def _reach(state: State) -> Reach:
    """Which tests reach which lines; all tests run once for it."""
    data, durations = state.file("coverage"), state.file("durations.json")
    if not durations.exists():
        print("Running the tests once to see what they reach …", flush=True)
        rooms = (f"--cov={room}" for room in ROOMS)
        arguments = ("--cov-context=test", "--cov-report=", *TESTS)
        command = state.pytest(*rooms, *arguments, COVERAGE_FILE=data, MUTANTS_DURATIONS=durations)
        with state.file("reach.log").open("wb") as log:
            subprocess.run(command, cwd=state.tree, stdout=log, stderr=log, check=False)
    return read_reach(state.tree, data, durations)


def _jobs(state: State, reach: Reach, mutants: Sequence[Mutant]) -> Iterator[Job]:
    """What is still to be tried, each change with its tests."""
    known = _results(state)
    for mutant in mutants:
        place = mutant.place
        if mutant.key in known and known[mutant.key]["outcome"] != UNSOUND:
            continue
        tests = reach.tests(place.file, place.line, in_body=place.in_body, budget=BUDGET)
        source = state.file(f"{sha256(mutant.key.encode()).hexdigest()[:16]}.py")
        source.write_text(mutant.source, "utf-8")
        seconds = 10 + round(3 * sum(reach.seconds[test] for test in tests))
        module = ".".join(Path(place.file).with_suffix("").parts[1:]).removesuffix(".__init__")
        yield {
            "key": mutant.key,
            "file": str(state.tree / place.file),
            "module": module,
            "source": str(source),
            "tests": tests,
            "seconds": seconds,
        }


def _forks(state: State, reach: Reach, mutants: Sequence[Mutant], until: float) -> None:
    """Try changes inside functions."""
    jobs = list(_jobs(state, reach, mutants))
    if not jobs:
        return
    state.file("jobs.json").write_text(json.dumps(jobs), "utf-8")
    command = state.pytest(*TESTS, MUTANTS_JOBS=state.file("jobs.json"), MUTANTS_RESULTS=state.file("results.jsonl"))
    with state.file("forks.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=state.tree, stdout=log, stderr=log, start_new_session=True)
        try:
            while process.poll() is None and time.monotonic() < until:
                time.sleep(5)
                _show(state)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _runs(state: State, reach: Reach, mutants: Sequence[Mutant], until: float) -> None:
    """Try changes of what runs on import, each in a run of its own on the changed copy."""
    for job in _jobs(state, reach, mutants):
        if time.monotonic() > until:
            return
        outcome = _run(state, job)
        with state.file("results.jsonl").open("a", encoding="utf-8") as results:
            results.write(json.dumps({"key": job["key"], "outcome": outcome, "by": ""}, ensure_ascii=False) + "\n")
        _show(state)


def _run(state: State, job: Job) -> str:
    file, tests = Path(job["file"]), job["tests"]
    if not tests:
        return LIVED
    state.file("selected.json").write_text(json.dumps(tests), "utf-8")
    paths = sorted({test.partition("::")[0] for test in tests})
    command = state.pytest("--exitfirst", *paths, MUTANTS_SELECTED=state.file("selected.json"))
    whole = file.read_bytes()
    try:
        shutil.copyfile(job["source"], file)
        with state.file("run.log").open("wb") as log:
            done = subprocess.run(command, cwd=state.tree, stdout=log, stderr=log, timeout=900, check=False)
    except subprocess.TimeoutExpired:
        return TIMED_OUT
    finally:
        file.write_bytes(whole)
    return {0: LIVED, 1: KILLED, 2: KILLED, 4: KILLED}.get(done.returncode, UNSOUND)


def _results(state: State) -> dict[str, Mapping[str, str]]:
    """What is known so far, by change."""
    file = state.file("results.jsonl")
    lines = file.read_text("utf-8").splitlines() if file.exists() else ()
    return {result["key"]: result for result in map(json.loads, lines)}


def _show(state: State) -> None:
    counts = Counter(result["outcome"] for result in _results(state).values())
    print("\r" + ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items())), end="", flush=True)


def _report(mutants: Sequence[Mutant], results: Mapping[str, Mapping[str, str]]) -> int:
    """Print the survivors and the figures; the exit status."""
    tried = [(mutant, results[mutant.key]) for mutant in mutants if mutant.key in results]
    print()
    for mutant, result in tried:
        if result["outcome"] in {LIVED, UNSOUND}:
            print(f"{result['outcome']} {mutant.place.file}:{mutant.place.line} {result['by']}\n  {mutant.key}")
    counts = Counter(result["outcome"] for _, result in tried)
    share = 100 * (counts[KILLED] + counts[TIMED_OUT]) / (len(tried) or 1)
    print(f"{len(tried)} of {len(mutants)} tried: {counts[KILLED]} killed, {counts[TIMED_OUT]} timed out (killed too),")
    print(f"{counts[LIVED]} lived, {counts[UNSOUND]} unsound. {share:.1f} % killed, {NEEDED} % are needed.")
    return 0 if share >= NEEDED and len(tried) == len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
