"""people.yml: the people who appear in the portal."""

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Person(Model):
    """人员：姓名、单位与职务。"""

    id: v.Identifier = field("编号", "永久编号，只用小写字母、数字与连字符")
    name: v.Words = field("姓名", "姓名", min_length=1)
    pinyin: v.Words | None = field("拼音", "多音姓氏须写明，如 shan gang", None)
    unit: v.DatedUnit = field("单位", "所在单位，或 日期: 单位", ())
    post: v.Words | None = field("职务", "职务", None)
    tags: tuple[v.Words, ...] = field("标签", "centre-group、leader、cadre、party-member 等", ())
    born: v.Year | None = field("出生年", "出生年份", None)
