"""撤销、整改: a title is suspended or revoked, with the reason."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, EntryType
from yuandi.entry_types.record import Record, field


class ChangeAction(v.Choice):
    """对称号的处理。"""

    RECTIFY = "rectify", "限期整改"
    CRITICISE = "criticise", "通报批评"
    REVOKE = "revoke", "撤销"


class HonourChange(Record):
    """称号变动：哪个榜上的谁，因何作何处理。"""

    honour: v.HonourRef = field("光荣榜", "所涉的光荣榜")
    ref: v.ActorOrName = field("对象", "所涉的单位、人员或小组；榜上只写名称的，写同样的名称")
    action: ChangeAction = field("处理", "限期整改、通报批评或撤销")
    reason: v.Words = field("理由", "处理的理由")
    decision: v.DocumentRef | None = field("决定", "作出处理的文件", None)


TYPE = EntryType(
    name="honour-change",
    chinese=("撤销", "整改"),
    folder="honours",
    model=HonourChange,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("ref",),
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(ISSUED_BY_AUTHORS,),
    dues=(),
    printable=None,
    downloads=(),
)
