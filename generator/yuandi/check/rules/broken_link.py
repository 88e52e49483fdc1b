"""REF008: a link in a body whose target does not exist or is unsafe."""

from collections.abc import Collection, Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, nearest, shorten
from yuandi.check.rule import AtOnce, LinkSeen, link_rule
from yuandi.content.addresses import is_file, named
from yuandi.content.entry import Entry
from yuandi.markdown.anchors import anchors
from yuandi.markdown.links import SAFE_SCHEMES, Link
from yuandi.page_plan.planned_portal import PlannedPortal


def _is_silent_on(seen: LinkSeen) -> bool:
    """A safe way out, or a page or file that is there."""
    if seen.link.is_outside:
        return not seen.link.scheme or seen.link.scheme in SAFE_SCHEMES
    return seen.leads is not None and not seen.link.anchor


@link_rule("REF008", "broken-link", Severity.ERROR, AtOnce.ENTRY, _is_silent_on)
def broken_link(portal: PlannedPortal) -> Iterator[Finding]:
    """A link in a body to a page or anchor that does not exist."""
    for entry in portal.entries:
        for link in portal.links_of(entry):
            words = _words(portal, entry, link)
            if words:
                yield Finding(entry.at_body(link.start, link.end), *words)


def _words(portal: PlannedPortal, entry: Entry[Any], link: Link) -> tuple[Text, Text] | None:
    if link.is_outside:
        return _unsafe(link) if link.scheme and link.scheme not in SAFE_SCHEMES else None
    if not link.path:
        return _anchor(entry, link) if link.anchor else None
    if link.is_picture or is_file(link.path):
        return None
    if named(entry.path, link.path).removesuffix(".md") in portal.broken:
        return None
    found = portal.meant(entry, link)
    if found is None:
        return _nowhere(portal, entry, link)
    if portal.targets[found] is None and not link.path.endswith(".md"):
        return _hidden(portal, entry, link)
    page = portal.linked(entry, link)
    return _anchor(page, link) if link.anchor and page else None


def _anchor(page: Entry[Any], link: Link) -> tuple[Text, Text] | None:
    known = anchors(page.body)
    if link.anchor in known or link.anchor == "__top":
        return None
    near = nearest(link.anchor, known)
    hint = (
        Text(f"是否应为 `#{near}`？", f"Did you mean `#{near}`?")
        if near
        else Text("锚点取自标题的文字，去掉标点。", "An anchor is the text of a heading without punctuation.")
    )
    return Text(f"{page.path} 里没有 `#{link.anchor}`。", f"{page.path} has no `#{link.anchor}`."), hint


def _nowhere(portal: PlannedPortal, entry: Entry[Any], link: Link) -> tuple[Text, Text]:
    target = named(entry.path, link.path)
    name = target.rpartition("/")[2]
    same_name = sorted(path for path in portal.by_path if path.rpartition("/")[2] == name)
    near = same_name[0] if same_name else nearest(target, _candidates(portal, target))
    hint = (
        Text(f"是否指 `{near}`？", f"Did you mean `{near}`?")
        if near
        else Text(
            "页面以相对路径引用，如 `../plans/2026/x.md`。",
            "Link to a page by its relative path, such as `../plans/2026/x.md`.",
        )
    )
    return _leads_nowhere(link), hint


def _candidates(portal: PlannedPortal, target: str) -> Collection[str]:
    """Return paths of entries to compare with a target: at most 2000."""
    if len(portal.by_path) <= 2000:
        return portal.by_path
    folder = target.rpartition("/")[0]
    return [path for path in portal.by_path if path.startswith(folder)][:2000]


def _hidden(portal: PlannedPortal, entry: Entry[Any], link: Link) -> tuple[Text, Text]:
    """Return message and hint for the address of a page that this build does not include."""
    page = portal.linked(entry, link)
    hint = (
        Text(
            f"这一页不在本次发布之列；以文件路径引用 `/{page.path}`，不公开时只留文字。",
            f"This build does not include that page. Link to the file `/{page.path}`: where it is hidden, only the text stays.",
        )
        if page
        else Text("这一页要有公开的条目才会生成。", "That page is generated once an entry for it is shown.")
    )
    return _leads_nowhere(link), hint


def _leads_nowhere(link: Link) -> Text:
    return Text(
        f"链接 `{link.path}` 指向不存在的页面。", f"The link `{link.path}` leads to a page that does not exist."
    )


def _unsafe(link: Link) -> tuple[Text, Text]:
    return (
        Text(f"链接 `{shorten(link.target)}` 不安全。", f"The link `{shorten(link.target)}` is unsafe."),
        Text("只可用 http、https、mailto、tel 或站内路径。", "Use http, https, mailto, tel or a path in the site."),
    )
