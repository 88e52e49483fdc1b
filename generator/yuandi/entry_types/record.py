"""The base of every model: frozen, strict about names, each field with one Chinese name and one line of help."""

from typing import Any, ClassVar, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined

from yuandi.entry_types import values as v


class Model(BaseModel):
    """A mapping in a file. Unknown keys are refused; values are frozen."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=False, arbitrary_types_allowed=True, defer_build=True
    )

    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one is required, although each alone is optional."""


M = TypeVar("M", bound=Model)


def of_valid(model: type[M], /, **values: Any) -> M:
    """A record of values that are already valid, because they come from other records."""
    return cast("M", model.model_construct(**values))


def field(name: str, help: str, default: Any = PydanticUndefined, **more: Any) -> Any:
    """A field with its Chinese `name` and one line of `help`; required if no default is given."""
    return Field(default, title=name, description=help, **more)


class Attachment(Model):
    """附件：条目旁边的一个文件。"""

    file: v.File = field("文件", "与条目同目录的相对路径，文件必须存在")
    title: v.Words | None = field("标题", "下载处显示的名称，缺省为文件名", None)


class Review(Model):
    """审核：三审中的一道。"""

    role: v.Words = field("环节", "如 初审、复审、终审")
    person: v.PersonOrName = field("人员", "审核人的编号或姓名")
    date: v.Day | None = field("日期", "审核日期", None)


class Waiver(Model):
    """豁免：对一条规则的有名有期的例外。"""

    code: v.Words = field("规则", "规则编号，如 TXT001")
    reason: v.Words = field("理由", "为什么可以例外")
    by: v.PersonOrName = field("批准人", "批准人的编号或姓名")
    until: v.Day = field("截止", "例外到哪一天为止")


class Range(Model):
    """起止：首尾两天都包括在内。"""

    start: v.Day = field("起", "开始日期", alias="from")
    end: v.Day = field("止", "结束日期", alias="to")


class Status(v.Choice):
    """条目所处的状态。"""

    DRAFT = "draft", "草稿"
    REVIEWED = "reviewed", "已审"
    PUBLISHED = "published", "已发布"
    SUPERSEDED = "superseded", "已被取代"
    REVOKED = "revoked", "已废止"


class Record(Model):
    """The fields of every entry; each type adds its own."""

    type: v.Words = field("类型", "条目的类型；缺省由所在文件夹决定")
    id: v.Identifier | None = field("编号", "永久编号，只用小写字母、数字、斜线与连字符；缺省为文件路径", None)
    title: v.Words = field("标题", "条目的标题", min_length=1)
    date: v.Day = field("日期", "发布日期")
    unit: v.UnitRef | None = field("单位", "发布单位", None)
    author: v.PersonOrName | None = field("作者", "作者的编号或姓名", None)
    authors: tuple[v.PersonOrName, ...] = field("作者名单", "多位作者的编号或姓名", ())
    status: Status = field("状态", "草稿和已审的条目不发布", Status.PUBLISHED)
    publish_on: v.Day | None = field("发布时间", "到这一天才发布", None)
    expires: v.Day | None = field("有效期至", "过了这一天就只在归档中出现", None)
    pin_until: v.Day | None = field("置顶至", "到这一天为止排在最前", None)
    review_by: v.Day | None = field("复核期限", "应在这一天之前复核内容", None)
    visibility: v.Words = field("可见范围", "public（全体可见，可写作“公开”），或更窄的范围", "public")
    column: v.ColumnRef | None = field("栏目", "所在栏目；缺省为收这一类型的栏目", None)
    doc_number: v.Words | None = field("发文字号", "如 禾云发〔2026〕12号", None)
    signed_date: v.Day | None = field("成文日期", "公文落款的日期", None)
    effective: v.Day | None = field("施行日期", "开始施行的日期", None)
    to: tuple[v.Words, ...] = field("主送", "主送机关", ())
    implements: v.DocumentRef | None = field("依据", "本件所执行的方案、制度或通知", None)
    supersedes: v.EntryRef | None = field("取代", "被本件取代的条目", None)
    part_of: v.EntryRef | None = field("属于", "本件所属的条目，如讲座系列", None)
    relates: tuple[v.EntryRef, ...] = field("相关", "有关的条目", ())
    attachments: tuple[Attachment, ...] = field("附件", "随文附件", ())
    tags: tuple[v.Words, ...] = field("标签", "便于检索的词", ())
    summary: v.Words | None = field("摘要", "列表中显示的一两句话", None)
    lang: v.Words | None = field("语言", "正文的语言，如 zh-Hant；缺省为简体中文", None)
    source: v.Words | None = field("来源", "转载的来源", None)
    review: tuple[Review, ...] = field("审核", "三审记录", ())
    aliases: tuple[v.Alias, ...] = field("旧地址", "从前的地址，如 old/place/；访问它的人会转到本条目", ())
    retention: v.Words | None = field("保管期限", "永久、30年、10年等", None)
    archive_number: v.Words | None = field("档号", "归档编号", None)
    waive: tuple[Waiver, ...] = field("豁免", "对规则的例外", ())
    extra: v.Free = field("其他", "本单位自定的字段，以表格显示", {})
