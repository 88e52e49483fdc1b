"""The pages of the rules, and their index."""

from yuandi.check import RULES
from yuandi.check.unmet_measure import NAME
from yuandi.check.unmet_measure import page as page_of_measures
from yuandi.docs.fields import NOTE

_MEASURES = f"| [XXX-00]({NAME}.md) | {NAME} | 错误、警告 |\n"
"""Codes with a hyphen are an organisation's own."""


def rule_pages() -> dict[str, str]:
    """Return the page of each rule and the index, by path."""
    pages = {f"rules/{rule.name}.md": f"{NOTE}{rule.page.text}" for rule in RULES}
    pages[f"rules/{NAME}.md"] = f"{NOTE}{page_of_measures()}"
    rows = "".join(f"| [{rule.code}]({rule.name}.md) | {rule.name} | {rule.severity.label.zh} |\n" for rule in RULES)
    pages["rules/index.md"] = (
        f"{NOTE}# 规则\n\n编号永久不变。\n\n| 编号 | 名称 | 轻重 |\n|---|---|---|\n{rows}{_MEASURES}"
    )
    return pages
