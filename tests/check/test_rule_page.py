"""How a rule's page is read: examples stand once, each language is printed alone, and what is missing is named."""

import pytest

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text
from yuandi.check.rule_page import parse_rule_page

PAGE = """\
# ABC001 made-up · 虚构的规则

不该有的事。

What should not be.

## 为什么 · Why

有原因。

There is a reason.

## 每个例子里都有 · In every example

```yaml content/_data/units.yml
- id: office
```

## 会报告 · Reported

一处：

One place:

````markdown content/a.md
```
甲
```
````

```report zh
content/a.md:1:1 错误 ABC001 甲。
```

```report en
content/a.md:1:1 error ABC001 A.
```

别的单位：

Another unit:

```yaml content/_data/units.yml
- id: finance
```

```markdown @earlier content/b.md
乙
```

```report
ABC001
```

## 不会报告 · Fine

没有文件：

No files:

```report
```

## 怎样改 · How to fix

删去。

Delete it.
"""

ENGLISH = """\
# ABC001 made-up · 虚构的规则

What should not be.

**Why** There is a reason.

**In every example**

```yaml content/_data/units.yml
- id: office
```

**Reported**

One place:

````markdown content/a.md
```
甲
```
````

```report
content/a.md:1:1 error ABC001 A.
```

Another unit:

```yaml content/_data/units.yml
- id: finance
```

```markdown @earlier content/b.md
乙
```

```report
ABC001
```

**Fine**

No files:

```report
```

**How to fix** Delete it.
"""


def test_examples_stand_once() -> None:
    """An example has its files, those of every example where it has no other, and the report in both languages."""
    page = parse_rule_page("made_up.md", PAGE)
    first, second = page.reported
    assert first.files == {"content/_data/units.yml": "- id: office\n", "content/a.md": "```\n甲\n```\n"}
    assert first.report == Text("content/a.md:1:1 错误 ABC001 甲。\n", "content/a.md:1:1 error ABC001 A.\n")
    assert second.files == {"content/_data/units.yml": "- id: finance\n", "@earlier content/b.md": "乙\n"}
    assert second.report == Text("ABC001\n", "ABC001\n")
    (third,) = page.fine
    assert (third.files, third.report) == ({"content/_data/units.yml": "- id: office\n"}, Text("", ""))


def test_page_in_one_language() -> None:
    """The part in a language has all files, and of prose and reports that language alone."""
    page = parse_rule_page("made_up.md", PAGE)
    assert page.sentence == Text("不该有的事。", "What should not be.")
    assert page.part("en") == ENGLISH
    chinese = page.part("zh")
    assert "**为什么** 有原因。\n\n**每个例子里都有**\n\n```yaml" in chinese
    assert "```report\ncontent/a.md:1:1 错误 ABC001 甲。\n```" in chinese
    assert not any(word in chinese for word in ("Why", "One place", "error", "Delete"))


def test_files_of_every_example_are_optional() -> None:
    """A page without files that all examples have is whole."""
    begin, end = PAGE.index("## 每个例子里都有"), PAGE.index("## 会报告")
    page = parse_rule_page("made_up.md", PAGE[:begin] + PAGE[end:])
    assert [list(example.files) for example in page.fine] == [[]]


NO_TITLE = Text("第一行不是 `# 编号 名称 · 中文名`", "does not begin with a title `# CODE name · 中文名`")
NO_SENTENCE = Text(
    "的标题下面应有中文和英文各一句话", "should have one sentence below its title, in Chinese and in English"
)
REPORT_ZH = "```report zh\ncontent/a.md:1:1 错误 ABC001 甲。\n```\n\n"
REPORT_EN = "```report en\ncontent/a.md:1:1 error ABC001 A.\n```\n\n"


def lacks(*headings: str) -> Text:
    """What is said of a page without these headings."""
    listed = [f"`## {heading}`" for heading in headings]
    return Text(f"缺少 {'、'.join(listed)}", f"does not have {', '.join(listed)}")


def only_english(words: str) -> Text:
    """What is said of a paragraph without Chinese above it."""
    return Text(f"的这一段只有英文：`{words}`", f"has a paragraph in English only: `{words}`")


def only_chinese(words: str) -> Text:
    """What is said of a paragraph without English below it."""
    return Text(f"的这一段只有中文：`{words}`", f"has a paragraph in Chinese only: `{words}`")


def out_of_order(heading: str) -> Text:
    """What is said of a heading that is not expected."""
    return Text(
        f"的 `## {heading}` 不是规定的小标题，或次序不对", f"has `## {heading}`, which is unknown or out of order"
    )


def not_a_block(info: str) -> Text:
    """What is said of a block that is no part of an example."""
    return Text(f"的 `{info}` 块既不是文件也不是报告", f"has a block `{info}`, which is neither a file nor a report")


def in_pieces(at: str) -> Text:
    """What is said of an example that lacks its caption or its report."""
    return Text(
        f"的例子应是一句说明、几个文件和一份报告，`{at}` 处不是",
        f"should have a caption, files and a report in each example, unlike at `{at}`",
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PAGE, "", NO_TITLE),
        ("# ABC001 made-up · 虚构的规则\n\n", "", NO_TITLE),
        ("made-up · ", "", NO_TITLE),
        ("不该有的事。\n\nWhat should not be.\n\n", "", NO_SENTENCE),
        ("What should not be.\n", "What should not be.\n\n又。\n\nAgain.\n", NO_SENTENCE),
        ("What should not be.\n\n", "", only_chinese("不该有的事。")),
        ("不该有的事。\n\n", "", only_english("What should not be.")),
        ("\n\nThere is a reason.", "", only_chinese("有原因。")),
        ("One place:\n\n", "", only_chinese("一处：")),
        ("## 为什么 · Why\n\n", "", lacks("为什么 · Why")),
        ("## 会报告 · Reported\n\n", "", lacks("会报告 · Reported")),
        ("## 不会报告 · Fine\n\n", "", lacks("不会报告 · Fine")),
        ("## 怎样改 · How to fix\n\n", "", lacks("怎样改 · How to fix")),
        (
            PAGE[PAGE.index("## 为什么") :],
            "",
            lacks("为什么 · Why", "会报告 · Reported", "不会报告 · Fine", "怎样改 · How to fix"),
        ),
        ("删去。\n\nDelete it.\n", "删去。\n\nDelete it.\n\n## 又 · More\n", out_of_order("又 · More")),
        ("## 会报告", "## 为什么 · Why\n\n## 会报告", out_of_order("为什么 · Why")),
        ("## 为什么 · Why", "## 怎样改 · How to fix\n\n## 为什么 · Why", out_of_order("怎样改 · How to fix")),
        (
            "删去。\n\nDelete it.\n",
            "",
            Text("的 `## 怎样改 · How to fix` 下面没有内容", "has nothing below `## 怎样改 · How to fix`"),
        ),
        (
            REPORT_EN,
            "",
            Text(
                "的报告只有中文：`content/a.md:1:1 错误 ABC001 甲。`",
                "has a report in Chinese only: `content/a.md:1:1 错误 ABC001 甲。`",
            ),
        ),
        (REPORT_ZH, "", not_a_block("report en")),
        ("yaml content/_data/units.yml\n- id: office", "yaml\n- id: office", not_a_block("yaml")),
        ("```report\nABC001\n```\n\n", "", in_pieces("别的单位：")),
        ("乙\n```\n", "乙\n", in_pieces("别的单位：")),
        ("没有文件：\n\nNo files:\n\n", "", in_pieces("report")),
        (
            "```report\n```\n",
            "```report\n",
            Text("的 `report` 块没有结束", "has a block that does not end: `report`"),
        ),
    ],
)
def test_what_is_missing_is_named(old: str, new: str, said: Text) -> None:
    """A page that is not whole is refused in a sentence with the page and what it lacks."""
    assert old in PAGE
    with pytest.raises(YuandiError) as refused:
        parse_rule_page("made_up.md", PAGE.replace(old, new, 1))
    assert refused.value.text == Text(f"规则页 `made_up.md` {said.zh}。", f"The rule page `made_up.md` {said.en}.")
