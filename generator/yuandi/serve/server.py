"""A local HTTP server for the site, with a stream of events that tells the browser when to reload."""

import json
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

EVENTS = "/__yuandi__/events"
SCRIPT = "/__yuandi__/preview.js"
_TAG = f'<script src="{SCRIPT}"></script></body>'.encode()
_ALIVE = 15.0


@dataclass(frozen=True, slots=True)
class PreviewEvent:
    """An event for the browser: `reload`, or show `findings`; with the text of all present findings."""

    kind: str
    text: str = ""


class _Broadcast:
    """The open pages, and the last event: a page that is opened later gets the findings that still exist."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: set[SimpleQueue[PreviewEvent | None]] = set()
        self._last = PreviewEvent("reload")

    def listen(self) -> "SimpleQueue[PreviewEvent | None]":
        queue: SimpleQueue[PreviewEvent | None] = SimpleQueue()
        with self._lock:
            self._listeners.add(queue)
            if self._last.text:
                queue.put(PreviewEvent("findings", self._last.text))
        return queue

    def leave(self, queue: "SimpleQueue[PreviewEvent | None]") -> None:
        with self._lock:
            self._listeners.discard(queue)

    def tell(self, event: PreviewEvent | None) -> None:
        with self._lock:
            self._last = event or self._last
            for queue in self._listeners:
                queue.put(event)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files of the site; pages get a script that listens to the events."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, broadcast: _Broadcast, **named: Any) -> None:
        self._broadcast = broadcast
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """Send a page, a file, the script, or the stream of events."""
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send((files("yuandi.serve") / "preview.js").read_bytes(), "text/javascript; charset=utf-8")
        elif page := self._page():
            self._send(page.read_bytes().replace(b"</body>", _TAG, 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        """The HTML file for the request, or None; a folder without its slash is redirected by the base class."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path = path / "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        queue = self._broadcast.listen()
        try:
            self._relay(queue)
        except OSError:
            return
        finally:
            self._broadcast.leave(queue)

    def _relay(self, queue: "SimpleQueue[PreviewEvent | None]") -> None:
        while True:
            try:
                event = queue.get(timeout=_ALIVE)
            except Empty:
                self.wfile.write(b": alive\n\n")
                self.wfile.flush()
                continue
            if event is None:
                return
            data = json.dumps({"kind": event.kind, "text": event.text}, ensure_ascii=False)
            self.wfile.write(f"data: {data}\n\n".encode())
            self.wfile.flush()

    def end_headers(self) -> None:
        """End the headers, with one against caching: pages and files may change at any moment."""
        if not any(b"cache-control" in line.lower() for line in getattr(self, "_headers_buffer", [])):
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # the base class's name
        """Log nothing."""


class _Threads(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


class Server:
    """An HTTP server for the site of one portal. Raises YuandiError if the address is in use."""

    def __init__(self, address: tuple[str, int], site: Path) -> None:
        self._broadcast = _Broadcast()
        try:
            self._http = _Threads(address, partial(_Handler, broadcast=self._broadcast, directory=str(site)))
        except OSError as error:
            where = f"{address[0]}:{address[1]}"
            raise YuandiError(
                Text(
                    f"不能在 {where} 提供预览（{error.strerror}）。用 `-a 127.0.0.1:8001` 换一个端口。",
                    f"Cannot serve at {where} ({error.strerror}). Choose another port with `-a 127.0.0.1:8001`.",
                )
            ) from None

    @property
    def url(self) -> str:
        """The address of the site."""
        host, port = self._http.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"

    def start(self) -> None:
        """Start answering requests, in a thread."""
        Thread(target=self._http.serve_forever, daemon=True).start()

    def tell(self, event: PreviewEvent) -> None:
        """Send an event to every open page."""
        self._broadcast.tell(event)

    def stop(self) -> None:
        """Stop answering requests."""
        self._broadcast.tell(None)
        self._http.shutdown()
        self._http.server_close()
