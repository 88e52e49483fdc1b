"""The recipes of CONTRIBUTING.md, done as they say on a copy of the sources.

A block with a path after its language is a file; one in the language `diff` has a line of the file, and after it the
lines to add; one in the language `po` has the translations of messages that `make fix` has added.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_COPIED = ("generator", "plugins", "themes", "docs", "tests", "content", "mkdocs.yml", "pyproject.toml")
_BLOCK = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w+) (?P<path>\S+)\n(?P<text>.*?)^(?P=indent)(?P=fence)$", re.M | re.S
)


@dataclass(frozen=True)
class Block:
    """What a recipe says of one file."""

    language: str
    path: str
    text: str


def recipe(title: str) -> str:
    """The section of CONTRIBUTING.md with a title."""
    sections = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("\n## ")
    (found,) = (section for section in sections if section.startswith(f"{title}\n"))
    return found


def blocks(title: str) -> Iterator[Block]:
    """The blocks of a recipe, in order. Each file is named in the prose too, where readers of the page see it."""
    text = recipe(title)
    for block in _BLOCK.finditer(text):
        assert f"`{block['path']}`" in text, f"{title}: the prose does not name {block['path']}"
        yield Block(block["language"], block["path"], re.sub(f"^{block['indent']}", "", block["text"], flags=re.M))


class Tree:
    """A copy of the sources, in which commands are run; or of such a copy."""

    def __init__(self, folder: Path, source: Path = ROOT) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        for name in _COPIED:
            whole = source / name
            if whole.is_dir():
                shutil.copytree(whole, folder / name, ignore=ignored)
            else:
                shutil.copy(whole, folder)

    def follow(self, title: str) -> list[str]:
        """Do what a recipe says; the files that it made or changed."""
        touched = []
        for block in blocks(title):
            file = self.folder / block.path
            if block.language == "diff":
                self._insert(block)
            elif block.language == "po":
                self._translate(block)
            else:
                assert not file.exists(), f"{block.path} is there already"
                file.write_text(block.text, "utf-8")
            touched.append(block.path)
        return touched

    def _insert(self, block: Block) -> None:
        """Add lines after one that the file has once."""
        before, *rest = block.text.splitlines(keepends=True)
        assert before.startswith(" ")
        assert all(line.startswith("+") for line in rest)
        self.change(block.path, f"\n{before[1:]}", f"\n{before[1:]}" + "".join(line[1:] for line in rest))

    def _translate(self, block: Block) -> None:
        """Fill in the translations of messages that nobody has translated; then none is left."""
        self.run("yuandi.docs.messages")
        for entry in block.text.strip().split("\n\n"):
            id, _, _ = entry.partition("\n")
            self.change(block.path, f'\n{id}\nmsgstr ""\n', f"\n{entry}\n")
        self.run("yuandi.docs.messages", "--check")

    def change(self, path: str, was: str, now: str) -> None:
        """Write one thing of a file otherwise; it stands there once."""
        text = (self.folder / path).read_text("utf-8")
        assert text.count(was) == 1, f"{path} has {was!r} {text.count(was)} times"
        (self.folder / path).write_text(text.replace(was, now), "utf-8")

    def run(self, *arguments: str | Path, status: int = 0) -> str:
        """What a Python module prints that is run with the sources of this tree; its status must be as expected."""
        path = os.pathsep.join(str(self.folder / name) for name in ("generator", "plugins", "themes"))
        environment = {"PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(self.folder / "cache")}
        done = subprocess.run(
            [sys.executable, "-m", *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def test(self, *arguments: str, status: int = 0) -> str:
        """What pytest says in this tree."""
        return self.run("pytest", "-n", "0", "-p", "no:cacheprovider", *arguments, status=status)

    def assert_tidy(self, touched: list[str]) -> None:
        """Ruff finds nothing in these files."""
        code = [path for path in touched if path.endswith(".py")]
        self.run("ruff", "check", "--no-cache", *code)
        self.run("ruff", "format", "--no-cache", "--check", *code)

    def assert_typed(self, *modules: str) -> None:
        """mypy finds nothing in these modules."""
        assert "no issues found" in self.run("mypy", "--no-incremental", "--follow-imports=silent", *modules)
