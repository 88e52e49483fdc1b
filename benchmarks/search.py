"""Search beside Pagefind on one corpus, in one run: what it finds, what a reader downloads, how long it takes.

`python benchmarks/search.py --entries 10000 --write`. Sentences of an office are strewn among the corpus's random
words, so that words people type are met often; every sixteenth entry is in Traditional characters. The queries are 23
that people type, and 300 stretches of two to six characters held out by a seed, half of them turned into Traditional.
The truth is a scan of every text, folded on both sides. Bytes are as a server sends them, by gzip -6.

A warm machine is one whose server has the files in memory and whose browser runs. The browser keeps nothing: each query
is asked in a page just opened, whose script has loaded the first download and no list, and every file is fetched anew.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median

from corpus import KINDS, SEED
from measure import Cost, measured
from playwright.sync_api import sync_playwright
from search_corpus import TYPED, enriched, held_out, truth
from search_in_browser import ours, row, served, theirs

from yuandi.search import SearchDocument
from yuandi.search.build.index import whole
from yuandi.search.build.update import edited
from yuandi.search.query.answer import Index
from yuandi.search.query.document import Catalogue
from yuandi.search.query.files import FOLDER
from yuandi.search.query.state import load, save

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
GLOB = "{" + ",".join(sorted({kind.folder.split("/")[0] for kind in KINDS})) + "}/**/*.html"
"""The pages of entries: Pagefind need not read lists."""


def index_cost(documents: list[SearchDocument], folder: Path) -> Cost:
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
    documents = tuple(
        SearchDocument(**dict(zip(names, values, strict=True))) for values in json.loads(data.read_text())
    )

    def put(path: str, content: bytes) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    (folder / "key").write_bytes(save(folder / "state", whole(Catalogue(documents), put)))


def updates(documents: list[SearchDocument], folder: Path) -> tuple[float, int]:
    """The median seconds and files of an update after one edit: state read, files and state written."""
    spent, count = [], []
    for number in (17, len(documents) // 2, len(documents) - 3):
        begun = time.perf_counter()
        state = load(folder / "state", (folder / "key").read_bytes())
        if state is None:
            raise RuntimeError("the state is gone")
        text = documents[number].text + "\n这里又添了一句话。"
        changed = SearchDocument(
            **{name: getattr(documents[number], name) for name in SearchDocument.__slots__}
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
