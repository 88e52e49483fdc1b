"""The type of entry that a document becomes, with its kind, by its title. Pure."""

import re
from dataclasses import dataclass

from yuandi.entry_types import BY_NAME, EntryType


@dataclass(frozen=True, slots=True)
class Guess:
    """A type of entry, and the kind that the title names, if any."""

    type: EntryType
    kind: str | None = None


_BY_WORD = (
    (r"个人(?:学习|读书)?计划|個人(?:學習|讀書)?計劃", "personal-plan", None),
    (r"(?:推荐|必读|阅读)?书目|书单|荐书|图书推荐", "book-list", None),
    (r"讲座(?:安排|计划|系列)", "lecture-series", None),
    (r"签到|考勤|出勤|到会", "session", None),
    (r"申报表|推荐表", "application", None),
    (r"通报批评", "notice", "criticism"),
    (r"公示(?:公告)?$|公示.*(?:公告|通告)$", "notice", "publicity"),
    (r"(?:的|^)?公告$|通告$", "notice", "announcement"),
    (r"的?通报$|通報$", "notice", "circular"),
    (r"的?决定$|決定$", "notice", "decision"),
    (r"的?通知$|\bnotice$", "notice", "notice"),
    (r"光荣榜|(?:先进|优秀|标兵|获奖|表彰|学习型|知识型).{0,20}名单|名单.{0,6}(?:先进|优秀)", "honour-roll", None),
    (r"简报", "brief", None),
    (r"简讯|快讯|动态$|信息$", "news", None),
    (r"培训总结|学习总结$", "article", "training-summary"),
    (r"调研报告|调查报告", "article", "research-report"),
    (r"体会|心得|读后感|有感", "article", "reflection"),
    (r"任务分解", "plan", "task-breakdown"),
    (r"季度.{0,10}(?:计划|安排|要点)", "plan", "quarter"),
    (r"(?:年度?|年).{0,12}(?:计划|要点|安排)$", "plan", "annual"),
    (r"管理办法|考核办法|奖惩办法|评选办法|制度|规定|規定|条例|守则|公约", "regulation", None),
    (
        r"方案|规划|規劃|计划|計劃|实施办法|實施辦法|实施细则|實施細則|实施意见|\bplan$|programme$",
        "plan",
        "implementation",
    ),
    (r"办法|辦法|细则|細則", "regulation", None),
    (r"总结|總結|汇报|匯報|小结|\bsummary$", "summary", None),
)


def guessed(title: str, text: str) -> Guess | None:
    """The type by the title, else an article if the text names an author, else None."""
    words = re.sub(r"[（(][^（）()]*[）)]$", "", title).strip()
    for pattern, name, kind in _BY_WORD:
        if re.search(pattern, words, re.I):
            return Guess(BY_NAME[name], kind)
    return Guess(BY_NAME["article"]) if re.search(r"^作者\s*[:：]", text, re.M) else None
