"""Edits that fix a finding, to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass

from yuandi.base.diagnostics import Finding
from yuandi.base.source import Document
from yuandi.base.text import Text, meant
from yuandi.front_matter.parse import DATA_DEPTH, FRONT_MATTER_DEPTH, Place, parse, split
from yuandi.front_matter.yaml_errors import UnparsableError
from yuandi.lsp.rename import Edit
from yuandi.portal.portal import Portal


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to fix a finding: its title and the edit. A `sure` one may be applied without a look at it."""

    title: Text
    edit: Edit
    sure: bool = False


def remedies(portal: Portal, finding: Finding) -> Iterator[Remedy]:
    """Yield ways to fix a finding, the best first."""
    document = portal.documents.get(finding.at.file)
    if document is None:
        return
    if finding.fix:
        new = finding.fix.replacement
        title = Text(f"改为“{new}”", f"Change to “{new}”") if new else Text("删去", "Delete")
        edit = Edit(document, finding.fix.start, finding.fix.end, new)
        yield Remedy(title, edit, sure=not finding.fix.on_request)
    if word := meant(finding.hint):
        place = _place(document, finding)
        if place:
            span = place.key if finding.code == "FM004" else place.value
            yield Remedy(Text(f"改为 `{word}`", f"Change to `{word}`"), Edit(document, *span, word), sure=True)
    if finding.code == "FM003" and finding.about and " " not in finding.about and (end := _end_of_head(document)):
        line = f"{finding.about}: \n"
        yield Remedy(Text(f"添上 `{finding.about}`", f"Add `{finding.about}`"), Edit(document, end, end, line))


def _place(document: Document, finding: Finding) -> Place | None:
    """Return the key or item at the place of a finding; None if there is none."""
    try:
        if document.path.endswith(".md"):
            cut = split(document.text)
            places = parse(cut.yaml, depth=FRONT_MATTER_DEPTH, offset=cut.yaml_start).places
        else:
            places = parse(document.text, depth=DATA_DEPTH).places
    except UnparsableError:
        return None
    found = (
        place for place in places.values() if document.at(*place.key) == finding.at or _begins(document, place, finding)
    )
    return next(found, None)


def _begins(document: Document, place: Place, finding: Finding) -> bool:
    at = document.at(*place.key)
    return (at.line, at.column) == (finding.at.line, finding.at.column)


def _end_of_head(document: Document) -> int | None:
    """Return the offset of the line that closes the front matter; None if there is none."""
    try:
        cut = split(document.text)
    except UnparsableError:
        return None
    return cut.yaml_start + len(cut.yaml) if cut.has_front_matter else None
