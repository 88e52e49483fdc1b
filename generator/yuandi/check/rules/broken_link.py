"""REF008: a link in a body that leads nowhere, or nowhere safe."""

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath
from typing import Any

from yuandi.body import SAFE_SCHEMES, Link, anchors
from yuandi.check.rule import rule
from yuandi.diagnostics import Finding, Severity
from yuandi.entry import Entry
from yuandi.portal import Portal
from yuandi.text import Text, shorten


@rule("REF008", "broken-link", Severity.ERROR)
def broken_link(portal: Portal) -> Iterator[Finding]:
    """A link in a body to a page or anchor that is not there."""
    for entry in portal.entries:
        for link in portal.links_of(entry):
            words = _words(portal, entry, link)
            if words:
                yield Finding(entry.at_body(link.start, link.end), *words)


def _words(portal: Portal, entry: Entry[Any], link: Link) -> tuple[Text, Text] | None:
    if link.is_outside:
        return _unsafe(link) if link.scheme and link.scheme not in SAFE_SCHEMES else None
    if not link.path:
        return _anchor(entry, link) if link.anchor else None
    if link.is_picture or not _is_page(link.path):
        return None
    target = _target(entry, link.path)
    if not link.path.endswith(".md"):
        return None if _is_address(portal, entry, link.path) else _nowhere(portal, link, target)
    if target.removesuffix(".md") in portal.broken:
        return None
    page = portal.by_path.get(target)
    if page is None:
        return _nowhere(portal, link, target)
    return _anchor(page, link) if link.anchor else None


def _is_page(path: str) -> bool:
    """Whether a target is a page; REF005 speaks of files."""
    name = path.rpartition("/")[2]
    return name.endswith((".md", ".html")) or "." not in name.strip(".")


def _target(entry: Entry[Any], path: str) -> str:
    return normpath(path.lstrip("/")) if path.startswith("/") else normpath(join(dirname(entry.path), path))


def _is_address(portal: Portal, entry: Entry[Any], path: str) -> bool:
    """Whether the target is the address of a page or a file, seen from the content folder or from the page."""
    here = entry.address if entry.address.endswith("/") or not entry.address else dirname(entry.address) + "/"
    for base in (_target(entry, path), normpath(join(here, path))):
        address = "" if base == "." else base
        if address in portal.files or {address, f"{address}/"} & portal.all_addresses:
            return True
    return False


def _anchor(page: Entry[Any], link: Link) -> tuple[Text, Text] | None:
    known = anchors(page.body)
    if link.anchor in known or link.anchor == "__top":
        return None
    near = get_close_matches(link.anchor, sorted(known), n=1)
    hint = (
        Text(f"是否应为 `#{near[0]}`？", f"Did you mean `#{near[0]}`?")
        if near
        else Text("锚点取自标题的文字，去掉标点。", "Anchors are the words of headings without punctuation.")
    )
    return Text(f"{page.path} 里没有 `#{link.anchor}`。", f"{page.path} has no `#{link.anchor}`."), hint


def _nowhere(portal: Portal, link: Link, target: str) -> tuple[Text, Text]:
    name = target.rpartition("/")[2]
    same_name = sorted(path for path in portal.by_path if path.rpartition("/")[2] == name)
    near = same_name or get_close_matches(target, sorted(portal.by_path)[:5000], n=1)
    hint = (
        Text(f"是否指 `{near[0]}`？", f"Did you mean `{near[0]}`?")
        if near
        else Text(
            "页面以相对路径引用，如 `../plans/2026/x.md`。",
            "Pages are named by relative path, as in `../plans/2026/x.md`.",
        )
    )
    return Text(f"链接 `{link.path}` 指向不存在的页面。", f"The link `{link.path}` leads to no page."), hint


def _unsafe(link: Link) -> tuple[Text, Text]:
    return (
        Text(f"链接 `{shorten(link.target)}` 不安全。", f"The link `{shorten(link.target)}` is unsafe."),
        Text("只可用 http、https、mailto、tel 或站内路径。", "Use http, https, mailto, tel or a path in the site."),
    )
