"""Web pages of an invented office, one for each way in which such pages are built."""

GBK = """<html><head><meta charset="gb2312"><title>通知_云泽县支行</title>
<meta name="PubDate" content="2026-03-18 09:30"><meta name="ContentSource" content="云泽日报"></head>
<body><div class="nav"><a href="/">首页</a> 通知公告 学习园地</div>
<div id="content"><h1>关于举办公文写作讲座的通知</h1>
<p>发布时间：2026-03-18　来源：云泽日报　浏览次数：120</p>
<p>各部门:</p>
<p>定于3月27日(星期五)下午举(ju)办公文写作讲座,请准时参加。<br>　　地点:三楼会议室。</p>
<p>请于3月25日前报名。联系人：李芳。</p>
<p>上一篇：没有了 下一篇：关于放假的通知</p></div>
<div class="footer">版权所有 某某网络公司</div></body></html>"""

LAYOUT = """<html><head><meta charset="utf-8"></head><body><table width="100%"><tr><td>
<table><tr><td align="center"><b>云泽县支行学习制度</b></td></tr></table>
<table><tr><td>&nbsp;&nbsp;第一章 总则<br>&nbsp;&nbsp;第一条 为规范学习，制定本制度。<br>
第二条 本制度自2026年3月1日起施行。<br><img src="room.png" alt="阅览室"><img src="http://far.example/x.gif">
<br>第二章 时间<br>第三条 集中学习每月不少于一次。</td></tr></table>
<table border=1><tr><th colspan=2>学习时间表</th></tr><tr><td>内容</td><td>时间</td></tr>
<tr><td rowspan=2>理论</td><td>周一</td></tr><tr><td>周五</td></tr></table>
</td></tr></table></body></html>"""

NESTED = """<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
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

RUBY = """<article><h1>学习体会</h1><p>作者：李芳</p>
<p>读<ruby>阅<rp>(</rp><rt>yuè</rt><rp>)</rp></ruby>《<a href="https://book.example/a">论学习</a>》，<em>很有收获</em>，写下几点x<sup>2</sup>。</p>
<ul><li>第一点<ul><li>细目</li></ul></li><li>第二点</li></ul><script>alert(1)</script></article>"""
