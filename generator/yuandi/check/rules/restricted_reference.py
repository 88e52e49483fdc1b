"""PRV005: a public entry that refers to a restricted one."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, LinkSeen, link_rule
from yuandi.content.entry import Entry
from yuandi.entry_types.fields import references
from yuandi.page_plan.planned_portal import PlannedPortal


def _is_silent_on(seen: LinkSeen) -> bool:
    """No page, or one that a public build shows."""
    return not seen.is_page or (seen.is_public and seen.leads is not None)


@link_rule("PRV005", "restricted-reference", Severity.ERROR, AtOnce.NEVER, _is_silent_on)
def restricted_reference(portal: PlannedPortal) -> Iterator[Finding]:
    """A public entry refers to a restricted entry, in a field or by a link."""
    if all(entry.record.visibility == "public" for entry in portal.entries):
        return
    for entry in portal.entries:
        if entry.record.visibility == "public":
            for at, target in _named(portal, entry):
                if target.record.visibility != "public":
                    yield Finding(at, _message(target), _HINT)


def _named(portal: PlannedPortal, entry: Entry[Any]) -> Iterator[tuple[Location, Entry[Any]]]:
    """Yield every entry that an entry refers to, with the place."""
    for path, refers, word in references(entry.record):
        target = portal.target(refers, word, entry) if "entry" in refers.kinds else None
        if isinstance(target, Entry) and target.record.visibility != "public":
            yield entry.at(*path), target
    for link in portal.links_of(entry):
        linked = portal.linked(entry, link)
        if linked is not None:
            yield entry.at_body(link.start, link.end), linked


def _message(target: Entry[Any]) -> Text:
    who = target.record.visibility
    return Text(
        f"公开的条目提到了可见范围为 `{who}` 的 {target.path}。",
        f"This public entry refers to {target.path}, which only `{who}` may see.",
    )


_HINT = Text(
    "删去这处引用，或收窄本条目的可见范围；反过来由那一条引用本条目则可以。",
    "Remove the reference, or narrow this entry's `visibility`; the other entry may refer to this one.",
)
