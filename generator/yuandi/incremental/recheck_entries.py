"""The result of a full check of a portal with some changed bodies, computed from these entries only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from yuandi.incremental.store import Cache, unsealed

if TYPE_CHECKING:
    from yuandi.check import LinkSeen
    from yuandi.content.entry import Entry
    from yuandi.incremental.build_state import Kept
    from yuandi.incremental.saved_report import Said
    from yuandi.markdown.links import Link
    from yuandi.page_plan.planned_portal import PlannedPortal


class Unsure(Exception):  # noqa: N818  # no error: the full build is asked instead
    """Something needs the full build."""


@dataclass(frozen=True, slots=True)
class Anew:
    """What is said, and the changed rows of traits."""

    said: "Said | None"
    traits: tuple[tuple[str, bytes], ...] = ()


def said_of(cache: Cache, edited: Iterable[tuple[str, str]], said: "Said | None") -> Anew:
    """What is said of the portal with these texts: what was said, with what rules say that look at one entry.

    Raises Unsure, also where a baseline or a waiver would have to be compared with what is found. Links are not looked at: `sure_targets` does.
    """
    from yuandi.base.diagnostics import Report
    from yuandi.check import RULES, Scope, check
    from yuandi.incremental.build_state import traits_kept
    from yuandi.incremental.saved_report import Said
    from yuandi.incremental.serialise import unpickled
    from yuandi.measures import counted_bodies

    data: PlannedPortal = unpickled(cache.meta("data"), "data")
    rules = [rule for rule in RULES if data.policy.rules.get(rule.code) != "off"]
    if any(rule.scope is Scope.PORTAL and not rule.traits for rule in rules):
        raise Unsure
    alone = [rule for rule in rules if rule.scope in (Scope.ENTRY, Scope.PORTAL)]
    anew = {rule.code for rule in alone}
    links = {rule.code for rule in rules if rule.scope is Scope.LINKS}
    said = said or Said(Report(data.as_of, ()))
    if said.report.baseline:
        raise Unsure
    counted = counted_bodies(data)
    meetings = _Meetings.of(traits_kept(cache))
    for path, text in edited:
        entry = _entry(data, path, text)
        if entry.record.waive or (entry.type.name in counted and entry.record.words is None):
            raise Unsure
        body = entry.at_body(0, 0)
        dropped = (
            finding
            for finding in said.report.findings
            if finding.at.file == body.file
            and (finding.code in anew or (finding.code in links and finding.at.line >= body.line))
        )
        meetings.renew(entry)
        added = check(replace(data, entries=(entry,)), alone).findings
        said = said.with_entry(entry.origin.document, dropped, added)
    return Anew(None if said.is_nothing else said, tuple(meetings.rows))


@dataclass(frozen=True, slots=True)
class _Meetings:
    """How many entries have each trait."""

    kept: Mapping[str, Sequence[int]]
    counts: Counter[int]
    rows: list[tuple[str, bytes]]

    @classmethod
    def of(cls, kept: Mapping[str, Sequence[int]]) -> "_Meetings":
        """All that is kept."""
        return cls(kept, Counter(chain.from_iterable(kept.values())), [])

    def renew(self, entry: "Entry[Any]") -> None:
        """Replace the traits of an entry's body. Raises Unsure if it shares, or shared, one with another entry."""
        from yuandi.check import traits_of
        from yuandi.incremental.build_state import trait_row

        old, new = set(self.kept[entry.path]), traits_of(entry)
        self.counts.subtract(old)
        if any(self.counts[trait] for trait in old | new):
            raise Unsure
        self.counts.update(new)
        self.rows.append(trait_row(entry))


def _entry(data: "PlannedPortal", path: str, text: str) -> "Entry[Any]":
    from yuandi.base.source import Document
    from yuandi.load.entries import read_entry

    outcome = read_entry(path, Document(data.settings.prefix + path, text), data.settings.use_directory_urls)
    if outcome.entry is None or outcome.entry.record.waive:  # whether a waiver is of use, the whole report tells
        raise Unsure
    return outcome.entry


@dataclass(frozen=True, slots=True)
class _Known(Mapping[str, str | None]):
    """The target of every path and address in the cache."""

    cache: Cache

    def __getitem__(self, path: str) -> str | None:
        row = self.cache.one("targets", path)
        if row is None:
            raise KeyError(path)
        return None if row[1] is None else unsealed(row[1], path).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(self.cache.paths("targets"))

    def __len__(self) -> int:
        return len(self.cache.paths("targets"))


def sure_targets(cache: Cache, kept: "Kept", path: str, address: str, body: str) -> Mapping[str, str | None]:
    """The targets of a body's links. Raises Unsure for a link that a rule might report, or that decides what is shown."""
    from yuandi.check import RULES
    from yuandi.markdown.anchors import anchors
    from yuandi.markdown.links import links

    known = _Known(cache)
    silences = [rule.silent_on for rule in RULES if rule.silent_on]
    for link in links(body):
        seen = _seen(cache, kept, known, link, path=path, address=address)
        if not all(is_silent_on(seen) for is_silent_on in silences):
            raise Unsure
        if kept.some_hidden and not (link.is_outside or seen.is_page):  # who names a file decides whether it is shown
            raise Unsure
    wanted = {str(anchor) for _, anchor in cache.all_of("anchors", path)}
    if wanted and not wanted <= anchors(body):
        raise Unsure
    return known


def _seen(
    cache: Cache, kept: "Kept", known: Mapping[str, str | None], link: "Link", *, path: str, address: str
) -> "LinkSeen":
    """A link of the entry at `path`, with its target in the cache."""
    from yuandi.check import LinkSeen
    from yuandi.content.addresses import meant, named

    word = meant(known, path, address, link.path) if link.path and not link.is_outside else None
    if word is None:
        return LinkSeen(link, leads=None, is_page=False, is_direct=False, is_public=kept.is_public)
    return LinkSeen(
        link,
        leads=known[word],
        is_page=word.endswith(".md") or cache.one("content", word) is None,
        is_direct=word == named(path, link.path),
        is_public=kept.is_public,
    )
