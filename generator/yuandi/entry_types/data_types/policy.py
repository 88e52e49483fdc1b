"""policy.yml: the organisation's own numbers. Evaluated by the measures engine; here only read and frozen.

Sources: content-model §5; the defaults are those of its table of settings.
"""

from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field, of_valid


class Modality(v.Choice):
    """要求的强弱。"""

    MUST = "must", "必须"
    GENERALLY = "generally", "一般"
    ABOUT = "about", "左右"
    TARGET = "target", "力争"


class PeriodKind(v.Choice):
    """考核的周期。"""

    WEEK = "week", "周"
    MONTH = "month", "月"
    QUARTER = "quarter", "季"
    HALF = "half", "半年"
    YEAR = "year", "年"
    PLAN = "plan", "方案期"
    ONCE = "once", "一次"


class RuleWeight(v.Choice):
    """一条规则的轻重。"""

    OFF = "off", "停用"
    ERROR = "error", "错误"
    WARNING = "warning", "警告"
    INFO = "info", "提示"


class StrokeSchool(v.Choice):
    """笔画排序的两种办法。"""

    COUNT_FIRST = "count-first", "先比笔画数"
    CHAR_FIRST = "char-first", "先比各字"


class WordCount(v.Choice):
    """字数的算法。"""

    WORD = "word", "汉字与标点各一，西文一词一字"
    HAN = "han", "只数汉字"
    CHAR = "char", "不计空白"


class MeasureSource(Model):
    """出处。"""

    ref: v.Words | None = field("条目", "确立它的条目编号，或文件名称", None)
    article: v.Words | None = field("条款", "如 三（一）", None)


class Filter(Model):
    """筛选：各项条件都要符合；一项条件写成列表的，符合其一即可。也可写所筛选的单位、人员、小组或条目自己的字段，如 post。"""

    model_config = ConfigDict(extra="allow")

    top: v.YesNo = field("最上级", "只限上面再没有单位的单位", False)
    kind: v.TextOrList = field("种类", "单位、小组的种类，或条目的种类", ())
    id: v.TextOrList = field("编号", "只限这几个", ())
    tag: v.TextOrList = field("标签", "人员或条目有其中一个标签", ())
    rank: v.TextOrList = field("类别", "人员的另一类标签，与“标签”同时要求", ())
    without: v.TextOrList = field("不含", "没有这些标签", ())
    unit: v.TextOrList = field("单位", "属于这些单位或其下级；可写单位的编号或种类", ())
    group: v.TextOrList = field("小组", "是这些小组的成员；可写小组的编号或种类", ())
    role: v.TextOrList = field("角色", "在小组中担任这些角色", ())
    max_age: v.Count | None = field("年龄不超过", "按周期末的年份计算", None)
    min_age: v.Count | None = field("年龄不低于", "按周期末的年份计算", None)


def _filter(key: str) -> BeforeValidator:
    """Lets a filter be written as its most usual condition; `all` asks for nothing."""

    def full(value: Any) -> Any:
        if value is None or value in ("all", "全部"):
            return {}
        return {key: value} if isinstance(value, str | list) else value

    return BeforeValidator(full)


class Subject(Model):
    """对象：单位、人员或小组；也可以是一种条目，如 projects。"""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[Filter, _filter("kind")]]

    units: Annotated[Filter, _filter("kind")] | None = field("单位", "如 {kind: department}", None)
    people: Annotated[Filter, _filter("tag")] | None = field("人员", "如 {tag: cadre}", None)
    groups: Annotated[Filter, _filter("kind")] | None = field("小组", "如 {kind: centre-group}", None)


class Quantity(Model):
    """量：sum、count、distinct、latest、ratio、presence、concurrent、attest 八者之一。"""

    model_config = ConfigDict(extra="allow")

    sum: v.Words | None = field("合计", "相加的字段，如 days", None)
    count: v.Words | None = field("次数", "计数的条目类型，如 session", None)
    distinct: v.Words | None = field("不同", "数有多少种不同的值的字段，如 work", None)
    latest: v.Words | None = field("最近", "取最近一次的字段，如 total", None)
    presence: v.Words | None = field("有无", "应当有的条目类型", None)
    ratio: "Ratio | None" = field("比率", "两个量之比", None)
    concurrent: v.Words | None = field("同时", "数同时进行的最多有几个的条目类型，如 project", None)
    attest: v.Words | None = field("声明", "不能计算、只能由人说明的事", None)
    of: v.Words | None = field("取自", "字段所在的条目类型", None)
    where: v.Free = field(
        "条件",
        "字段: 值，或几个值之一；字段是列表的，含有此值即可；也可写 {min: …, max: …}、{contains: …}、{given: true}",
        {},
    )
    among: Subject | None = field("其中", "数人员时，只数这些人员", None)
    by: v.TextOrList = field("对象字段", "哪个字段写的是对象，如 lecturers；缺省见指标一页", ())
    dated: v.Words | None = field("时间字段", "哪个字段决定归入哪个周期，如 year；缺省见指标一页", None)


def _as_count(value: Any) -> Any:
    """A divisor that is one word is a count of the subject, such as `headcount`."""
    return {"count": value, "of": "subject"} if isinstance(value, str) else value


class Ratio(Model):
    """比率。"""

    of: Quantity = field("分子", "被除的量")
    to: Annotated[Quantity, BeforeValidator(_as_count)] = field("分母", "除数；也可写单位的一项人数，如 headcount")


class Share(Model):
    """比例：上限按份额乘以基数向下取整。"""

    share: v.Amount = field("份额", "如 30%")
    of: v.Words = field("基数", "population，或单位的一项人数，如 headcount", "population")


class Bounds(Model):
    """要求：多少、多严、何时。"""

    min: v.Amount | None = field("不少于", "下限", None)
    max: v.Amount | None = field("不超过", "上限", None)
    range: tuple[v.Amount, ...] = field("范围", "下限与上限", ())
    usual_max: v.Amount | None = field("通常上限", "通常的上限，超过也算达到", None)
    at_most_share: Share | None = field("比例上限", "占基数的上限", None)
    at_least_share: Share | None = field("比例下限", "占基数的下限", None)
    includes: v.TextOrList = field("须含", "distinct 的值中须含有这几项，字面含有即可", ())
    strict: v.YesNo | None = field("严格", "不含界限本身", None)
    due: v.Words | None = field(
        "期限",
        "周期内的日子，如 01-15、每月 25；07-01..07-31；`+01-15` 在周期之后，`+7d` 为周期结束后七天，2026-05-10 为当天",
        None,
    )
    modality: Modality | None = field("强弱", "必须、一般、左右、力争；缺省为必须", None)

    @property
    def lowest(self) -> float | None:
        """The lower bound, as `min` or the first of `range`."""
        return self.min if self.min is not None else (self.range[0] if self.range else None)

    @property
    def highest(self) -> float | None:
        """The upper bound, as `max` or the second of `range`."""
        return self.max if self.max is not None else (self.range[1] if len(self.range) > 1 else None)


class Case(Bounds):
    """同一指标下的一种情形；没有写的与指标相同。一个对象只归入它所符合的第一种情形。"""

    title: v.Words | None = field("标题", "这种情形的说法", None)
    subject: Subject = field("对象", "适用的对象", Subject())
    measure: Quantity | None = field("量", "另外的量", None)
    period: PeriodKind | None = field("周期", "另外的周期", None)


class Measure(Bounds):
    """指标：对谁、量什么、在多长时间里、要达到多少。"""

    code: v.Words = field("编号", "如 STU-02")
    modality: Modality = field("强弱", "必须、一般、左右、力争", Modality.MUST)
    strict: v.YesNo = field("严格", "不含界限本身", False)
    title: v.Words | None = field("标题", "文件中的原话", None)
    subject: Subject = field("对象", "units、people 或 groups，加筛选条件；也可以是一种条目", Subject())
    measure: Quantity | None = field("量", "sum、count、ratio、presence、distinct、latest 或 attest", None)
    period: PeriodKind | None = field("周期", "考核周期", None)
    since: v.Day | None = field("起始", "从哪一天起适用", None)
    source: Annotated[MeasureSource, v.or_text("ref")] | None = field("出处", "哪个文件第几条", None)
    cases: tuple[Case, ...] = field("情形", "不同对象的不同要求", ())
    off: v.YesNo = field("停用", "不采用继承来的这一指标", False)


class Band(Model):
    """等次的下限，包含本数。"""

    name: v.Words = field("名称", "等次名称")
    min: v.Amount | None = field("不少于", "最低分", None)


class Settings(Model):
    """制度的各项设置。"""

    reviews: v.Count = field("审核次数", "发布前至少几审", 0)
    tolerance: v.Amount = field("允许偏差", "“左右”允许的偏差，如 20%", 0.2)
    publicity_workdays: v.Count = field("公示工作日", "公示期至少几个工作日", 5)
    hours_per_day: v.Number = field("每天学时", "一天折合多少学时", 8.0)
    grades: tuple[Annotated[Band, v.or_text("name")], ...] = field("等次", "等次及其下限", ())
    excluding_grades: tuple[v.Words, ...] = field("取消资格的等次", "得此等次者不得评先", ())
    facilitators_inside: v.YesNo = field("促进师在内", "促进师是否计入小组人数", False)
    applications_required: v.YesNo = field("须有申报", "表彰是否须有申报", False)
    circular_required: v.YesNo = field("须有通报", "考核结果是否须通报", False)
    group_needs: tuple[v.Words, ...] = field("小组须有", "head、member、deputy、office 等", ("head", "member"))
    mixed_script_share: v.Amount = field("繁简混用比例", "超过即提示，如 5%", 0.05)
    rebook_months: v.Count = field("荐书间隔", "多少个月内不重复推荐", 12)
    stroke_school: StrokeSchool = field("笔画排序", "单名在前，还是第二字照常比较", StrokeSchool.COUNT_FIRST)
    word_count: WordCount = field("字数算法", "文章和事迹材料的字数怎样数", WordCount.WORD)
    at_least_one: v.YesNo = field("至少一名", "按比例不足一名时是否可评一名", False)


class Policy(Settings):
    """制度：所继承的预设、设置与指标。设置可以直接写，也可以写在 `settings` 之下。"""

    extends: tuple[v.Words, ...] = field("继承", "所继承的预设", ())
    settings: Settings | None = field("设置", "各项设置", None)
    rules: dict[v.Words, RuleWeight] = field("规则", "规则编号: off、error、warning 或 info", {})
    measures: tuple[Measure, ...] = field("指标", "本单位的指标", ())

    @cached_property
    def in_force(self) -> Settings:
        """The settings from both places; those of the block `settings` win."""
        return of_valid(Settings, **self.given)

    @property
    def given(self) -> dict[str, Any]:
        """The settings that were written, in both places."""
        block = self.settings or Settings()
        return {
            name: getattr(source, name)
            for source in (self, block)
            for name in source.model_fields_set & Settings.model_fields.keys()
        }
