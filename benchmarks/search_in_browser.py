"""Search in a browser for the search benchmark: a server that counts its bytes, and queries to both indexes."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page
from search_corpus import scanned

IDS = """async query => {
  const begun = performance.now();
  const index = await yuandi.finder.open();
  const numbers = await index.numbers(yuandi.finder.parsed(query, index.folding), false);
  return {numbers, ms: performance.now() - begun};
}"""
TEXTS = """async ([query, numbers]) => {
  const begun = performance.now();
  const index = await yuandi.finder.open();
  const texts = yuandi.finder.parsed(query, index.folding).map(one => one.text);
  const documents = await index.documents(numbers.slice(0, 10));
  documents.forEach(one => yuandi.finder.excerpt(one, texts, index.folding));
  return performance.now() - begun;
}"""
PAGEFIND = """async query => {
  const begun = performance.now();
  const found = await pagefind.search(query);
  const ids = performance.now() - begun;
  await Promise.all(found.results.slice(0, 10).map(one => one.data()));
  return {total: found.results.length, ids, all: performance.now() - begun};
}"""


class Server(ThreadingHTTPServer):
    """Serves a folder compressed, and counts what it sends."""

    daemon_threads = True
    sent = 0
    kept: dict[str, bytes] = {}  # noqa: RUF012  # one server, one folder


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:  # the base class's name
        """A file, compressed once."""
        path = self.translate_path(self.path)
        if path.endswith("/") or Path(path).is_dir():
            path = str(Path(path) / "index.html")
        data = self.server.kept.get(path)
        if data is None:
            try:
                data = self.server.kept[path] = gzip.compress(Path(path).read_bytes(), 6)
            except OSError:
                self.send_error(404)
                return
        self.server.sent += len(data)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[Server, str]]:
    """A server and its address."""
    server = Server(("127.0.0.1", 0), lambda *given: Handler(*given, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield server, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def ours(browser: Browser, server: Server, address: str, queries: list[str], texts: list[str]) -> list[str]:
    """Rows about our index: every query in a page that has nothing but the first download."""
    page = browser.new_page()
    rows, first, recall, precision, sizes, ids, excerpts = [], 0, [], [], [], [], []
    for query in queries:
        page.goto(f"{address}search/")
        page.wait_for_function("window.yuandi.finder")
        server.sent = 0
        page.evaluate("yuandi.finder.open().then(() => 0)")
        first = max(first, server.sent)
        server.sent = 0
        found = page.evaluate(IDS, query)
        ids.append(found["ms"])
        excerpts.append(found["ms"] + page.evaluate(TEXTS, [query, found["numbers"]]))
        sizes.append(server.sent)
        wanted, got = scanned(texts, query), set(found["numbers"])
        recall.append(len(wanted & got) / len(wanted) if wanted else 1.0)
        precision.append(len(wanted & got) / len(got) if got else 1.0)
    page.close()
    rows.append(row("recall, mean", f"{sum(recall) / len(recall):.4f}", "≥ 0.999"))
    rows.append(row("precision, mean", f"{sum(precision) / len(precision):.4f}", "1.0"))
    rows.append(
        row(
            "queries with every document and no other",
            f"{sum(a == b == 1 for a, b in zip(recall, precision, strict=True))} of {len(queries)}",
            "",
        )
    )
    rows.append(row("first download, KB", f"{first / 1000:.1f}", "≤ 40"))
    rows.append(
        row(
            "a query with ten excerpts, KB, median / max",
            f"{median(sizes) / 1000:.0f} / {max(sizes) / 1000:.0f}",
            "≤ 60 / 150",
        )
    )
    rows.append(row("– of the 23 typed", f"{median(sizes[:23]) / 1000:.0f} / {max(sizes[:23]) / 1000:.0f}", ""))
    rows.append(
        row(
            "query to ids, ms, median / p99",
            f"{median(ids):.0f} / {sorted(ids)[int(len(ids) * 0.99)]:.0f}",
            "≤ 15 / 80",
        )
    )
    rows.append(
        row("– with ten excerpts", f"{median(excerpts):.0f} / {sorted(excerpts)[int(len(ids) * 0.99)]:.0f}", "")
    )
    return rows


def theirs(browser: Browser, server: Server, address: str, queries: list[str], texts: list[str]) -> list[str]:
    """Rows about Pagefind, which takes long: the queries that people type, and 40 of the others."""
    page: Page = browser.new_page()
    sizes, ids, alls, shares, first = [], [], [], [], 0
    for query in queries:
        page.goto(f"{address}404.html")
        server.sent = 0
        page.evaluate(
            "import('/pagefind/pagefind.js').then(async one => { window.pagefind = one; await one.init(); return 0 })"
        )
        first = max(first, server.sent)
        server.sent = 0
        found = page.evaluate(PAGEFIND, query)
        sizes.append(server.sent)
        ids.append(found["ids"])
        alls.append(found["all"])
        wanted = len(scanned(texts, query))
        shares.append(min(1.0, found["total"] / wanted) if wanted else 1.0)
    page.close()
    return [
        row("Pagefind: found at most, mean", f"{sum(shares) / len(shares):.2f}", ""),
        row("Pagefind: first download, KB", f"{first / 1000:.0f}", ""),
        row(
            "Pagefind: a query with ten results, KB, median / max",
            f"{median(sizes) / 1000:.0f} / {max(sizes) / 1000:.0f}",
            "",
        ),
        row(
            "Pagefind: query to ids, ms, median / p99",
            f"{median(ids):.0f} / {sorted(ids)[int(len(ids) * 0.99)]:.0f}",
            "",
        ),
    ]


def row(what: str, value: str, wanted: str) -> str:
    """A line of the table."""
    return f"| {what} | {value} | {wanted} |"
