"""units.yml: the tree of units, with counts as dated facts."""

from pydantic import ConfigDict

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Unit(Model):
    """单位：任意层级的一棵树。除下列字段外，还可写本单位的其他人数、户数等，均为数或按日期的数。"""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, v.DatedCount]

    id: v.Identifier = field("编号", "永久编号，只用小写字母、数字与连字符")
    name: v.Words = field("名称", "全称", min_length=1)
    short: v.Words | None = field("简称", "列表中显示的简称", None)
    kind: v.Words | None = field("种类", "county-branch、department 等，供制度引用", None)
    parent: v.UnitRef | None = field("上级", "上级单位；也可写在上级的“下级”里", None)
    headcount: v.DatedCount = field("人数", "一个数，或 日期: 人数", ())
    start: v.Day | None = field("起", "成立日期", None, alias="from")
    end: v.Day | None = field("止", "撤销日期", None, alias="to")
    children: tuple["Unit", ...] = field("下级", "下级单位", ())
