"""The parts of a web page: its encoding and metadata, the document in it, and the site around the document. Pure."""

import re
from collections.abc import Mapping
from typing import Any

Node = Any  # selectolax is an extra, and imported only where it is used

_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumb|crumbs?|footer|foot|copyright|share|sidebar|side|related|recommend|toolbar|pager|prevnext|login|search)(?:$|[\s_-])",
    re.I,
)
_CONTENT = (
    "article",
    "main",
    "#zoom",
    "#content",
    "#article",
    ".TRS_Editor",
    ".article-content",
    ".content",
    ".article",
)
_META = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "date",
    "article:published_time": "date",
    "contentsource": "source",
    "author": "author",
}
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_LEAST = 0.5
"""The least share of a page's text that its document has."""


def named_charset(data: bytes) -> str | None:
    """The encoding that a page declares, in lower case, or None."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def metadata_of(parsed: Any) -> Mapping[str, str]:
    """`title`, `date`, `source` and `author` from the `<meta>` elements of a page, or its only main heading."""
    found: dict[str, str] = {}
    for meta in parsed.css("meta"):
        name = (meta.attributes.get("name") or meta.attributes.get("property") or "").lower()
        content = (meta.attributes.get("content") or "").strip()
        if content and name in _META:
            found.setdefault(_META[name], content)
    main = parsed.css("h1")
    if len(main) == 1 and (title := _BLANKS.sub(" ", main[0].text()).strip()):
        found.setdefault("title", title)
    return found


def document_in(root: Node) -> Node:
    """The first element with a usual name for the document that holds at least half of the text, else `root`."""
    total = len(_BLANKS.sub("", root.text()))
    for selector in _CONTENT:
        found = max(root.css(selector), key=lambda node: len(node.text()), default=None)
        if found is not None and len(_BLANKS.sub("", found.text())) >= _LEAST * total:
            return found
    return root


def is_foreign(node: Node) -> bool:
    """Whether an element belongs to the site around the document, or is hidden."""
    words = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    return bool(_FOREIGN.search(words)) or "display:none" in style or "hidden" in node.attributes
