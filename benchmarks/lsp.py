"""How long an editor waits for findings in a large portal, and what the server takes.

`python benchmarks/lsp.py --entries 10000 --write`. A real client types into an entry of 200 lines, each time with
another fault, some of them behind characters outside the basic plane, and waits until it is told of it at its place.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import corpus
from lsprotocol import types as lsp
from run import put_section

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from editor import Editor

LINES = 200
BEFORE = "𠮷𠮷，文"
BEHIND = len(f"{BEFORE}[甲](".encode("utf-16-le")) // 2
"""The position at which the link's target begins."""
QUIET = 30
"""Seconds after which the server is idle."""


@dataclass(frozen=True)
class Measured:
    """The results: seconds to the first findings, milliseconds to those of each change, the peak in megabytes."""

    first: float
    waits: tuple[float, ...]
    cpu: float
    peak: float

    def table(self) -> str:
        """As Markdown."""
        worst, median = max(self.waits), statistics.median(self.waits)
        return "\n".join(
            (
                "| | measured | must reach |",
                "|---|---|---|",
                f"| change to findings, ms, median / worst of {len(self.waits)} | {median:.0f} / {worst:.0f} | ≤ 200 |",
                f"| CPU of a change with all that follows it, ms | {self.cpu:.0f} |  |",
                f"| server at most, MB | {self.peak:.0f} | ≤ 400 |",
                f"| start to first findings, s | {self.first:.1f} |  |",
                "| positions behind 𠮷, in UTF-16 | right | right |",
            )
        )


async def measure(root: Path, changes: int) -> Measured:
    """Type `changes` times."""
    editor = Editor(root)
    begun = monotonic()
    await editor.start()
    path = next(
        file for file in sorted((root / "content").rglob("*.md")) if "\nkind: notice" in file.read_text("utf-8")
    )
    shown = path.relative_to(root).as_posix()
    text = path.read_text("utf-8").rstrip("\n") + "\n"
    text += "".join(f"\n第{number}段，学习的内容。\n" for number in range((LINES - text.count("\n")) // 2))
    editor.open(shown, text.replace("title: ", "titel: "))
    await editor.until(lambda: bool(editor.codes(shown)))
    first = monotonic() - begun
    await asyncio.sleep(QUIET)
    process: int = editor.client._server.pid  # the client keeps its server to itself
    waits, before = [], _cpu(process)
    for number in range(changes):
        begun = monotonic()
        if number % 2:
            editor.type(shown, text + f"\n{BEFORE}[甲](不存在-{number}.md)。\n")
        else:
            editor.type(shown, text.replace("title: ", f"unit: nowhere-{number}\ntitle: "))
        await editor.until(lambda number=number: _told(editor, shown, number) is not None)
        waits.append((monotonic() - begun) * 1000)
        told = _told(editor, shown, number)
        if number % 2 and told and told.range.start.character != BEHIND:
            raise SystemExit(f"a wrong place: {told.range}")
        await asyncio.sleep(0.2 if number % 3 else 1.5)
    found = Measured(first, tuple(waits), (_cpu(process) - before) * 1000 / changes, _peak(process))
    await editor.stop()
    return found


def _told(editor: Editor, path: str, number: int) -> lsp.Diagnostic | None:
    return next((diagnostic for diagnostic in editor.found.get(path, ()) if f"-{number}" in diagnostic.message), None)


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=40)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        corpus.make(Path(name), options.entries)
        found = asyncio.run(measure(Path(name), options.changes))
    text = f"`yuandi lsp`, an entry of {LINES} lines; seed {corpus.SEED}.\n\n{found.table()}\n"
    print(text)
    if options.write:
        put_section(f"## Editors, {options.entries:,} entries", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
