"""groups.yml: leading groups, offices, centre groups and other teams."""

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Member(Model):
    """成员：人、角色与任期。"""

    person: v.PersonOrName = field("人员", "成员的编号或姓名")
    role: v.Words | None = field("角色", "组长、副组长、成员、主任等", None)
    post: v.Words | None = field("职务", "所任职务", None)
    concurrent: v.YesNo = field("兼任", "是否兼任", False)
    start: v.Day | None = field("起", "任期开始", None, alias="from")
    end: v.Day | None = field("止", "任期结束", None, alias="to")


class Group(Model):
    """小组：领导小组、办公室、中心组、考评小组等。"""

    id: v.Identifier = field("编号", "永久编号，只用小写字母、数字与连字符")
    name: v.Words = field("名称", "全称", min_length=1)
    kind: v.Words | None = field("种类", "leading-group、office、centre-group、assessment-group 等", None)
    parent: v.GroupRef | None = field("上级", "上级小组", None)
    unit: v.UnitRef | None = field("单位", "所在单位", None)
    members: tuple[Member, ...] = field("成员", "成员名单", ())
    duties: v.TextOrList = field("职责", "职责", ())
