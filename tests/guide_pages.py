"""The pages of the guide and the READMEs, and the commands that they give."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = {path.stem: path for path in (*sorted((ROOT / "docs/guide").glob("*.md")), *sorted(ROOT.glob("README*.md")))}
INSTALLATION = ["python3 -m venv ~/yuandi", ". ~/yuandi/bin/activate", "pip install ."]
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)


def commands(page: str) -> list[str]:
    """The command lines of a page, without remarks."""
    lines = [line for block in _BLOCK.findall(PAGES[page].read_text("utf-8")) for line in block.splitlines()]
    bare = [re.sub(r"(?:^|\s{2,})#.*", "", line) for line in lines]
    return [line for line in bare if line]
