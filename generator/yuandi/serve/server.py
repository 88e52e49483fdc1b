"""The site over HTTP on this machine, with a line to the browser that says when to load again."""

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
class News:
    """What the browser should do, `reload` or show `findings`, and the text of those that stand."""

    kind: str
    text: str = ""


class _Line:
    """Everybody who listens, and the last news: who comes later hears of findings that still stand."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: set[SimpleQueue[News | None]] = set()
        self._last = News("reload")

    def listen(self) -> "SimpleQueue[News | None]":
        queue: SimpleQueue[News | None] = SimpleQueue()
        with self._lock:
            self._listeners.add(queue)
            if self._last.text:
                queue.put(News("findings", self._last.text))
        return queue

    def leave(self, queue: "SimpleQueue[News | None]") -> None:
        with self._lock:
            self._listeners.discard(queue)

    def tell(self, news: News | None) -> None:
        with self._lock:
            self._last = news or self._last
            for queue in self._listeners:
                queue.put(news)


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; pages with a script that listens."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, line: _Line, **named: Any) -> None:
        self._line = line
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """A page, a file, the script, or the line of events."""
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
        """The HTML file that answers the request, where it is one; a folder without its slash is redirected."""
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
        queue = self._line.listen()
        try:
            self._relay(queue)
        except OSError:
            return
        finally:
            self._line.leave(queue)

    def _relay(self, queue: "SimpleQueue[News | None]") -> None:
        while True:
            try:
                news = queue.get(timeout=_ALIVE)
            except Empty:
                self.wfile.write(b": alive\n\n")
                self.wfile.flush()
                continue
            if news is None:
                return
            data = json.dumps({"kind": news.kind, "text": news.text}, ensure_ascii=False)
            self.wfile.write(f"data: {data}\n\n".encode())
            self.wfile.flush()

    def end_headers(self) -> None:
        """Pages and files may change at any moment."""
        if not any(b"cache-control" in line.lower() for line in getattr(self, "_headers_buffer", [])):
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # the base class's name
        """Requests are not news."""


class _Threads(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


class Server:
    """The site of one portal, over HTTP."""

    def __init__(self, address: tuple[str, int], site: Path) -> None:
        self._line = _Line()
        try:
            self._http = _Threads(address, partial(_Handler, line=self._line, directory=str(site)))
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
        """Where the site is."""
        host, port = self._http.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"

    def start(self) -> None:
        """Begin to answer, in a thread."""
        Thread(target=self._http.serve_forever, daemon=True).start()

    def tell(self, news: News) -> None:
        """Tell every open page."""
        self._line.tell(news)

    def stop(self) -> None:
        """Stop answering."""
        self._line.tell(None)
        self._http.shutdown()
        self._http.server_close()
