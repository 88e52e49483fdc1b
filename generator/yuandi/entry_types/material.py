"""学习资料: something to read, in the entry or as a file."""

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Record, field


class Material(Record):
    """学习资料：种类、文件与主题。"""

    kind: v.Words | None = field("种类", "如 文件汇编、课件、案例", None)
    file: v.File | None = field("文件", "与条目同目录的文件", None)
    topic: v.Words | None = field("主题", "主题", None)
