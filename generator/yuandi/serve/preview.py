"""The loop of the preview: watch the files, rebuild, tell the browser. The built site stays between edits."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from yuandi.serve.server import PreviewEvent, Server

QUIET = 0.04
"""Seconds without a change after which a build begins."""
_SILENT = {"opened", "closed_no_write"}


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result of a build: whether pages may have changed, and the findings of the check as text."""

    has_changed: bool
    findings: str = ""


class _Watcher(FileSystemEventHandler):
    """Wakes the loop after any change of a watched file."""

    def __init__(self, woken: Event, ignored: Sequence[str]) -> None:
        self._woken, self._ignored = woken, tuple(ignored)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake the loop if a file was written, moved or deleted."""
        path = os.fsdecode(event.src_path)
        if event.event_type not in _SILENT and not path.startswith(self._ignored):
            self._woken.set()


def serve(
    address: tuple[str, int],
    site: Callable[[], Path],
    watched: Sequence[Path],
    ignored: Sequence[Path],
    build: Callable[[], BuildResult],
    announce: Callable[[str], None],
) -> None:
    """Serve until interrupted. `build` is called after each change, `announce` once with the server's address.

    Raises YuandiError if the address is in use.
    """
    woken = Event()
    observer = Observer()
    watcher = _Watcher(woken, [f"{folder}{os.sep}" for folder in ignored])
    for folder in {path if path.is_dir() else path.parent for path in watched}:
        observer.schedule(watcher, str(folder), recursive=folder in watched)
    server = Server(address, site())
    observer.start()
    server.start()
    announce(server.url)
    try:
        while True:
            woken.wait()
            while woken.is_set():
                woken.clear()
                woken.wait(QUIET)
            result = build()
            is_new = result.has_changed or not result.findings
            server.tell(PreviewEvent("reload" if is_new else "findings", result.findings))
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        server.stop()
