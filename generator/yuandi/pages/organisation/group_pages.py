"""Pages of groups: the chart of their members and of the groups below; open tasks, responsibilities and honours."""

from yuandi.entry_types import Group
from yuandi.entry_types.kinds import category
from yuandi.i18n import message
from yuandi.pages.entry.groups import seats, team
from yuandi.pages.entry.showing import facts
from yuandi.pages.organisation.subject import SubjectData, SubjectProfile, crumbs
from yuandi.pages.organisation.subject_blocks import standing


def group_profile(data: SubjectData, group: Group) -> SubjectProfile:
    """The profile of a group."""
    shown = data.shown
    parent = shown.portal.groups.find(group.parent) if group.parent else None
    chart = team(shown, group)
    return SubjectProfile(
        kind="group",
        id=group.id,
        name=group.name,
        label=category(group.kind) or message("小组"),
        facts=facts(
            (message("种类"), category(group.kind)),
            (message("上级"), shown.to_group(parent) if parent else None),
            (message("单位"), shown.actor(group.unit) if group.unit else None),
        ),
        crumbs=crumbs(shown),
        blocks=(*((chart,) if seats(shown, group) or chart.below else ()), *standing(data, "group", group.id)),
    )
