"""policy.yml: the organisation's own numbers. Evaluated by the measures engine; here only read and frozen.

Sources: content-model §5; the defaults are those of its table of settings.
"""

from typing import Annotated

from yuandi.models import values as v
from yuandi.models.base import Model, field


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


class MeasureSource(Model):
    """出处。"""

    ref: v.Words | None = field("条目", "确立它的条目编号，或文件名称", None)
    article: v.Words | None = field("条款", "如 三（一）", None)


class Share(Model):
    """比例上限：人数按份额向下取整。"""

    share: v.Words = field("份额", "如 30%")
    of: v.Words = field("基数", "如 population")


class Case(Model):
    """同一指标下的一种情形。"""

    subject: v.Free = field("对象", "适用的对象", {})
    min: v.Amount | None = field("不少于", "下限", None)
    max: v.Amount | None = field("不超过", "上限", None)
    range: tuple[v.Amount, ...] = field("范围", "下限与上限", ())


class Measure(Model):
    """指标：对谁、量什么、在多长时间里、要达到多少。"""

    code: v.Words = field("编号", "如 STU-02")
    title: v.Words | None = field("标题", "文件中的原话", None)
    subject: v.Free = field("对象", "units、people 或 groups，加筛选条件", {})
    measure: v.Free = field("量", "sum、count、ratio、presence、distinct、latest 或 attest", {})
    period: PeriodKind | None = field("周期", "考核周期", None)
    min: v.Amount | None = field("不少于", "下限", None)
    max: v.Amount | None = field("不超过", "上限", None)
    range: tuple[v.Amount, ...] = field("范围", "下限与上限", ())
    usual_max: v.Amount | None = field("通常上限", "通常的上限，超过也算达到", None)
    at_most_share: Share | None = field("比例上限", "占基数的上限", None)
    at_least_share: Share | None = field("比例下限", "占基数的下限", None)
    strict: v.YesNo = field("严格", "不含界限本身", False)
    due: v.Words | None = field("期限", "周期内或周期后的日子，如 01-15", None)
    modality: Modality = field("强弱", "必须、一般、左右、力争", Modality.MUST)
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
    tolerance: v.Words = field("允许偏差", "“左右”允许的偏差", "20%")
    publicity_workdays: v.Count = field("公示工作日", "公示期至少几个工作日", 5)
    hours_per_day: v.Number = field("每天学时", "一天折合多少学时", 8.0)
    grades: tuple[Annotated[Band, v.or_text("name")], ...] = field("等次", "等次及其下限", ())
    excluding_grades: tuple[v.Words, ...] = field("取消资格的等次", "得此等次者不得评先", ())
    facilitators_inside: v.YesNo = field("促进师在内", "促进师是否计入小组人数", False)
    applications_required: v.YesNo = field("须有申报", "表彰是否须有申报", False)
    circular_required: v.YesNo = field("须有通报", "考核结果是否须通报", False)
    group_needs: tuple[v.Words, ...] = field("小组须有", "head、member、deputy、office 等", ("head", "member"))
    mixed_script_share: v.Words = field("繁简混用比例", "超过即提示", "5%")
    rebook_months: v.Count = field("荐书间隔", "多少个月内不重复推荐", 12)
    stroke_school: v.Words = field("笔画排序", "count-first 或 char-first", "count-first")
    word_count: v.Words = field("字数算法", "word：汉字与标点各一，西文一词一字", "word")
    at_least_one: v.YesNo = field("至少一名", "按比例不足一名时是否可评一名", False)


class Policy(Settings):
    """制度：所继承的预设、设置与指标。设置可以直接写，也可以写在 `settings` 之下。"""

    extends: tuple[v.Words, ...] = field("继承", "所继承的预设", ())
    settings: Settings | None = field("设置", "各项设置", None)
    rules: dict[v.Words, RuleWeight] = field("规则", "规则编号: off、error、warning 或 info", {})
    measures: tuple[Measure, ...] = field("指标", "本单位的指标", ())

    @property
    def in_force(self) -> Settings:
        """The settings, wherever they were written; those of the block `settings` win."""
        given = [(self, self.model_fields_set)] + (
            [(self.settings, self.settings.model_fields_set)] if self.settings else []
        )
        values = {
            name: getattr(source, name) for source, names in given for name in names & Settings.model_fields.keys()
        }
        return Settings.model_construct(**values)
