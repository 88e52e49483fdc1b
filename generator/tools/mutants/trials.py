"""A pytest plugin. It tries changes in forks of one process that has imported and collected everything, each in its own.

What it does stands in the environment: write down how long each test takes (`MUTANTS_DURATIONS`), run some tests in an
order (`MUTANTS_SELECTED`), or try changes (`MUTANTS_JOBS`).
"""

import gc
import importlib
import json
import os
import resource
import signal
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

KILLED, LIVED, TIMED_OUT, UNSOUND = "killed", "lived", "timed out", "unsound"
MEMORY = 6 << 30
_durations: dict[str, float] = {}
_failed: list[str] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Take the time of a test, without that of other processes."""
    began = time.process_time()
    try:
        return (yield)
    finally:
        _durations[item.nodeid] = time.process_time() - began


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what failed."""
    if report.failed:
        _failed.append(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write down how long the tests took that did not fail."""
    if path := os.environ.get("MUTANTS_DURATIONS"):
        passed = {test: seconds for test, seconds in _durations.items() if test not in _failed}
        Path(path).write_text(json.dumps(passed), "utf-8")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that are asked for, in the order of the asking."""
    if path := os.environ.get("MUTANTS_SELECTED"):
        by_id = {item.nodeid: item for item in items}
        items[:] = [by_id[test] for test in json.loads(Path(path).read_text("utf-8")) if test in by_id]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Try every change that is asked for, and write down each result at once."""
    path = os.environ.get("MUTANTS_JOBS")
    if path is None:
        return None
    by_id = {item.nodeid: item for item in session.items}
    jobs = json.loads(Path(path).read_text("utf-8"))
    for job in jobs:
        importlib.import_module(job["module"])
    for job in jobs:
        items = [by_id[test] for test in job["tests"] if test in by_id]
        result = _try(session, job, items)
        with Path(os.environ["MUTANTS_RESULTS"]).open("a", encoding="utf-8") as results:
            results.write(json.dumps({"key": job["key"], **result}, ensure_ascii=False) + "\n")
    return True


def _try(session: pytest.Session, job: dict[str, Any], items: Sequence[pytest.Item]) -> dict[str, str]:
    """Run tests with a change; a test that notices it must pass without it."""
    source = Path(job["source"]).read_text("utf-8")
    outcome, number = _forked(session, items, job["seconds"], lambda: patch(job["file"], source))
    if outcome != KILLED:
        return {"outcome": outcome, "by": ""}
    by = items[number] if number < len(items) else None
    if by is not None and _forked(session, [by], job["seconds"], lambda: 1)[0] != LIVED:
        return {"outcome": UNSOUND, "by": by.nodeid}
    return {"outcome": KILLED, "by": by.nodeid if by else ""}


def _forked(
    session: pytest.Session, items: Sequence[pytest.Item], seconds: int, change: Callable[[], int]
) -> tuple[str, int]:
    """How tests go in a fork of this process after a change, and the number of the first that failed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _in_child(session, items, seconds, change, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        status = _wait(child, 20 * seconds)
        said = pipe.read()
    if said:
        return (KILLED, int(said)) if int(said) >= 0 else (LIVED, 0)
    return (TIMED_OUT if status is None or os.WIFSIGNALED(status) else UNSOUND), 0


def _in_child(
    session: pytest.Session, items: Sequence[pytest.Item], seconds: int, change: Callable[[], int], writer: int
) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        if change():
            os.write(writer, b"%d" % _first_failure(session, items))
    finally:
        os._exit(0)


def _first_failure(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return number
    return -1


def _wait(child: int, seconds: int) -> int | None:
    """The status of a child that ended; None of one that had to be ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def patch(file: str, source: str) -> int:
    """Give every function of a file, wherever it is held, the code that it has in another source; how many there are."""
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(source, file, "exec"))}
    changed = 0
    for function in gc.get_objects():
        if type(function) is FunctionType and function.__code__.co_filename == file:
            old = function.__code__
            new = codes.get((old.co_qualname, old.co_firstlineno))
            if new is not None and len(new.co_freevars) == len(old.co_freevars):
                function.__code__ = new
                changed += 1
    return changed


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
