"""The public format as types: one frozen model a file, and the tables of all entry types and data files."""

from collections.abc import Callable
from dataclasses import dataclass

from yuandi.entry_types.application import Application
from yuandi.entry_types.article import Article
from yuandi.entry_types.assessment import Assessment
from yuandi.entry_types.book_list import BookList
from yuandi.entry_types.brief import Brief
from yuandi.entry_types.competition import Competition
from yuandi.entry_types.data_types.calendar import CalendarYear
from yuandi.entry_types.data_types.columns import Column
from yuandi.entry_types.data_types.groups import Group
from yuandi.entry_types.data_types.lexicon import LexiconItem
from yuandi.entry_types.data_types.people import Person
from yuandi.entry_types.data_types.policy import Measure, Policy
from yuandi.entry_types.data_types.units import Unit
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.fund import Fund
from yuandi.entry_types.honour_change import HonourChange
from yuandi.entry_types.honour_roll import HonourRoll
from yuandi.entry_types.inspection import Inspection
from yuandi.entry_types.lecture_series import LectureSeries
from yuandi.entry_types.material import Material
from yuandi.entry_types.news import News
from yuandi.entry_types.notice import Notice
from yuandi.entry_types.page import Page
from yuandi.entry_types.personal_plan import PersonalPlan
from yuandi.entry_types.plan import Plan
from yuandi.entry_types.project import Project
from yuandi.entry_types.record import Model, Record
from yuandi.entry_types.regulation import Regulation
from yuandi.entry_types.session import Session
from yuandi.entry_types.study_record import StudyRecord
from yuandi.entry_types.summary import Summary

__all__ = [
    "BY_CHINESE",
    "BY_NAME",
    "DATA_FILES",
    "TYPES",
    "Application",
    "Article",
    "Assessment",
    "BookList",
    "Brief",
    "CalendarYear",
    "Column",
    "Competition",
    "DataFile",
    "EntryType",
    "Fund",
    "Group",
    "HonourChange",
    "HonourRoll",
    "Inspection",
    "LectureSeries",
    "LexiconItem",
    "Material",
    "Measure",
    "Model",
    "News",
    "Notice",
    "Page",
    "Person",
    "PersonalPlan",
    "Plan",
    "Policy",
    "Project",
    "Record",
    "Regulation",
    "Session",
    "StudyRecord",
    "Summary",
    "Unit",
    "kind_named",
    "type_named",
    "type_of_folder",
]


@dataclass(frozen=True, slots=True)
class EntryType:
    """A type of entry: its name in files, its Chinese names (the first is *the* name), where it lives."""

    name: str
    chinese: tuple[str, ...]
    folder: str
    model: type[Record]

    def __reduce__(self) -> tuple[Callable[[str], "EntryType"], tuple[str]]:
        """In another process too it is one of TYPES."""
        return _of_name, (self.name,)

    @property
    def label(self) -> str:
        """The one Chinese name."""
        return self.chinese[0]


TYPES = (
    EntryType("plan", ("方案", "规划", "计划"), "plans", Plan),
    EntryType("personal-plan", ("个人学习计划",), "plans/personal", PersonalPlan),
    EntryType("regulation", ("制度",), "regulations", Regulation),
    EntryType("notice", ("通知", "公告", "公示", "决定", "通报"), "notices", Notice),
    EntryType("brief", ("简报",), "briefs", Brief),
    EntryType("news", ("信息", "动态"), "news", News),
    EntryType("book-list", ("推荐书目",), "books", BookList),
    EntryType("lecture-series", ("讲座系列",), "lectures", LectureSeries),
    EntryType("session", ("学习活动", "集中学习", "讲座", "党课", "研讨", "培训", "会议"), "sessions", Session),
    EntryType("study-record", ("学习记录", "自学", "笔记", "读书", "调研日志"), "records", StudyRecord),
    EntryType("article", ("文章", "心得", "调研报告", "理论文章", "培训总结"), "column", Article),
    EntryType("project", ("行动学习课题",), "projects", Project),
    EntryType("inspection", ("检查",), "inspections", Inspection),
    EntryType("assessment", ("考核",), "assessments", Assessment),
    EntryType("application", ("申报表", "推荐表"), "applications", Application),
    EntryType("honour-roll", ("光荣榜", "先进名单"), "honours", HonourRoll),
    EntryType("honour-change", ("撤销", "整改"), "honours", HonourChange),
    EntryType("competition", ("竞赛", "征文"), "competitions", Competition),
    EntryType("fund", ("经费",), "funds", Fund),
    EntryType("summary", ("总结", "汇报"), "summaries", Summary),
    EntryType("material", ("学习资料",), "materials", Material),
    EntryType("page", ("页面",), "", Page),
)


def _of_name(name: str) -> EntryType:
    return BY_NAME[name]


BY_NAME = {known.name: known for known in TYPES}
BY_CHINESE = {chinese: known for known in TYPES for chinese in known.chinese}
_FOLDERS = {known.folder: known for known in reversed(TYPES) if known.folder}


def type_named(word: str) -> EntryType | None:
    """The type with this name, English or Chinese."""
    return BY_NAME.get(word) or BY_CHINESE.get(word)


def kind_named(word: str | None, known: EntryType) -> str | None:
    """The kind that one of a type's further Chinese names gives: 公示 is a notice of kind `publicity`."""
    kind = shape_of(known.model).fields.get("kind")
    if not word or word not in known.chinese[1:] or not kind or not kind.choices:
        return None
    fitting = (choice for choice in kind.choices if choice.label.startswith(word) or word.startswith(choice.label))
    return next((choice.value for choice in fitting), None)


def type_of_folder(path: str) -> EntryType:
    """The type that a file's folder gives it: the longest default folder that it lies in, else a page."""
    if path.rpartition("/")[2] in {"index.md", "README.md"}:
        return BY_NAME["page"]
    folder = path.rpartition("/")[0]
    while folder:
        if folder in _FOLDERS:
            return _FOLDERS[folder]
        folder = folder.rpartition("/")[0]
    return BY_NAME["page"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file in `_data`: its model and its form at the top: one mapping, a list, or a mapping of years."""

    name: str
    chinese: str
    model: type[Model]
    form: str


DATA_FILES = (
    DataFile("units", "单位", Unit, "list"),
    DataFile("people", "人员", Person, "list"),
    DataFile("groups", "小组", Group, "list"),
    DataFile("columns", "栏目", Column, "list"),
    DataFile("policy", "制度", Policy, "mapping"),
    DataFile("calendar", "日历", CalendarYear, "years"),
    DataFile("lexicon", "用语", LexiconItem, "list"),
)
