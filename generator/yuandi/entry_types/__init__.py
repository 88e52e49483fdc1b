"""The public format as types: one file for each type of entry and each data file, and the table of all of them."""

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
from yuandi.entry_types.entry_type import EntryType
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
from yuandi.entry_types.registry import (
    BY_NAME,
    DATA_FILES,
    TYPES,
    DataFile,
    kind_named,
    type_named,
    type_of_folder,
)
from yuandi.entry_types.regulation import Regulation
from yuandi.entry_types.session import Session
from yuandi.entry_types.study_record import StudyRecord
from yuandi.entry_types.summary import Summary

__all__ = [
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
