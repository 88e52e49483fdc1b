"""心得、调研报告、理论文章、培训总结: what people wrote."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import Chapter, EntryType, Filing
from yuandi.entry_types.record import Model, Record, field


class ArticleKind(v.Choice):
    """文章的种类。"""

    REFLECTION = "reflection", "心得体会"
    RESEARCH_REPORT = "research-report", "调研报告"
    THEORY_PAPER = "theory-paper", "理论文章"
    TRAINING_SUMMARY = "training-summary", "培训总结"
    ESSAY = "essay", "征文"
    EXPERIENCE = "experience", "经验材料"


class Published(Model):
    """发表情况。"""

    medium: v.Words = field("刊物", "报刊或平台的名称")
    level: v.Words | None = field("级别", "如 市级、省级", None)
    date: v.Day | None = field("日期", "发表日期", None)


class Article(Record):
    """文章：作者、字数、所读所学与发表情况。"""

    kind: ArticleKind = field("种类", "文章的种类")
    authors: tuple[v.PersonOrName, ...] = field("作者名单", "作者的编号或姓名", min_length=1)
    words: v.Count | None = field("字数", "字数；缺省由正文计算", None)
    work: v.Words | None = field("所读", "所读的书或文章", None)
    training: v.SessionRef | None = field("培训", "所总结的培训", None)
    published: Published | None = field("发表", "发表情况", None)
    topic: v.ProjectRef | None = field("课题", "所属课题", None)


TYPE = EntryType(
    name="article",
    chinese=("文章", "心得", "调研报告", "理论文章", "培训总结"),
    folder="column",
    model=Article,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=("authors",),
    credit=None,
    parts=None,
    days=("published.date", "date"),
    runs=("date",),
    handed_in=None,
    dossier=(Filing(chapter=Chapter.WRITTEN, whose=("authors", "unit"), year=("date",)),),
    dues=(),
    printable=None,
    downloads=(),
)
