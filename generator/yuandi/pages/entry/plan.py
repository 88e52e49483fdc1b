"""方案: phases as a timeline, tasks with owner and state, the leading group, the measures in force."""

from collections.abc import Iterable, Iterator, Sequence

from yuandi.content.entry import Entry
from yuandi.entry_types import Group, Plan
from yuandi.entry_types.kinds import category
from yuandi.entry_types.plan import Milestone, Task
from yuandi.i18n import in_context, listed, message
from yuandi.i18n.dates import between, day
from yuandi.pages.entry.groups import named_groups, parent, team
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Bar, Bars, Grid, Items, Mark
from yuandi.pages.printable import schedules
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of, timeline

sheet = schedules.breakdown


def showing(shown: Shown, entry: Entry[Plan]) -> Showing:
    """A plan."""
    record = entry.record
    span = between(record.span.start, record.span.end)
    line = (
        timeline(message("实施步骤"), record.span.start, record.span.end, record.phases, shown.as_of)
        if record.phases
        else None
    )
    groups = named_groups(shown, record)
    tops = [group for group in groups if not any(above in groups for above in _above(shown, group))]
    counterparts = listed(category(kind) for kind in record.counterparts)
    return Showing(
        facts((message("起止"), span), (message("须设对应机构"), counterparts)),
        before=blocks(
            line, progress(shown, record), Items(message("工作目标"), record.goals) if record.goals else None
        ),
        after=blocks(
            tasks(shown, record.tasks),
            *(team(shown, group) for group in tops),
            measures(shown, record.measures),
        ),
    )


def progress(shown: Shown, record: Plan) -> Bars | None:
    """The share of milestones and tasks done; a single one is shown elsewhere on the page."""
    milestones = [milestone for phase in record.phases for milestone in phase.milestones]
    bars = (
        done_bar(shown, in_context("many", "节点"), milestones),
        done_bar(shown, in_context("many", "任务"), record.tasks),
    )
    told = tuple(bar for bar in bars if bar)
    return Bars(message("完成情况"), told) if len(milestones) + len(record.tasks) > 1 else None


def done_bar(shown: Shown, label: str, given: Sequence[Milestone | Task]) -> Bar | None:
    """The share of items done; late ones are marked by sign and word."""
    if not given:
        return None
    states = [state_of(item.due, item.done, shown.as_of) for item in given]
    done, late = (sum(state.kind == kind for state in states) for kind in ("done", "overdue"))
    mark = Mark("overdue", message("逾期 %(count)s 项", count=late)) if late else None
    return Bar(
        label, message("完成 %(done)s / %(all)s", done=done, all=len(given)), round(100 * done / len(given), 1), mark
    )


def tasks(shown: Shown, given: tuple[Task, ...]) -> Grid | None:
    """Tasks with owner, deadline and state."""
    if not given:
        return None
    rows = []
    for task in given:
        state = state_of(task.due, task.done, shown.as_of)
        rows.append(
            (
                cell(task.title),
                cell(shown.actor(task.unit) if task.unit else None),
                cell(shown.actor(task.person) if task.person else None),
                cell(day(task.due)),
                cell(None, mark=state),
            )
        )
    return Grid(
        message("任务分工"),
        (message("任务"), message("责任单位"), message("责任人"), message("期限"), message("进展")),
        tuple(rows),
    )


def measures(shown: Shown, codes: Iterable[str]) -> Grid | None:
    """The measures that a document brings into force."""
    rows = []
    for code in codes:
        found = shown.portal.measure(code)
        rows.append((cell(code), cell(found.title if found else None), cell(found.modality.message if found else None)))
    return Grid(message("考核指标"), (message("编号"), message("要求"), message("强弱")), tuple(rows)) if rows else None


def _above(shown: Shown, group: Group) -> Iterator[Group]:
    """The ancestors of a group, the nearest first; each once, even if the parents form a cycle."""
    seen = [group]
    while (above := parent(shown, seen[-1])) is not None and above not in seen:
        yield above
        seen.append(above)
