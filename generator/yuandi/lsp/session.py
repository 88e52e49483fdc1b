"""A portal that is being edited, and the report on it, brought up to date a little at a time.

A change is read again at once, and rules that look at one entry say at once what they find in it. The rest is asked when
the editor is quiet, in `jobs`: what they find counts only where nothing has changed meanwhile, else they begin anew.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, Generic, TypeVar

from yuandi.base import baseline
from yuandi.base.diagnostics import Finding, Report
from yuandi.base.fingerprints import Mark
from yuandi.base.frozen import put_cached
from yuandi.check import READERS, RULES, AtOnce, Scope, read, reported, said_by, vocabulary_of
from yuandi.check.unmet_measure import unmet_measures
from yuandi.check.vocabulary import Vocabulary
from yuandi.content.entry import Directory, Entry
from yuandi.content.settings import Settings
from yuandi.entry_types import Model
from yuandi.load import DATA
from yuandi.load.reload_one_file import again
from yuandi.markdown.links import Link, links
from yuandi.measures import counted_bodies
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.page_plan.targets import Targets

_LOOK_UPS = ("by_address", "hidden_files")
_BATCH = 25
"""So many texts are read between two looks at the editor."""


T = TypeVar("T")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """A piece of work that may be done in another thread, and where its result goes if nothing has changed meanwhile."""

    work: Callable[[], T]
    take: Callable[[T], None]


@dataclass
class Desk:
    """What a server keeps. `texts` are the open documents, by path in content."""

    portal: PlannedPortal
    known: Counter[Mark] | None
    texts: dict[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    of_rules: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    of_entries: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    of_measures: tuple[Finding, ...] = ()
    to_ask: set[str] = field(default_factory=set)
    looked_up: Mapping[str, Any] = field(default_factory=dict)
    targets: Targets | None = None

    @property
    def report(self) -> Report:
        """Everything that is known to be found, without what the baseline knows."""
        found = chain(*self.of_rules.values(), *self.of_entries.values(), self.of_measures)
        return baseline.apply(reported(self.portal, found), self.portal.documents, self.known)

    def change(self, path: str, text: str | None) -> None:
        """Take a document as the editor has it, or with None as it is on disk."""
        if text is None:
            self.texts.pop(path, None)
        else:
            self.texts[path] = text
        before = self.portal
        self.portal = again(before, before.settings, path, self.texts)
        if path.startswith(f"{DATA}/"):
            self._data_changed()
        elif path.endswith(".md"):
            self._entry_changed(before, path)
        else:
            self.to_ask = {*_CODES}

    def jobs(self) -> "Iterator[Job[Any]]":
        """What has not been asked since the last changes, piece by piece; each is taken before the next is begun."""
        portal = self.portal
        for rule in _WHOLE:
            if rule.code in self.to_ask:
                yield Job(partial(said_by, rule, portal), partial(self._take, rule.code))
        if _MEASURES in self.to_ask:
            yield Job(lambda: tuple(unmet_measures(portal)), self._take_measures)
        unread = [entry for entry in portal.entries if entry.path not in self.of_entries]
        for batch in _batched(unread, _BATCH):
            yield Job(partial(self._said_of_all, batch), self.of_entries.update)
        yield Job(lambda: (portal.targets, {name: getattr(portal, name) for name in _LOOK_UPS}), self._look_up)

    def _take(self, code: str, found: tuple[Finding, ...]) -> None:
        self.of_rules[code] = found
        self.to_ask.discard(code)

    def _take_measures(self, found: tuple[Finding, ...]) -> None:
        self.of_measures = found
        self.to_ask.discard(_MEASURES)

    def _look_up(self, found: tuple[Targets, Mapping[str, Any]]) -> None:
        self.targets, self.looked_up = found

    def _data_changed(self) -> None:
        vocabulary = vocabulary_of(self.portal)
        if vocabulary != self.vocabulary:
            self.vocabulary = vocabulary
            self.of_entries.clear()
        self.to_ask = {*_CODES, _MEASURES}
        for rule in _WHOLE:
            if rule.at_once is AtOnce.FILE:
                self.of_rules[rule.code] = said_by(rule, self.portal)

    def _entry_changed(self, before: PlannedPortal, path: str) -> None:
        """Say at once what can be said of the entry alone, and note what is to be asked again."""
        old, new = before.by_path.get(path), self.portal.by_path.get(path)
        if (known := before.known_links) is not None:
            others = {other: found for other, found in known.items() if other != path}
            self.portal.know_links(others | ({path: _links(new)} if new else {}))
        self.of_entries.pop(path, None)
        if new:
            self.of_entries[path] = self._said_of(new)
            self._know(path, new.address)
        self._ask_alone(path, new)
        same_head = bool(old and new and _head(old) == _head(new))
        scopes = {Scope.LINKS, Scope.PORTAL} if same_head else {*Scope}
        self.to_ask |= {rule.code for rule in _WHOLE if rule.scope in scopes}
        if not (same_head and new and not (new.type.name in counted_bodies(self.portal) and new.record.words is None)):
            self.to_ask.add(_MEASURES)

    def _know(self, path: str, address: str) -> None:
        """Let links lead to an entry that was not there when all targets were looked up."""
        if self.targets is not None and path not in self.targets:
            self.targets = self.targets.with_entry(path, address)

    def _ask_alone(self, path: str, entry: Entry[Any] | None) -> None:
        shown = self.portal.settings.prefix + path
        alone = self._alone(shown, entry)
        for rule in _WHOLE:
            if rule.at_once is not AtOnce.NEVER and (self.looked_up or rule.scope is not Scope.LINKS):
                others = (one for one in self.of_rules.get(rule.code, ()) if one.at.file != shown)
                own = (one for one in said_by(rule, alone) if one.at.file == shown)
                self.of_rules[rule.code] = (*others, *own)

    def _alone(self, shown: str, entry: Entry[Any] | None) -> PlannedPortal:
        """The portal as if this were its only entry, which knows of the others all the same."""
        faults = tuple(one for one in self.portal.faults if one.at.file == shown)
        alone = replace(
            self.portal,
            entries=(entry,) if entry else (),
            data=(),
            faults=faults,
            units=_given(self.portal.units),
            people=_given(self.portal.people),
            groups=_given(self.portal.groups),
            columns=_given(self.portal.columns),
            borrowed=self.targets,
        )
        put_cached(alone, {**self.looked_up, "by_id": self.portal.by_id, "by_path": self.portal.by_path})
        if (known := self.portal.known_links) is not None:
            alone.know_links(known)
        return alone

    def _said_of(self, entry: Entry[Any]) -> tuple[Finding, ...]:
        """What the rules find that look at one entry after the other."""
        alone = replace(self.portal, entries=(entry,), files={}, tables={})
        found = chain.from_iterable(said_by(rule, alone) for rule in _ENTRY if rule.check)
        weights = self.portal.policy.rules
        return (*found, *read(entry, self.portal.links_of(entry), self.vocabulary, READERS, weights))

    def _said_of_all(self, entries: Iterable[Entry[Any]]) -> dict[str, tuple[Finding, ...]]:
        return {entry.path: self._said_of(entry) for entry in entries}


_ENTRY = tuple(rule for rule in RULES if rule.scope is Scope.ENTRY)
_WHOLE = tuple(rule for rule in RULES if rule.scope is not Scope.ENTRY and rule.check)
_MEASURES = "measures"
_CODES = frozenset(rule.code for rule in _WHOLE)


def desk_of(settings: Settings, day: date, texts: Mapping[str, str]) -> Desk:
    """A desk with a portal on it, nothing asked yet. Raises YuandiError for a baseline that cannot be used."""
    known = baseline.read(settings.root)
    portal = read_portal(settings, day, texts)
    return Desk(portal, known, dict(texts), vocabulary_of(portal), to_ask={*_CODES, _MEASURES})


def finish(desk: Desk) -> None:
    """Ask all that is left to ask."""
    for job in desk.jobs():
        job.take(job.work())


def _batched(entries: Sequence[Entry[Any]], size: int) -> Iterator[Sequence[Entry[Any]]]:
    return (entries[start : start + size] for start in range(0, len(entries), size))


def _given(directory: Directory[M]) -> Directory[M]:
    """A data file that is not there is told of once for all entries: one alone says nothing of it."""
    return directory if directory.present else replace(directory, present=True, readable=False)


def _links(entry: Entry[Any]) -> tuple[Link, ...]:
    return tuple(links(entry.body))


def _head(entry: Entry[Any]) -> str:
    return entry.origin.document.text[: entry.body_start]
