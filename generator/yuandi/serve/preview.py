"""A preview that follows the editor: watch, build what is needed, tell the browser. The built site stays between edits."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from yuandi.serve.server import News, Server

QUIET = 0.04
_SILENT = {"opened", "closed_no_write"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: whether pages may have changed, and what the check said, as text."""

    has_changed: bool
    findings: str = ""


class _Watcher(FileSystemEventHandler):
    """Wakes the loop at any change of a watched file."""

    def __init__(self, woken: Event, ignored: Sequence[str]) -> None:
        self._woken, self._ignored = woken, tuple(ignored)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A file was written, moved or deleted."""
        path = os.fsdecode(event.src_path)
        if event.event_type not in _SILENT and not path.startswith(self._ignored):
            self._woken.set()


def serve(
    address: tuple[str, int],
    site: Callable[[], Path],
    watched: Sequence[Path],
    ignored: Sequence[Path],
    build: Callable[[], Outcome],
    said: Callable[[str], None],
) -> None:
    """Serve until interrupted. `build` is called after each change; `said` hears the server's address."""
    woken = Event()
    observer = Observer()
    watcher = _Watcher(woken, [f"{folder}{os.sep}" for folder in ignored])
    for folder in {path if path.is_dir() else path.parent for path in watched}:
        observer.schedule(watcher, str(folder), recursive=folder in watched)
    server = Server(address, site())
    observer.start()
    server.start()
    said(server.url)
    try:
        while True:
            woken.wait()
            while woken.is_set():
                woken.clear()
                woken.wait(QUIET)
            outcome = build()
            is_new = outcome.has_changed or not outcome.findings
            server.tell(News("reload" if is_new else "findings", outcome.findings))
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        server.stop()
