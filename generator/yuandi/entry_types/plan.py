"""方案、规划、计划: the phases of a plan, with tasks, groups and the measures it brings into force."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, Due, EntryType, Filing, Printable, YearSection
from yuandi.entry_types.record import Model, Range, Record, field
from yuandi.i18n import message


class PlanKind(v.Choice):
    """方案的种类。"""

    IMPLEMENTATION = "implementation", "实施方案"
    ANNUAL = "annual", "年度计划"
    QUARTER = "quarter", "季度计划"
    TASK_BREAKDOWN = "task-breakdown", "任务分解"


class Milestone(Model):
    """节点：阶段中要完成的一件事。"""

    name: v.Words = field("名称", "节点的名称")
    due: v.Day | None = field("期限", "应完成的日期", None)
    done: v.Day | None = field("完成", "实际完成的日期", None)
    deliverable: v.Words | None = field("成果", "要交出的东西", None)


class Phase(Model):
    """阶段：首尾两天都包括在内。"""

    name: v.Words = field("名称", "阶段的名称")
    start: v.Day = field("起", "开始日期", alias="from")
    end: v.Day = field("止", "结束日期", alias="to")
    label: v.Words | None = field("时间表述", "文件原话，如“5月中旬至9月底”", None)
    milestones: tuple[Milestone, ...] = field("节点", "阶段中的节点", ())


class Task(Model):
    """任务：分解到单位和人的一项工作。"""

    title: v.Words = field("标题", "任务内容")
    unit: v.UnitRef | None = field("单位", "责任单位", None)
    person: v.PersonRef | None = field("人员", "责任人", None)
    due: v.Day | None = field("期限", "应完成的日期", None)
    done: v.Day | None = field("完成", "实际完成的日期", None)


class Plan(Record):
    """方案：阶段、目标、任务分工、领导小组与考核指标。"""

    kind: PlanKind = field("种类", "方案的种类", PlanKind.IMPLEMENTATION)
    span: Range = field("起止", "方案的起止日期")
    phases: tuple[Phase, ...] = field("阶段", "实施步骤", ())
    goals: tuple[v.Words, ...] = field("目标", "要达到的目标", ())
    groups: tuple[v.GroupRef, ...] = field("领导小组", "负责的小组", ())
    counterparts: tuple[v.Words, ...] = field("对应机构", "须设立对应小组的下级单位种类", ())
    tasks: tuple[Task, ...] = field("任务", "任务分解", ())
    measures: tuple[v.MeasureRef, ...] = field("指标", "本方案所确立的考核指标编号", ())


TYPE = EntryType(
    name="plan",
    chinese=("方案", "规划", "计划"),
    folder="plans",
    model=Plan,
    is_plain=False,
    is_document=True,
    is_led=True,
    year_section=YearSection.DOCUMENTS,
    meetings=None,
    about=("unit", "groups"),
    credit=None,
    parts=None,
    days=("date",),
    runs=("span",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.PLANS, whose=("unit", "groups"), year=("span",)),
        Filing(chapter=Chapter.TASKS, whose=("unit", "person"), year=("done", "due", "span.start"), items="tasks"),
        ISSUED_BY_AUTHORS,
    ),
    dues=(
        Due(
            items="phases.milestones", day="due", text="name", done="done", owner=("unit",), owed_by=("unit", "groups")
        ),
        Due(items="tasks", day="due", text="title", done="done", owner=("person", "unit"), owed_by=("unit", "person")),
    ),
    printable=Printable(label=message("任务分解表"), needs=(("phases", "tasks"),), filled_in=None),
    downloads=(),
)
