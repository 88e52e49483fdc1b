"""columns.yml: the portal's columns, the entries of each, and how often a new one is due."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Taken(Model):
    """所收的条目：一个类型，可限定种类、单位或标签。"""

    type: v.Words = field("类型", "条目的类型")
    kind: v.Words | None = field("种类", "限定的种类", None)
    unit: v.UnitRef | None = field("单位", "限定的发布单位", None)
    tag: v.Words | None = field("标签", "限定的标签", None)


class BlockStyle(v.Choice):
    """首页版块的样式。"""

    LIST = "list", "列表"
    CARDS = "cards", "卡片"
    COVERS = "covers", "封面"


class HomeBlock(Model):
    """首页版块。"""

    count: v.Count = field("条数", "显示几条", 6)
    style: BlockStyle = field("样式", "list、cards 或 covers", BlockStyle.LIST)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


class Column(Model):
    """栏目：收哪些条目、多久应有新内容、由谁负责。"""

    id: v.Identifier = field("编号", "永久编号，也是栏目的地址")
    title: v.Words = field("标题", "栏目名称", min_length=1)
    takes: Annotated[tuple[Annotated[Taken, v.or_text("type")], ...], BeforeValidator(_as_list)] = field(
        "收录", "所收的类型", ()
    )
    fresh_within: v.Count | None = field("更新周期", "多少天内应有新内容", None)
    owner: v.ActorOrName | None = field("负责", "负责的单位、小组或人员", None)
    order: v.Count = field("次序", "导航中的次序，小的在前", 0)
    home: HomeBlock | None = field("首页", "首页版块的条数与样式；不写则首页不设版块", None)
    summary: v.Words | None = field("摘要", "栏目的一句话介绍", None)
