"""A rule sees no more than its scope says: so an edit may leave the rest of the report as it was."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from portals import AS_OF, write
from yuandi.base.source import Document
from yuandi.check import RULES, LinkSeen, Rule, Scope, check, traits_of
from yuandi.check.unmet_measure import unmet_measures
from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.content.settings import read_settings
from yuandi.markdown.links import Link
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2]


def _portals(rule: Rule, folder: Path) -> list[PlannedPortal]:
    """The sample portal, and those of the rule's own page."""
    pages = [*rule.page.reported, *rule.page.fine]
    roots = [write(folder / str(number), example.files) for number, example in enumerate(pages)]
    return [read_portal(read_settings(root), AS_OF) for root in (SAMPLE, *roots)]


def _bodiless(entry: Entry[object]) -> Entry[object]:
    document = entry.origin.document
    cut = Document(document.path, document.text[: entry.body_start])
    return replace(entry, origin=replace(entry.origin, document=cut))


@pytest.mark.parametrize("rule", [one for one in RULES if one.scope is Scope.HEADS], ids=lambda rule: rule.code)
def test_heads_see_no_body(rule: Rule, tmp_path: Path) -> None:
    """With every body cut off a rule about front matter, data and files says the same.

    A rule that fails here looks at bodies: give it another scope.
    """
    for portal in _portals(rule, tmp_path):
        cut = replace(portal, entries=tuple(map(_bodiless, portal.entries)))
        assert check(cut, [rule]) == check(portal, [rule])


@pytest.mark.parametrize("rule", [one for one in RULES if one.scope is Scope.ENTRY], ids=lambda rule: rule.code)
def test_entries_are_seen_alone(rule: Rule, tmp_path: Path) -> None:
    """Portals of one entry each, without files, are told what the whole portal is told of that entry."""
    for portal in _portals(rule, tmp_path):
        alone = [check(replace(portal, entries=(entry,), files={}, tables={}), [rule]) for entry in portal.entries]
        found = sorted((finding for report in alone for finding in report.findings), key=lambda one: one.order)
        assert tuple(found) == check(portal, [rule]).findings


@pytest.mark.parametrize("rule", [one for one in RULES if one.scope is Scope.LINKS], ids=lambda rule: rule.code)
def test_links_are_all_that_is_seen_of_bodies(rule: Rule, tmp_path: Path) -> None:
    """With every body cut off, what is left is what was said of front matter, data and files."""
    for portal in _portals(rule, tmp_path):
        bodies = {entry.origin.document.path: entry.at_body(0, 0).line for entry in portal.entries}
        whole = check(portal, [rule]).findings
        cut = replace(portal, entries=tuple(map(_bodiless, portal.entries)))
        assert check(cut, [rule]).findings == tuple(
            one for one in whole if one.at.line < bodies.get(one.at.file, one.at.line + 1)
        )


@pytest.mark.parametrize("rule", [one for one in RULES if one.scope is Scope.LINKS], ids=lambda rule: rule.code)
def test_of_some_links_nothing_is_said(rule: Rule, tmp_path: Path) -> None:
    """Where a rule finds something in a body, it is at a link on which it does not call itself silent."""
    assert rule.silent_on
    for portal in _portals(rule, tmp_path):
        found = {finding.at for finding in check(portal, [rule]).findings}
        for entry in portal.entries:
            for link in portal.links_of(entry):
                if entry.at_body(link.start, link.end) in found:
                    assert not rule.silent_on(_seen(portal, entry, link)), link


def _seen(portal: PlannedPortal, entry: Entry[object], link: Link) -> LinkSeen:
    word = portal.meant(entry, link) if link.path and not link.is_outside else None
    is_public = portal.settings.audience == "public"
    if word is None:
        return LinkSeen(link, leads=None, is_page=False, is_direct=False, is_public=is_public)
    is_page = word.endswith(".md") or word not in portal.files
    is_direct = word == named(entry.path, link.path)
    return LinkSeen(link, leads=portal.targets[word], is_page=is_page, is_direct=is_direct, is_public=is_public)


def _with_links_alone(portal: PlannedPortal, entry: Entry[object]) -> Entry[object]:
    document = entry.origin.document
    body = "\n\n".join(f"[x](<{link.target}>)" for link in portal.links_of(entry))
    only = Document(document.path, document.text[: entry.body_start] + body)
    return replace(entry, origin=replace(entry.origin, document=only))


@pytest.mark.parametrize("rule", [one for one in RULES if one.scope is Scope.FILES], ids=lambda rule: rule.code)
def test_files_are_all_that_is_seen_of_bodies(rule: Rule, tmp_path: Path) -> None:
    """With bodies that have their links and nothing else the same is said."""
    for portal in _portals(rule, tmp_path):
        cut = replace(portal, entries=tuple(_with_links_alone(portal, entry) for entry in portal.entries))
        assert check(cut, [rule]) == check(portal, [rule])


def test_measures_see_no_body() -> None:
    """With every body cut off the measures of the sample portal come out the same."""
    portal = read_portal(read_settings(SAMPLE), AS_OF)
    cut = replace(portal, entries=tuple(map(_bodiless, portal.entries)))
    assert list(unmet_measures(cut)) == list(unmet_measures(portal))


@pytest.mark.parametrize("rule", [one for one in RULES if one.traits], ids=lambda rule: rule.code)
def test_without_a_common_trait_nothing_is_compared(rule: Rule, tmp_path: Path) -> None:
    """Entries that share no trait with another are told alone what they are told among all."""
    for portal in _portals(rule, tmp_path):
        counts = Counter(trait for entry in portal.entries for trait in traits_of(entry, [rule]))
        lonely = [one for one in portal.entries if all(counts[trait] == 1 for trait in traits_of(one, [rule]))]
        files = {one.origin.document.path for one in lonely}
        alone = [check(replace(portal, entries=(one,), files={}, tables={}), [rule]) for one in lonely]
        found = sorted((finding for report in alone for finding in report.findings), key=lambda one: one.order)
        assert found == [one for one in check(portal, [rule]).findings if one.at.file in files]
