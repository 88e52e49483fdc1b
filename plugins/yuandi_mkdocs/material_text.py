"""Material's style sheet → the rules that style text: what Markdown extensions produce, and nothing of its frame.

A third of that sheet styles parts that our pages do not have, and its file is named by a hash that changes with each
release. The rules are taken from the Material that is installed.
"""

import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

_TEXT = re.compile(
    r"\.md-typeset|\.md-button|\.md-tag|\.md-ellipsis|\.highlight|\.twemoji|\.tabbed-|\.footnote|\.task-list"
    r"|\.admonition|\.grid\b|\.md-annotation|\.md-tooltip|\.headerlink|\.arithmatex|\.md-code|^:root"
)
_FRAME = re.compile(
    r"\.md-(?:nav|search|header|footer|tabs|sidebar|banner|dialog|version|source|select|post|social|top|path)\b"
)
_BRACE = re.compile(r"[{}]")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
"""A comma between selectors; a comma inside brackets is not a separator."""


def material_text() -> str:
    """The rules for text of the Material that is installed."""
    head = (
        f"/* The rules for text of mkdocs-material {version('mkdocs-material')}, (c) Martin Donath, MIT licence. */\n"
    )
    return head + rules_for_text(_material())


def _material() -> str:
    spec = find_spec("material")
    (package,) = spec.submodule_search_locations if spec and spec.submodule_search_locations else ("",)
    sheet = next(Path(package, "templates/assets/stylesheets").glob("main.*.min.css"))
    return _COMMENT.sub("", sheet.read_text(encoding="utf-8"))


def rules_for_text(css: str) -> str:
    """The rules that style text, of a style sheet without comments."""
    return "".join(_kept(head, body) for head, body in rules(css))


def _kept(head: str, body: str) -> str:
    if head.startswith(("@media", "@supports")):
        inner = rules_for_text(body)
        return f"{head}{{{inner}}}" if inner else ""
    if not _TEXT.search(head) or head.startswith("@"):
        return ""
    chosen = [selector for selector in _COMMA.split(head) if _TEXT.search(selector) and not _FRAME.search(selector)]
    return f"{','.join(chosen)}{{{body}}}\n" if chosen else ""


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule as its head and its body; a body of `@media` holds rules again."""
    depth = start = opened = 0
    for brace in _BRACE.finditer(css):
        if brace[0] == "{":
            opened = opened if depth else brace.end()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield css[start : opened - 1].rpartition(";")[2].strip(), css[opened : brace.start()]
                start = brace.end()
