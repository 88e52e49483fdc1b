"""ARC002: a former address that is already in use."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.page_plan.planned_portal import PlannedPortal

_REMOVE = Text("删去这个旧地址，或给那个页面另起地址。", "Remove the alias, or give that page another address.")


@rule("ARC002", "alias-clash", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def alias_clash(portal: PlannedPortal) -> Iterator[Finding]:
    """An alias equals an address or another alias, or aliases form a cycle."""
    written = _written(portal)
    aliases: dict[str, Entry[Any]] = {}
    for entry in sorted(portal.entries, key=_age):
        for index, alias in enumerate(entry.record.aliases):
            output = _output(portal, alias)
            if output in written or portal.generates(portal.addresses.at(output)):
                yield Finding(
                    entry.at("aliases", index), _taken(portal, entry, alias, written.get(output, "")), _REMOVE
                )
            elif output in aliases:
                yield Finding(entry.at("aliases", index), _repeated(entry, alias, aliases[output]), _REMOVE)
            aliases.setdefault(output, entry)


def _output(portal: PlannedPortal, alias: str) -> str:
    """Return the file of the site that redirects from a former address."""
    return portal.addresses.output(portal.addresses.former(alias))


def _age(entry: Entry[Any]) -> tuple[date, str]:
    return (entry.record.date or date.min, entry.path)


def _written(portal: PlannedPortal) -> dict[str, Entry[Any] | str]:
    """Return the entry or path of each file of the site, and "" for home; without former addresses and generated pages."""
    output = portal.addresses.output
    return {
        output(portal.addresses.page("")): "",
        **{path: path for path in portal.files if not path.endswith(".md")},
        **{output(entry.address): entry for entry in reversed(portal.entries)},
    }


def _taken(portal: PlannedPortal, entry: Entry[Any], alias: str, page: Entry[Any] | str) -> Text:
    if page is entry:
        return Text(f"旧地址 `{alias}` 就是本页的地址。", f"The alias `{alias}` is this page's own address.")
    if isinstance(page, Entry) and portal.addresses.output(entry.address) in _redirects(portal, page):
        return Text(
            f"旧地址 `{alias}` 是 {page.path} 的地址，它又以本页的地址为旧地址：转来转去，没有尽头。",
            f"The alias `{alias}` is the address of {page.path}, whose alias is the address of this page: each redirects to the other.",
        )
    if isinstance(page, Entry):
        return Text(f"旧地址 `{alias}` 是 {page.path} 的地址。", f"The alias `{alias}` is the address of {page.path}.")
    zh, en = (page, page) if page else ("自动生成的页面", "a generated page")
    return Text(f"旧地址 `{alias}` 是 {zh} 的地址。", f"The alias `{alias}` is the address of {en}.")


def _redirects(portal: PlannedPortal, entry: Entry[Any]) -> set[str]:
    return {_output(portal, alias) for alias in entry.record.aliases}


def _repeated(entry: Entry[Any], alias: str, first: Entry[Any]) -> Text:
    if first is entry:
        return Text(f"旧地址 `{alias}` 写了两次。", f"The alias `{alias}` is given twice.")
    return Text(
        f"旧地址 `{alias}` 已是 {first.path} 的旧地址。", f"The alias `{alias}` is already an alias of {first.path}."
    )
