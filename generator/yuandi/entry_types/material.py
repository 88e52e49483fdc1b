"""学习资料: something to read, in the entry or as a file."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, ISSUER, Download, EntryType
from yuandi.entry_types.record import Record, field


class Material(Record):
    """学习资料：种类、文件与主题。"""

    kind: v.Words | None = field("种类", "如 文件汇编、课件、案例", None)
    file: v.File | None = field("文件", "与条目同目录的文件", None)
    topic: v.Words | None = field("主题", "主题", None)


TYPE = EntryType(
    name="material",
    chinese=("学习资料",),
    folder="materials",
    model=Material,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(ISSUED,),
    dues=(),
    printable=None,
    downloads=(Download(field="file", title=None),),
)
