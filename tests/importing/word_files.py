"""Word files of an invented office."""

from importing.office import docx, equation, header, p, picture, png, ruby, run, table

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
