"""推荐书目: books recommended for a period."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, ISSUER, EntryType
from yuandi.entry_types.record import Model, Record, field


class Book(Model):
    """书：书名与作者必填。"""

    title: v.Words = field("书名", "不加书名号")
    author: v.Words = field("作者", "作者，译著可写“（美）某某 著，某某 译”")
    publisher: v.Words | None = field("出版社", "出版社", None)
    year: v.Year | None = field("出版年", "出版年份", None)
    isbn: v.Words | None = field("书号", "ISBN，10 位或 13 位，可带连字符", None)
    kind: v.Words | None = field("类别", "如 政治理论、业务、文学", None)
    required: v.YesNo = field("必读", "是否必读", False)
    place: v.Words | None = field("馆藏", "在哪里可以借到", None)
    note: v.Words | None = field("推荐语", "一两句推荐的话", None)
    cover: v.File | None = field("封面", "与条目同目录的图片", None)


class BookList(Record):
    """推荐书目：时期、推荐人、主题与书。"""

    period: v.Span = field("时期", "年、半年、季度或月份")
    recommender: v.ActorOrName | None = field("推荐人", "推荐的人员或单位", None)
    topic: v.Words | None = field("主题", "本期主题", None)
    books: tuple[Book, ...] = field("书目", "推荐的书", min_length=1)


TYPE = EntryType(
    name="book-list",
    chinese=("推荐书目",),
    folder="books",
    model=BookList,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("period",),
    runs=("period",),
    handed_in=None,
    dossier=(ISSUED,),
    dues=(),
    printable=None,
    downloads=(),
)
