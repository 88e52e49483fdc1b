"""How long after a save the browser may load the changed page: `serve.py --entries 10000 [--edits 20] [--write]`.

`yuandi serve` runs on the corpus; a client listens to its line of events as a browser does. A body is edited, then
the news to load again is waited for, then the page is asked for, which must have the edit. `--portal` takes a portal
that is there, and built; it is edited.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median

import corpus
from run import put_section, versions

BIN = Path(sys.executable).parent
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def _served(root: Path) -> Iterator[tuple[int, int]]:
    """The server of a portal, as its port and its process."""
    command = [str(BIN / "yuandi"), "serve", "-a", "127.0.0.1:0", "--lang", "en"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = next(line for line in process.stdout or () if line.startswith("Preview: "))
            yield int(said.split(":")[3].split("/")[0]), process.pid
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _listening(port: int) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/__yuandi__/events")
    return connection.getresponse()


def _page(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/{address}")
    return connection.getresponse().read().decode()


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure(root: Path, edits: int) -> tuple[list[float], float]:
    """Seconds from each save to the page with it, and the server's CPU seconds for one."""
    files = sorted((root / "content").rglob("*.md"))
    waits = []
    with _served(root) as (port, process):
        events = _listening(port)
        before = _cpu(process)
        for number in range(edits):
            file = files[(number * 7919 + len(files) // 2) % len(files)]
            words = f"第{number}次添上{time.time_ns()}。"
            time.sleep(0.5)
            begun = time.monotonic()
            with file.open("a", encoding="utf-8") as stream:
                stream.write(f"\n{words}\n")
            while b'"reload"' not in events.readline():
                pass
            page = _page(port, f"{file.relative_to(root / 'content').with_suffix('').as_posix()}/")
            waits.append(time.monotonic() - begun)
            if words not in page:
                raise RuntimeError(f"{file}: the page was not drawn again")
        return waits, (_cpu(process) - before) / edits


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--portal", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = options.portal or Path(name)
        if not options.portal:
            corpus.make(root, options.entries)
        waits, cpu = measure(root.resolve(), options.edits)
    text = (
        f"{options.entries:,} entries, {options.edits} edited bodies. {versions()}.\n\n"
        "| from a save to the page with it | s |\n|---|---|\n"
        f"| median | {median(waits):.2f} |\n| first | {waits[0]:.2f} |\n| worst | {max(waits):.2f} |\n| CPU of the server, each | {cpu:.2f} |\n"
    )
    print(text)
    if options.write:
        put_section(f"## Preview at {options.entries:,} entries", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
