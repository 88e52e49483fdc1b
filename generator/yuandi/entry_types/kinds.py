"""Kinds of units and groups and categories of honours that have a Chinese name; an organisation may add its own words."""

from yuandi.i18n import message

CATEGORIES = {
    "centre-branch": message("中心支行"),
    "county-branch": message("县支行"),
    "department": message("部门"),
    "internal-unit": message("内设机构"),
    "employee": message("职工"),
    "party-branch": message("党支部"),
    "village": message("村"),
    "community": message("社区"),
    "enterprise": message("企业"),
    "school": message("学校"),
    "leading-group": message("领导小组"),
    "office": message("办公室"),
    "centre-group": message("中心组"),
    "assessment-group": message("考评小组"),
    "promotion-group": message("推进小组"),
    "branch": message("分支机构"),
    "bureau": message("局"),
    "centre": message("中心支行机关"),
}


def category(word: str | None) -> str:
    """A kind of unit or group, or a category of honours, in Chinese; an organisation's own word is unchanged."""
    return CATEGORIES.get(word or "", word or "")
