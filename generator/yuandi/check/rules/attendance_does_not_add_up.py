"""SES001: attendance numbers or names that do not agree."""

from collections import Counter
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.sessions import HeldSession, attendance_table, sessions_of
from yuandi.content.entry import Table
from yuandi.entry_types.session import Attendance
from yuandi.portal.portal import Portal


@rule("SES001", "attendance-does-not-add-up", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def attendance_does_not_add_up(portal: Portal) -> Iterator[Finding]:
    """Expected is not present + leave + absent; or a CSV has an unknown name, or one twice."""
    for held in sessions_of(portal):
        if isinstance(held.session.attendance, Attendance):
            yield from _sum(held, held.session.attendance)
        elif table := attendance_table(portal, held):
            yield from _names(portal, table)


def _sum(held: HeldSession, given: Attendance) -> Iterator[Finding]:
    expected, present, leave, absent = given.expected, given.present, len(given.leave), len(given.absent)
    if expected is None or present is None or expected == present + leave + absent:
        return
    key = held.key("expected", "attendance")
    yield Finding(
        held.at("attendance", "expected"),
        Text(
            f"`{key}: {expected}`，而实到 {present}、请假 {leave}、缺席 {absent}，合计 {present + leave + absent}。",
            f"`{key}: {expected}`, but {present} present, {leave} on leave and {absent} absent add up to {present + leave + absent}.",
        ),
        Text(
            "应到 = 实到 + 请假 + 缺席；核对人数与名单。",
            "`expected` is present + leave + absent. Check the counts and the names.",
        ),
    )


def _names(portal: Portal, table: Table) -> Iterator[Finding]:
    """Yield rows whose name is not in people.yml, if there is one, or occurs more often than people have that name."""
    seen: Counter[str] = Counter()
    lists_people = portal.people.present and portal.people.readable
    for line, row in table.rows:
        word = row.get("person")
        if not word:
            continue
        at = table.document.cell(line, word)
        people, who = portal.belonging.people_named(word), portal.belonging.who(word)
        if lists_people and not people:
            yield Finding(
                at,
                Text(f"名册中没有“{shorten(word)}”。", f"`{shorten(word)}` is not in people.yml."),
                Text("核对姓名，或在 _data/people.yml 里补上。", "Check the name, or add it to _data/people.yml."),
            )
        seen[who] += 1
        if seen[who] > max(1, len(people)):
            yield Finding(
                at,
                Text(f"“{shorten(word)}”在名单中出现了不止一次。", f"`{shorten(word)}` is in the list more than once."),
                Text("删去重复的一行。", "Remove the duplicate line."),
            )
