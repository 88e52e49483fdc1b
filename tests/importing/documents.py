"""All documents that tests import, of an invented office, by file name; those of text alone stand here."""

from collections.abc import Mapping

from importing.office import png
from importing.spreadsheets import BOOKS, HONOURS, PEOPLE, ROLL, TASKS
from importing.web_pages import GBK, LAYOUT, NESTED, RUBY
from importing.word_files import HEADERS, LISTS, MERGED, NOTICE, PICTURES, PINYIN, PLAN, TRACKED

_BIG5 = """創建學習型科室實施辦法

一、目標
全面落實創建工作的各項要求,提高幹部職工的綜合素質,促進機關作風的根本轉變,建設學習型機關,為事業發展提供保證。
二、步驟
1、宣傳發動階段(2026年3月)
2、組織實施階段(2026年4月至11月)
各科室的計劃請於5月10日之前報辦公室。

辦公室
二○二六年三月二日
"""

_UTF16 = "关于公示拟表彰名单的公告\n\n经评选，现将拟表彰名单予以公示，公示期为2026年3月9日至3月13日，联系电话：内线8012。\n\n办公室\n2026年3月9日\n"

_GB18030 = """云泽县支行学习考核办法
（2026年1月12日印发）
第一章 总则
第一条 为做好考核工作，制定本办法。
第二章 计分
第二条 考核得分90分以上的，评定为“优秀”等次；80—90分的，评定为“良好”等次；60—80分的，评定为“合格”等次；60分以下的，评定为“不合格”等次。
第三条 本办法自2026年2月1日起施行。
"""

_MARKDOWN = """---
title: 第一季度学习情况总结
date: 2026-04-02
layout: post
---

# 第一季度学习情况总结

## 一、做法

- 集中学习 3 次
    - 其中专题研讨 1 次

| 项目 | 次数 |
|---|---|
| 讲座 | 2 |

## 三、打算

继续*抓好*落实(详见计划)。
"""

_ATTENDANCE = """2026年3月5日理论学习签到表
姓名,签到情况,备注
陈明,√,
李芳,病假,住院
周远,旷课,
"""

_UNITS = (
    "单位名称,上级单位,人数,类别\n人事科,云泽县支行,8,internal-unit\n财务科,云泽县支行,9,internal-unit\n工会,总行,3,\n"
)

_DECISION = """云泽县支行关于表彰2025年度先进集体和先进个人的决定

各支部：
经研究，决定对下列集体和个人予以表彰：
一、先进集体（2个）
办公室　　财务科
二、先进个人（3名）
陈　明　李　芳
王小川
希望受表彰的集体和个人再接再厉。

                云泽县支行
                2026年1月28日
"""

_LISTED = """关于表彰2025年度“知识型职工”的名单
一、先进集体（2个）
办公室、财务科
二、先进个人（3名）
陈明　周  远　吴小川
"""

DOCUMENTS: Mapping[str, bytes] = {
    "notice.docx": NOTICE,
    "plan.docx": PLAN,
    "pinyin.docx": PINYIN,
    "tracked.docx": TRACKED,
    "headers.docx": HEADERS,
    "pictures.docx": PICTURES,
    "lists.docx": LISTS,
    "merged.docx": MERGED,
    "page-gbk.html": GBK.encode("gb18030"),
    "layout.htm": LAYOUT.encode(),
    "nested.htm": NESTED.encode("gb18030"),
    "ruby.html": RUBY.encode(),
    "big5.txt": _BIG5.encode("big5"),
    "publicity-utf16.txt": _UTF16.encode("utf-16"),
    "regulation-gb18030.txt": _GB18030.encode("gb18030"),
    "summary.md": _MARKDOWN.encode(),
    "honours.xlsx": HONOURS,
    "roll.xlsx": ROLL,
    "tasks.xlsx": TASKS,
    "books.xlsx": BOOKS,
    "attendance-gbk.csv": _ATTENDANCE.encode("gbk"),
    "people.xlsx": PEOPLE,
    "units.csv": _UNITS.encode("utf-8-sig"),
    "decision.txt": _DECISION.encode(),
    "listed.txt": _LISTED.encode(),
}

BESIDE: Mapping[str, bytes] = {"读书月安排表.docx": b"PK", "room.png": png(2)}
"""What lies in the folder of the documents."""
