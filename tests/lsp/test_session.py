"""What an editor is told, a little at a time, is in the end what a check says."""

import random
from pathlib import Path

import pytest

from portals import AS_OF, COLUMN, write
from yuandi.check import RULES, AtOnce, Rule, check
from yuandi.content.settings import read_settings
from yuandi.lsp.session import Desk, desk_of, finish
from yuandi.page_plan.planned_portal import read_portal

SAMPLE = Path(__file__).parents[2]
SEED = 20261120


def opened(root: Path) -> Desk:
    """A desk with everything asked."""
    desk = desk_of(read_settings(root), AS_OF, {})
    finish(desk)
    return desk


def test_nothing_changed() -> None:
    """The report on the sample portal is that of the check."""
    desk = opened(SAMPLE)
    assert desk.report == check(desk.portal)


@pytest.mark.parametrize(
    "rule", [one for one in RULES if one.check and one.at_once is not AtOnce.NEVER], ids=lambda rule: rule.code
)
def test_rules_that_see_an_entry_alone(rule: Rule, tmp_path: Path) -> None:
    """Typed into a portal in which all was asked, each entry is told at once what the whole portal is told of it."""
    for number, example in enumerate((*rule.page.reported, *rule.page.fine)):
        desk = opened(write(tmp_path / str(number), example.files))
        for entry in desk.portal.entries:
            desk.change(entry.path, entry.origin.document.text)
        if not all(desk.portal.directory(kind).present for kind in ("unit", "person", "group", "column")):
            finish(desk)  # of a data file that is not there all are told at once
        whole = tuple(one for one in check(desk.portal).findings if one.code == rule.code)
        assert tuple(one for one in desk.report.findings if one.code == rule.code) == whole


_EDITS = (
    ("title: ", "title: 新"),
    ("title: ", "titel: "),
    ("unit: ", "unit: no-such-"),
    ("date: 2026", "date: 2036"),
    ("---\n\n", "relates: [notices/b]\n---\n\n"),
    ("---\n\n", "id: other\n---\n\n"),
    ("正文", "正文,创(chuàng)新"),
    ("正文", "[甲](a.md)、[乙](b.md#无)"),
    ("---\n\n", "waive: [{code: REF001, reason: 无, by: 办公室, until: 2026-12-31}]\n---\n\n"),
    ("type: notice", "type: session"),
)


def test_random_edits_end_as_a_check(tmp_path: Path) -> None:
    """Whatever is typed, created, deleted or left half asked: when all is asked, the report is that of a new check."""
    rng = random.Random(SEED)  # noqa: S311  # no secret
    text = "---\ntype: notice\nkind: notice\ntitle: 甲{}\ndate: 2026-03-05\nunit: office\n---\n\n正文{}。\n"
    files = {f"content/notices/{name}.md": text.format(name, name) for name in "abcd"}
    root = write(tmp_path, {**COLUMN, **files})
    desk = opened(root)
    for step in range(60):
        path = f"notices/{rng.choice('abcde')}.md"
        before = desk.texts.get(path) or text.format(step, step)
        desk.change(path, None if rng.random() < 0.2 else before.replace(*rng.choice(_EDITS), 1))
        if rng.random() < 0.1:
            units = "- {id: office, name: 办公室" + rng.choice(("", ", short: 办")) + "}\n"
            desk.change("_data/units.yml", rng.choice((units, "- id: [", None)))
        for job in desk.jobs():
            if rng.random() < 0.1:
                break
            job.take(job.work())
        if step % 6 == 0:
            finish(desk)
            fresh = read_portal(desk.portal.settings, AS_OF, desk.texts)
            assert desk.report.findings == check(fresh).findings, f"seed {SEED}, step {step}"
