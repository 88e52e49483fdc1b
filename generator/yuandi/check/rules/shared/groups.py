"""Kinds and heads of groups: shared by the rules about the organisation."""

from yuandi.entry_types import Group
from yuandi.entry_types.data_types.groups import Member
from yuandi.entry_types.kinds import category
from yuandi.portal.portal import Portal

_OFFICES = frozenset({"办公室", "执行办公室", "executive-office"})
_HEADS = ("组长", "主任")
_ENGLISH_HEADS = frozenset({"head", "leader", "director"})


def is_leading(group: Group) -> bool:
    """Whether a group is a 领导小组, in either language."""
    return category(group.kind) == category("leading-group")


def is_head(member: Member) -> bool:
    """Whether a member is the head: a role that ends in 组长 or 主任, but not a deputy."""
    role = (member.role or "").split("（")[0].split("(")[0].strip()
    return "副" not in role and (role.endswith(_HEADS) or role.lower() in _ENGLISH_HEADS)


def is_deputy(member: Member) -> bool:
    """Whether a member is a deputy, such as 副组长, 副主任 or 常务副组长."""
    return "副" in (member.role or "") or (member.role or "").lower().startswith(("deputy", "vice"))


def group_of_office(portal: Portal, office: Group) -> Group | None:
    """Return the group that an office belongs to; None for a group that is not an office."""
    if not office.parent or category(office.kind) not in _OFFICES:
        return None
    group = portal.groups.find(office.parent)
    return None if group is office else group
