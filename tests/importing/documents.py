"""Documents as offices have them, of an invented organisation: what is imported in tests."""

from collections.abc import Mapping

from importing.office import docx, equation, header, p, picture, png, ruby, run, table, xlsx

LONG = "各单位要把学习同业务工作结合起来，制定学习计划，落实学习时间，做好学习记录，按时报送学习情况，年底对照计划逐项检查，写出书面总结。"

NOTICE = docx(
    p("云泽县支行文件"),
    p("云泽发〔2026〕 第8 号　　签发人：陈明"),
    p("关于开展2026年读书月活动的通知", style="a3"),
    p("办公室、财务科："),
    p("为推动全员阅读，定于4月开展读书月活动。"),
    p("活动内容", number=(1, 0)),
    p("集中荐书", number=(1, 1)),
    p("各部门推荐", run("三本", bold=True), "好书。" + LONG),
    p("交流分享", number=(1, 1)),
    p("每人作一次读书分享。" + LONG),
    p("有关要求", number=(1, 0)),
    p("请于4月20日前将活动情况报办公室。"),
    p("附件：1.读书月安排表"),
    p("2.荐书登记表"),
    p("云泽县支行办公室"),
    p("二○二六年三月二十六日"),
)

PLAN = docx(
    p("云泽县支行2026年创建学习型组织实施方案", style="a3"),
    p("为做好创建工作，制定本方案。"),
    p("一、实施步骤", style="1"),
    p("（一）动员部署阶段（2026年3月中旬至4月底）", style="2"),
    p("成立机构，宣传发动。请各部门于4月15日前报送创建计划。"),
    p("（二）组织实施阶段（5月至10月）", style="2"),
    p(LONG),
    p("（三）总结提高阶段（11月—12月）", style="2"),
    p("总结经验，完善制度。"),
    p("二、组织领导", style="1"),
    p("成立学习型组织建设领导小组，组长：陈明；副组长：李芳；成员：各部门负责人。"),
    p("三、评选表彰", style="1"),
    p("评选先进部门不超过部门总数的30%；先进个人一般不超过职工总数的10%。"),
    p("任务", run("分工", bold=True), "如下："),
    table(["任务", "责任部门"], ["拟定办法", "办公室"], ["落实经费", "财务科"]),
    p("2026年3月10日"),
)

PINYIN = docx(
    p("关于学", ruby("习", "xí"), ruby("型", "xíng"), "组织命名的决定", style="a3"),
    p("经研究，", ruby("决", "jué"), ruby("定", "dìng"), "命名", equation("办", "bàn"), "公室为学习型科室。"),
    p("2026年2月3日"),
)

TRACKED = docx(
    p("关于调整集中学习时间的通知", style="a3"),
    p(
        "集中学习改在每月第",
        '<w:del w:id="1" w:author="x"><w:r><w:delText>一</w:delText></w:r></w:del>',
        f'<w:ins w:id="2" w:author="x">{run("二")}</w:ins>',
        "个星期五下午。",
        '<w:r><w:commentReference w:id="0"/></w:r>',
    ),
    '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr><w:del w:id="4" w:author="x"><w:r><w:delText>'
    "这一段删去了。</w:delText></w:r></w:del></w:p>",
    p("2026年2月10日"),
    parts={
        "comments.xml": '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="0" w:author="x">{p("批注：时间待定")}</w:comment></w:comments>'
    },
)

HEADERS = docx(
    p("关于印发学习笔记检查办法的通知", style="a3"),
    p("各部门：", run("")),
    p("现将办法印发给你们", '<w:r><w:footnoteReference w:id="2"/></w:r>', "，请遵照执行。"),
    p("财务科　2026年1月9日"),
    p("抄送：县总工会，本行工会。"),
    p("云泽县支行办公室　2026年1月12日印发"),
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:pPr></w:p>',
    parts={
        "header1.xml": header("内部资料 注意保存"),
        "footer1.xml": header("— 1 —", tag="ftr"),
        "footnotes.xml": header("", tag="footnotes")
        .replace("<w:p>", '<w:footnote w:id="2"><w:p>')
        .replace("</w:p>", f"{run('办法自印发之日起施行.')}</w:p></w:footnote>"),
    },
)

PICTURES = docx(
    p("读书月活动简讯", style="a3"),
    p("3月8日，支行举行读书月启动仪式。"),
    p(picture(1, "启动仪式会场")),
    p("会后参观了阅览室。", picture(2, "")),
    p(picture(3, "草图")),
    parts={"image1.png": png(2), "image2.png": png(3), "image3.emf": b"\x01\0\0\0"},
)

LISTS = docx(
    p("职工阅览室借阅规定", style="a3"),
    p("借阅时请注意下列各项："),
    p("凭证借书", number=(2, 0)),
    p("每次不超过两本", number=(2, 1)),
    p("借期一个月", number=(2, 1)),
    p("按期归还 * 不得转借", number=(2, 0)),
    p("1. 本条自2026年5月1日起施行。"),
)

MERGED = docx(
    p("2025年度学习考核情况通报", style="a3"),
    p("现将考核情况通报如下："),
    table(
        ["2>部门", "得分"],
        ["v>机关", "办公室", "92"],
        ["^", "财务科", "88"],
        ["支行", "营业部", "90|91"],
    ),
    p("得分90分以上为优秀，80分以上不满90分为良好，不满80分为一般。"),
    p("办公室"),
    p("2026年1月20日"),
)

_GBK = """<html><head><meta charset="gb2312"><title>通知_云泽县支行</title>
<meta name="PubDate" content="2026-03-18 09:30"><meta name="ContentSource" content="云泽日报"></head>
<body><div class="nav"><a href="/">首页</a> 通知公告 学习园地</div>
<div id="content"><h1>关于举办公文写作讲座的通知</h1>
<p>发布时间：2026-03-18　来源：云泽日报　浏览次数：120</p>
<p>各部门:</p>
<p>定于3月27日(星期五)下午举(ju)办公文写作讲座,请准时参加。<br>　　地点:三楼会议室。</p>
<p>请于3月25日前报名。联系人：李芳。</p>
<p>上一篇：没有了 下一篇：关于放假的通知</p></div>
<div class="footer">版权所有 某某网络公司</div></body></html>"""

_LAYOUT = """<html><head><meta charset="utf-8"></head><body><table width="100%"><tr><td>
<table><tr><td align="center"><b>云泽县支行学习制度</b></td></tr></table>
<table><tr><td>&nbsp;&nbsp;第一章 总则<br>&nbsp;&nbsp;第一条 为规范学习，制定本制度。<br>
第二条 本制度自2026年3月1日起施行。<br><img src="room.png" alt="阅览室"><img src="http://far.example/x.gif">
<br>第二章 时间<br>第三条 集中学习每月不少于一次。</td></tr></table>
<table border=1><tr><th colspan=2>学习时间表</th></tr><tr><td>内容</td><td>时间</td></tr>
<tr><td rowspan=2>理论</td><td>周一</td></tr><tr><td>周五</td></tr></table>
</td></tr></table></body></html>"""

_NESTED = """<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>关于举办第三期学习讲座的通知--云泽党建网</TITLE><SCRIPT>document.write("ad")</SCRIPT></HEAD><BODY>
<TABLE width=760><TR><TD><IMG src="logo.gif"></TD><TD><A href="/">首页</A> | <A href="/xx">学习园地</A></TD></TR></TABLE>
<TABLE width=760><TR><TD width=180><B>栏目导航</B><BR><A href=1.htm>通知公告</A><BR>今日访问：123</TD>
<TD>当前位置：<A href="/">首页</A> &gt;&gt; <A href="/tz">通知公告</A> &gt;&gt; 正文<TABLE>
<TR><TD align=center><FONT size=4><B>关于举办第三期学习讲座的通知</B></FONT></TD></TR>
<TR><TD align=center>发布时间：2026-3-9 10:22:31&nbsp;&nbsp;来源：办公室&nbsp;&nbsp;作者：陈明&nbsp;&nbsp;点击数：456 【<A href="#">打印</A>】</TD></TR>
<TR><TD><P>各部门：</P><P>&nbsp;&nbsp;定于3月18日（星期三）下午2:30举办第三期学习讲座，现将有关事项通知如下：<BR>
&nbsp;&nbsp;一、讲座内容<BR>&nbsp;&nbsp;货币政策解读。<BR>&nbsp;&nbsp;二、有关要求<BR>
&nbsp;&nbsp;（一）按时参加，不得无故缺席；<BR>&nbsp;&nbsp;（二）做好笔记。</P>
<P align=right>财务科</P><P align=right>2026年3月9日</P></TD></TR>
<TR><TD>上一篇：<A href=3.htm>关于放假的通知</A><BR>下一篇：没有了</TD></TR></TABLE></TD></TR></TABLE>
<TABLE><TR><TD>版权所有：云泽县支行 技术支持：某某网络公司</TD></TR></TABLE></BODY></HTML>"""

_RUBY = """<article><h1>学习体会</h1><p>作者：李芳</p>
<p>读<ruby>阅<rp>(</rp><rt>yuè</rt><rp>)</rp></ruby>《<a href="https://book.example/a">论学习</a>》，<em>很有收获</em>，写下几点x<sup>2</sup>。</p>
<ul><li>第一点<ul><li>细目</li></ul></li><li>第二点</li></ul><script>alert(1)</script></article>"""

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

HONOURS = xlsx(
    {
        "Sheet1": [
            ["2025年度学习型组织和知识型职工名单"],
            ["序号", "称号", "姓名/名称", "所在单位", "主要事迹"],
            [1, "学习型组织", "办公室", "", "月月有学习"],
            [2, "知识型职工", "陈  明", "办公室", "讲课六次"],
            [3, "", "周远", "财务科", ""],
        ]
    },
    merged=["A1:E1", "B4:B5"],
)

TASKS = xlsx(
    {
        "分工": [
            ["2026年学习任务分解表"],
            ["序号", "任务", "责任部门", "完成时限"],
            [1, "制定方案", "办公室", ("date", 46112)],
            [2, "组织考试", "财务科", "2026年6月底前"],
        ],
        "说明": [["本表由办公室整理"]],
    },
    merged=["A1:D1"],
)

ROLL = xlsx(
    {
        "名单": [
            ["2025年度先进名单"],
            ["姓名", "单位", "类别"],
            ["陈明", "办公室", "先进个人"],
            ["吴小川", "工会", "先进个人"],
        ]
    }
)

BOOKS = xlsx(
    {
        "书单": [
            ["2026年第一季度推荐书目"],
            ["序号", "书名", "作者", "出版社", "出版时间", "书号", "是否必读", "馆藏"],
            [1, "《学习的方法》", "某某", "云泽出版社", ("date", 45292), "9787000000012", "是", "阅览室"],
            [2, "公文写作", "（美）某某 著，某某 译", "禾川出版社", 2023, "0070000018", "", ""],
        ]
    }
)

_ATTENDANCE = """2026年3月5日理论学习签到表
姓名,签到情况,备注
陈明,√,
李芳,病假,住院
周远,旷课,
"""

PEOPLE = xlsx(
    {
        "人员": [
            ["编号", "姓名", "部门", "职务", "出生年月", "政治面貌", "手机"],
            [("00000", 12), "单立芳", "财务科", "科长", ("date", 30000), "中共党员", "138"],
            ["00013", "陈明", "办公室", "主任", "", "", ""],
            ["", "欧阳牧", "保卫科", "科员", "1990年5月", "群众", ""],
        ]
    }
)

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
    "page-gbk.html": _GBK.encode("gb18030"),
    "layout.htm": _LAYOUT.encode(),
    "nested.htm": _NESTED.encode("gb18030"),
    "ruby.html": _RUBY.encode(),
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
