"""行动学习课题: a team working on a real problem for some months."""

from pydantic import ConfigDict

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED_BY_AUTHORS, Chapter, Due, EntryType, Filing
from yuandi.entry_types.plan import Milestone
from yuandi.entry_types.record import Model, Range, Record, field
from yuandi.i18n import message


class TeamMember(Model):
    """小组成员及其角色。"""

    person: v.PersonRef = field("人员", "成员")
    role: v.Words | None = field("角色", "组长、联络员、学习委员、主持人、核心学员等", None)


class Principles(Model):
    """立题四原则的论证。"""

    importance: v.Words | None = field("重要性", "为什么重要", None)
    urgency: v.Words | None = field("紧迫性", "为什么紧迫", None)
    scope: v.Words | None = field("综合性", "涉及哪些方面", None)
    feasibility: v.Words | None = field("可行性", "为什么做得到", None)


class Approval(Model):
    """审批或备案；可以另加本单位的字段。"""

    model_config = ConfigDict(extra="allow")

    by: v.ActorOrName | None = field("机关", "审批或备案的单位、小组", None)
    date: v.Day | None = field("日期", "日期", None)
    number: v.Words | None = field("文号", "批复或备案的文号", None)


class Project(Record):
    """课题：召集人、团队、四原则、进度与成果。"""

    unit: v.UnitRef = field("单位", "承担单位")
    convener: v.ActorRef = field("召集人", "召集人")
    span: Range = field("起止", "课题的起止日期")
    team: tuple[TeamMember, ...] = field("团队", "小组成员", min_length=1)
    facilitators: tuple[v.PersonOrName, ...] = field("促进师", "促进师", ())
    principles: Principles | None = field("立题原则", "重要性、紧迫性、综合性、可行性", None)
    goals: v.TextOrList = field("目标", "课题目标", ())
    milestones: tuple[Milestone, ...] = field("节点", "进度安排", ())
    approval: Approval | None = field("审批", "批准情况", None)
    filing: Approval | None = field("备案", "备案情况", None)
    outputs: tuple[v.EntryRef, ...] = field("成果", "形成的条目", ())


TYPE = EntryType(
    name="project",
    chinese=("行动学习课题",),
    folder="projects",
    model=Project,
    is_plain=False,
    is_document=False,
    is_led=True,
    year_section=None,
    meetings=None,
    about=("team.person", "convener", "unit"),
    credit=None,
    parts=None,
    days=("date",),
    runs=("span",),
    handed_in=None,
    dossier=(
        Filing(chapter=Chapter.PROJECTS, whose=("unit",), year=("span",), role=message("承担单位")),
        Filing(chapter=Chapter.PROJECTS, whose=("convener",), year=("span",), role=message("召集人")),
        Filing(
            chapter=Chapter.PROJECTS,
            whose=("person",),
            year=("span",),
            items="team",
            role=message("成员"),
            role_from="role",
            as_part=False,
        ),
        Filing(chapter=Chapter.PROJECTS, whose=("facilitators",), year=("span",), role=message("促进师")),
        ISSUED_BY_AUTHORS,
    ),
    dues=(Due(items="milestones", day="due", text="name", done="done", owner=("unit",), owed_by=("unit", "convener")),),
    printable=None,
    downloads=(),
)
