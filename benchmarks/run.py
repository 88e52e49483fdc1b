"""Yuandi beside Hugo and MkDocs with Material, in turns, in one run: on even words, and on natural ones with search.

`python benchmarks/run.py --entries 10000 --rounds 1 --write`. Prints a table of each corpus with the ratios; `--write`
puts them into RESULTS.md. Machines are shared and noisy: the ratios of one run are what counts, CPU before wall.
"""

import argparse
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

import corpus
import peers
from measure import Cost, measured
from natural import NATURAL

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
STEPS = ("cold", "nothing", "body", "title", "added", "template")
CORPORA = {"even": corpus.EVEN, "natural": NATURAL}


@dataclass
class Peer:
    """A generator with its copy of the corpus, and how each step is prepared."""

    name: str
    folder: Path
    command: list[str]
    content: Path
    template: Path
    site: Path
    costs: dict[str, list[Cost]] = field(default_factory=dict)

    def step(self, name: str, entries: list[Path]) -> None:
        """Prepare a step and measure it."""
        target = self.content / entries[len(entries) // 2]
        prepare: dict[str, Callable[[], None]] = {
            "cold": self.clean,
            "nothing": lambda: None,
            "body": lambda: peers.edit_body(target),
            "title": lambda: peers.edit_title(target),
            "added": lambda: peers.add_entry(self.content, entries),
            "template": lambda: peers.edit_template(self.template),
        }
        prepare[name]()
        self.costs.setdefault(name, []).append(measured(self.command, self.folder, QUIET))

    def clean(self) -> None:
        """Forget everything that was built."""
        for folder in (self.site, self.folder / ".yuandi", self.folder / "resources"):
            shutil.rmtree(folder, ignore_errors=True)


def contenders(
    folder: Path, entries: int, manner: corpus.Manner, only: list[str] | None
) -> tuple[list[Peer], list[Path]]:
    """The peers asked for with their corpora, and the entries' paths."""
    ours = folder / "yuandi"
    files = [file.relative_to(ours / "content") for file in corpus.make(ours, entries, manner=manner)]
    peers.own_template(ours)
    for name, make in (("hugo", peers.hugo), ("material", peers.material)):
        if not only or name in only:
            make(ours, folder / name)
    material_template = folder / "material/overrides/main.html"
    return [
        Peer("yuandi", ours, [str(BIN / "yuandi"), "build"], ours / "content", ours / "overrides/yuandi/foot.html", ours / "site"),
        Peer("hugo", folder / "hugo", [str(BIN / "hugo"), "--quiet"], folder / "hugo/content", folder / "hugo/layouts/_default/baseof.html", folder / "hugo/public"),
        Peer("material", folder / "material", [str(BIN / "mkdocs"), "build", "-q"], folder / "material/docs", material_template, folder / "material/site"),
    ], files  # fmt: skip


def table(found: list[Peer]) -> str:
    """Every step of every peer, and ours as a share of each other's."""
    lines = ["| step | peer | wall s | CPU s | peak MB | ours / theirs, wall | CPU |", "|---|---|---|---|---|---|---|"]
    ours = found[0]
    for step in STEPS:
        for peer in found:
            if step not in peer.costs:
                continue
            cost, own = _median(peer.costs[step]), _median(ours.costs[step])
            ratio = "" if peer is ours else f"{own.wall / cost.wall:.3f} | {own.cpu / cost.cpu:.3f}"
            lines.append(
                f"| {step} | {peer.name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f} | {ratio or ' | '} |"
            )
    return "\n".join(lines)


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        median(cost.wall for cost in costs), median(cost.cpu for cost in costs), median(cost.memory for cost in costs)
    )


def versions() -> str:
    """What was measured with what."""
    names = ("mkdocs", "mkdocs-material", "markdown", "pyromark", "nh3", "jinja2", "pydantic", "hugo")
    said = ", ".join(f"{name} {version(name)}" for name in names)
    return f"Python {platform.python_version()}, {said}; seed {corpus.SEED}"


def compared(name: str, options: argparse.Namespace) -> str:
    """The table of one corpus."""
    with tempfile.TemporaryDirectory() as folder:
        every, entries = contenders(Path(folder), options.entries, CORPORA[name], options.only)
        found = [peer for peer in every if not options.only or peer.name in options.only]
        for _ in range(options.rounds):
            for step in STEPS:
                for peer in found:
                    if peer.name != "material" or step in {"cold", "body"}:
                        peer.step(step, entries)
                        print(f"{name} {peer.name} {step}: {peer.costs[step][-1]}", file=sys.stderr, flush=True)
    return f"{options.entries:,} entries, {options.rounds} round(s). {versions()}.\n\n{table(found)}\n"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--corpus", choices=CORPORA, action="append", help="this one only")
    parser.add_argument("--only", action="append", help="measure these peers only")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for name in options.corpus or CORPORA:
        text, title = compared(name, options), f"## {options.entries:,} entries, {name} words"
        print(f"{title}\n\n{text}")
        if options.write:
            put_section(title, text)
    return 0


def put_section(title: str, text: str) -> None:
    """Replace one section of RESULTS.md."""
    file = HERE / "RESULTS.md"
    old = file.read_text(encoding="utf-8") if file.is_file() else "# Results\n"
    head, *sections = old.split("\n## ")
    kept = [section for section in sections if section.partition("\n")[0] != title.removeprefix("## ")]
    parts = [head.rstrip(), *(f"## {section.strip()}" for section in kept), f"{title}\n\n{text.strip()}"]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
