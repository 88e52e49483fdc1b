"""ARC001: a published address that no longer exists."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.earlier_versions import earlier_of, was_published
from yuandi.facts.standing import is_unpublished
from yuandi.load.history import Earlier
from yuandi.page_plan.planned_portal import PlannedPortal


@rule("ARC001", "vanished-address", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def vanished_address(portal: PlannedPortal) -> Iterator[Finding]:
    """An address that an earlier revision published no longer exists and has no alias."""
    kept = _outputs(portal)
    for path, versions in earlier_of(portal, sorted(_candidates(portal))).items():
        published = next((earlier for earlier in versions if was_published(portal, earlier)), None)
        for address in _addresses(portal, path, published) if published else ():
            output = portal.addresses.output(address)
            if published and output not in kept and not portal.generates(portal.addresses.at(output)):
                yield _finding(portal, path, address, published)


def _addresses(portal: PlannedPortal, path: str, published: Earlier) -> Iterator[str]:
    """Yield the address of an earlier entry and its former addresses."""
    yield portal.addresses.of_file(path)
    yield from map(portal.addresses.former, published.entry.record.aliases)


def _candidates(portal: PlannedPortal) -> Iterator[str]:
    """Yield paths of earlier entries that were removed or are drafts again. A file that cannot be read was not removed."""
    for path in portal.history.changes:
        if path.endswith(".md") and not any(part.startswith(("_", ".")) for part in path.split("/")):
            entry = portal.by_path.get(path)
            if is_unpublished(entry) if entry else path not in portal.files and path not in portal.unread:
                yield path


def _outputs(portal: PlannedPortal) -> set[str]:
    """Return the files of the site that come from entries: their pages and their former addresses."""
    where = portal.addresses
    entries = [entry for entry in portal.entries if not is_unpublished(entry)]
    pages = {where.output(entry.address) for entry in entries}
    return pages | {where.output(where.former(alias)) for entry in entries for alias in entry.record.aliases}


def _finding(portal: PlannedPortal, path: str, address: str, published: Earlier) -> Finding:
    return Finding(
        Location(published.entry.origin.document.path),
        Text(
            f"地址 `{address}` 发布过（{published.day}），现在没有了。",
            f"The address `{address}` was published ({published.day}) and no longer exists.",
        ),
        _hint(portal, path, address),
        about=address,
    )


def _hint(portal: PlannedPortal, path: str, address: str) -> Text:
    if path in portal.by_path:
        return Text(
            "发布过的条目不退回草稿：不再有效的写 `status: revoked`，页面和地址都留着。",
            "A published entry does not become a draft again. If it is no longer valid, write `status: revoked`, which keeps the page and its address.",
        )
    now: Any = portal.by_path.get(portal.history.now(path))
    if now:
        return Text(f"在 {now.path} 里写 `aliases: [{address}]`。", f"Write `aliases: [{address}]` in {now.path}.")
    return Text(
        f"在接替它的条目里写 `aliases: [{address}]`；没有接替的，恢复文件并写 `status: revoked`。",
        f"Write `aliases: [{address}]` in the entry that takes its place. If there is none, restore the file with `status: revoked`.",
    )
