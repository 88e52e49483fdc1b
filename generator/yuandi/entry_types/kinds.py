"""Kinds of units and groups and categories of honours that have a Chinese name; an organisation may add its own words."""

CATEGORIES = {
    "centre-branch": "中心支行",
    "county-branch": "县支行",
    "department": "部门",
    "internal-unit": "内设机构",
    "employee": "职工",
    "party-branch": "党支部",
    "village": "村",
    "community": "社区",
    "enterprise": "企业",
    "school": "学校",
    "leading-group": "领导小组",
    "office": "办公室",
    "centre-group": "中心组",
    "assessment-group": "考评小组",
    "promotion-group": "推进小组",
    "branch": "分支机构",
    "bureau": "局",
    "centre": "中心支行机关",
}


def category(word: str | None) -> str:
    """A kind of unit or group, or a category of honours, in Chinese; an own word as it stands."""
    return CATEGORIES.get(word or "", word or "")
