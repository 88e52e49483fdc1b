"""Search beside Pagefind on one corpus, in one run: what it finds, what a reader downloads, how long it takes.

`python benchmarks/search.py --entries 10000 --write`. Sentences of an office are strewn among the corpus's random
words, so that words people type are met often; every sixteenth entry is in Traditional characters. The queries are 23
that people type, and 300 stretches of two to six characters held out by a seed, half of them turned into Traditional.
The truth is a scan of every text, folded on both sides. Bytes are as a server sends them, by gzip -6.

A warm machine is one whose server has the files in memory and whose browser runs. The browser keeps nothing: each query
is asked in a page just opened, whose script has loaded the first download and no list, and every file is fetched anew.
"""

import argparse
import gzip
import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from statistics import median
from threading import Thread

import opencc
from corpus import KINDS, SEED, make
from measure import Cost, measured
from playwright.sync_api import Browser, Page, sync_playwright

from yuandi.search import Document
from yuandi.search.build.index import whole
from yuandi.search.build.update import edited
from yuandi.search.query.answer import Index
from yuandi.search.query.document import Catalogue
from yuandi.search.query.files import FOLDER
from yuandi.search.query.folding import fold
from yuandi.search.query.state import load, save

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
GLOB = "{" + ",".join(sorted({kind.folder.split("/")[0] for kind in KINDS})) + "}/**/*.html"
"""The pages of entries: Pagefind need not read lists."""
TYPED = (
    "学习", "题", "读书月", "学习强国", "習強國", "習近平", "图书馆", "圖書館", "可持续发展", "2025年", "2025年3月", "中心组", "集中学习", "主题教育",
    "学习型组织", "光荣榜", "年度考核", "党员干部", "领导小组", "网络安全", "讲座通知", "第三季度", "ＰＤＦ",
)  # fmt: skip
SENTENCES = (
    "请登录学习强国平台完成本月学习任务。", "图书馆周末照常开放，借阅证可以续期。", "坚持绿色低碳，推动可持续发展。", "2025年3月底前报送材料。",
    "2025年12月召开总结会。", "中心组举行集中学习，党员干部参加。", "开展主题教育，建设学习型组织。", "年度考核结果在光荣榜上公布。",
    "领导小组办公室负责协调。", "网络安全讲座通知已经印发。", "第三季度读书月活动安排见附件，格式为PDF。", "学习贯彻习近平总书记讲话精神。",
    "各单位要认真组织学习，按时报送学习情况。", "培训课题由各科室提出，题目自定。", "2015年3月起执行，2025年修订。",
)  # fmt: skip


def enriched(folder: Path, entries: int) -> None:
    """The corpus, with sentences that people write, and some entries in Traditional characters."""
    rng = random.Random(SEED)  # noqa: S311  # a corpus, not a secret
    traditional = opencc.OpenCC("s2t").convert
    for number, file in enumerate(make(folder, entries)):
        head, body = file.read_text("utf-8").split("---\n", 2)[1:]
        parts = body.rstrip("\n").split("\n\n")
        for _ in range(rng.randint(0, 4)):
            parts.insert(rng.randrange(len(parts)) + 1, rng.choice(SENTENCES))
        body = "\n\n".join(parts)
        file.write_text(f"---\n{head}---\n{traditional(body) if number % 16 == 0 else body}\n", "utf-8")


def truth(documents: list[Document]) -> list[str]:
    """The texts that a scan reads."""
    return ["\n".join((fold(document.title), fold(document.facts), fold(document.text))) for document in documents]


def held_out(texts: list[str], count: int) -> list[str]:
    """Stretches of two to six Chinese characters, half of them in Traditional."""
    rng = random.Random(SEED + 1)  # noqa: S311  # a seeded sample
    traditional = opencc.OpenCC("s2t").convert
    found: list[str] = []
    while len(found) < count:
        text = rng.choice(texts)
        size = rng.randint(2, 6)
        at = rng.randrange(max(1, len(text) - size))
        word = text[at : at + size]
        if re.fullmatch(r"[\u4e00-\u9fff]{2,6}", word):
            found.append(traditional(word) if len(found) % 2 else word)
    return found


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


def scanned(texts: list[str], query: str) -> set[int]:
    """The numbers of the documents that hold a query."""
    wanted = fold(query)
    return {number for number, text in enumerate(texts) if wanted in text}


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


def index_cost(documents: list[Document], folder: Path) -> Cost:
    """Our index alone, in a process of its own, written to a folder."""
    data = folder / "documents.json"
    data.write_text(
        json.dumps(
            [
                [
                    document.id,
                    document.address,
                    document.title,
                    document.date,
                    document.type,
                    document.unit,
                    document.column,
                    document.facts,
                    document.text,
                ]
                for document in documents
            ],
            ensure_ascii=False,
        )
    )
    return measured([sys.executable, str(HERE / "search.py"), "--index", str(data), str(folder / "index")], folder)


def index(data: Path, folder: Path) -> None:
    """Make an index of documents that are in a file."""
    names = ("id", "address", "title", "date", "type", "unit", "column", "facts", "text")
    documents = tuple(Document(**dict(zip(names, values, strict=True))) for values in json.loads(data.read_text()))

    def put(path: str, content: bytes) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    (folder / "key").write_bytes(save(folder / "state", whole(Catalogue(documents), put)))


def updates(documents: list[Document], folder: Path) -> tuple[float, int]:
    """The median seconds and files of an update after one edit: state read, files and state written."""
    spent, count = [], []
    for number in (17, len(documents) // 2, len(documents) - 3):
        begun = time.perf_counter()
        state = load(folder / "state", (folder / "key").read_bytes())
        if state is None:
            raise RuntimeError("the state is gone")
        text = documents[number].text + "\n这里又添了一句话。"
        changed = Document(
            **{name: getattr(documents[number], name) for name in Document.__slots__}
            | {"text": text, "tags": (), "people": ()}
        )
        result = edited(state, {number: changed}, lambda path: (folder / path).read_bytes())
        if result is None:
            raise RuntimeError("the whole index must be made")
        for path, data in result[1].items():
            (folder / path).write_bytes(data)
        (folder / "key").write_bytes(save(folder / "state", result[0], state))
        spent.append(time.perf_counter() - begun)
        count.append(len(result[1]))
    return median(spent), max(count)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--held-out", type=int, default=300)
    parser.add_argument("--index", nargs=2, type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.index:
        index(*options.index)
        return 0
    with tempfile.TemporaryDirectory() as name:
        text = report(Path(name), options.entries, options.held_out)
    print(text)
    if options.write:
        from run import put_section

        put_section(f"## Search, {options.entries:,} entries", text)
    return 0


def report(folder: Path, entries: int, count: int) -> str:
    """The table."""
    portal = folder / "portal"
    enriched(portal, entries)
    settings = portal / "mkdocs.yml"
    plain = settings.read_text("utf-8")
    build = [str(BIN / "yuandi"), "build"]
    without = measured(build, portal)
    shutil.copytree(portal / "site", folder / "pagefind")
    with_pagefind = measured(
        [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(folder / "pagefind"),
            "--force-language",
            "zh",
            "--glob",
            GLOB,
        ],
        folder,
    )
    shutil.rmtree(portal / "site")
    shutil.rmtree(portal / ".yuandi")
    settings.write_text(plain.replace("search: false", "search: true"), "utf-8")
    with_search = measured(build, portal)
    reader = Index(lambda path: (portal / "site" / path).read_bytes())
    documents = [reader.document(number) for number in range(reader.first.documents)]
    texts = truth(documents)
    queries = [*TYPED, *held_out(texts, count)]
    alone = index_cost(documents, folder)
    update, rewritten = updates(documents, folder / "index")
    files = [file for file in (portal / "site" / FOLDER).rglob("*") if file.is_file()]
    most = max(len(list(place.iterdir())) for place in (portal / "site" / FOLDER).rglob("*") if place.is_dir())
    rows = ["| | measured | must reach |", "|---|---|---|"]
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        chromium = browser.version
        with served(portal / "site") as (server, address):
            rows += ours(browser, server, address, queries, texts)
        with served(folder / "pagefind") as (server, address):
            rows += theirs(browser, server, address, queries[: len(TYPED) + 40], texts)
    rows += [
        row("index alone, cold, CPU s", f"{alone.cpu:.1f}", ""),
        row("Pagefind, CPU s", f"{with_pagefind.cpu:.1f}", ""),
        row("index / Pagefind, CPU", f"{alone.cpu / with_pagefind.cpu:.2f}", "≤ 0.3"),
        row("index, peak MB (Pagefind)", f"{alone.memory:.0f} ({with_pagefind.memory:.0f})", "≤ 400"),
        row("update after one edit, s, and files", f"{update:.2f}, {rewritten}", "≤ 0.3, few"),
        row("files, and most in a folder", f"{len(files)}, {most}", "≤ 5,000, ≤ 1,000"),
        row("index on disc, MB", f"{sum(file.stat().st_size for file in files) / 1e6:.0f}", ""),
        row(
            "cold build with search / without, CPU",
            f"{with_search.cpu / without.cpu:.2f} ({with_search.cpu:.1f} / {without.cpu:.1f} s)",
            "≤ 1.3",
        ),
        row(
            "the same, largest process",
            f"{with_search.memory / without.memory:.2f} ({with_search.memory:.0f} / {without.memory:.0f} MB)",
            "≤ 1.3",
        ),
    ]
    said = (
        f"{entries:,} entries, {len(queries)} queries; seed {SEED}. Pagefind {version('pagefind')}, Chromium {chromium}, "
        f"numpy {version('numpy')}. Warm: files in the server's memory, nothing in the browser's; each query in a page of "
        "its own that has the first download and no list."
    )
    return f"{said}\n\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
