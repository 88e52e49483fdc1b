"""The table of all entry types, in the order in which they are listed, and that of the data files."""

from dataclasses import dataclass
from importlib import import_module

from yuandi.entry_types.data_types.calendar import CalendarYear
from yuandi.entry_types.data_types.columns import Column
from yuandi.entry_types.data_types.groups import Group
from yuandi.entry_types.data_types.lexicon import LexiconItem
from yuandi.entry_types.data_types.people import Person
from yuandi.entry_types.data_types.policy import Policy
from yuandi.entry_types.data_types.units import Unit
from yuandi.entry_types.entry_type import EntryType
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.record import Model

_MODULES = (
    "plan",
    "personal_plan",
    "regulation",
    "notice",
    "brief",
    "news",
    "book_list",
    "lecture_series",
    "session",
    "study_record",
    "article",
    "project",
    "inspection",
    "assessment",
    "application",
    "honour_roll",
    "honour_change",
    "competition",
    "fund",
    "summary",
    "material",
    "page",
)
"""A line a type: the module with its model and its `TYPE`."""


def _type_of(module: str) -> EntryType:
    known: EntryType = import_module(f"yuandi.entry_types.{module}").TYPE
    return known


TYPES = tuple(map(_type_of, _MODULES))
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
