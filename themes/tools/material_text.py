"""Material's main.css → the rules that style text: what Markdown extensions produce, and nothing of its frame.

The theme carries the result, because Material names its file by a hash that changes with each release, and because
a third of it styles parts that our pages do not have. Run this again for a new release of Material:

    python themes/tools/material_text.py
"""

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import material

ROOT = Path(__file__).parents[1] / "yuandi_theme" / "assets" / "stylesheets"
STYLESHEETS = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"

_TEXT = re.compile(
    r"\.md-typeset|\.md-button|\.md-tag|\.md-ellipsis|\.highlight|\.twemoji|\.tabbed-|\.footnote|\.task-list"
    r"|\.admonition|\.grid\b|\.md-annotation|\.md-tooltip|\.headerlink|\.arithmatex|\.md-code|^:root"
)
_FRAME = re.compile(
    r"\.md-(?:nav|search|header|footer|tabs|sidebar|banner|dialog|version|source|select|post|social|top|path)\b"
)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule as its head and its body; a body of `@media` holds rules again."""
    place = 0
    while (opens := css.find("{", place)) >= 0:
        depth, end = 1, opens + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield css[place:opens].rpartition(";")[2].strip(), css[opens + 1 : end - 1]
        place = end


def selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma inside brackets parts nothing."""
    return re.split(r",(?![^()\[\]]*[)\]])", head)


def kept(css: str) -> str:
    """The rules that style text."""
    said = []
    for head, body in rules(css):
        if head.startswith(("@media", "@supports")):
            inner = kept(body)
            said.append(f"{head}{{{inner}}}" if inner else "")
        elif head.startswith("@keyframes"):
            said.append("")
        else:
            chosen = [one for one in selectors(head) if _TEXT.search(one) and not _FRAME.search(one)]
            said.append(f"{','.join(chosen)}{{{body}}}\n" if chosen else "")
    return "".join(said)


def main() -> None:
    """Write the rules beside the theme's own."""
    source = next(STYLESHEETS.glob("main.*.min.css")).read_text(encoding="utf-8").partition("/*# sourceMappingURL")[0]
    head = f"/* The rules for text of mkdocs-material {version('mkdocs-material')}, (c) 2016-2025 Martin Donath, MIT licence.\n"
    head += "   Made by themes/tools/material_text.py; do not edit. */\n"
    text = head + kept(re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
    (ROOT / "material-text.css").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
