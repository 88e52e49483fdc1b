"""The errors of the YAML parser, and those of this package, in words for an editor and at the place to look at.

The parser reports where it stopped; the cause often stands before: an open quotation mark, a colon of the wrong kind on
the line above.
"""

import re

import yaml

from yuandi.base.text import Text

_WRONG_COLON = re.compile(r"^[ \t-]*[\w-]+(?:：|:(?=[^\s/\"'\]}]|[\u00a0\u3000]))", re.MULTILINE)
_INDENTED_KEY = re.compile(r"[ \t]+[\w-]+")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnparsableError(Exception):
    """The YAML cannot be read; `start` is a character offset in the given text."""

    def __init__(self, start: int, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.start = start
        self.message = message
        self.hint = hint


def explained(text: str, error: yaml.MarkedYAMLError, offset: int) -> UnparsableError:
    """The parser's error in words for an editor, at the place to look at."""
    mark = error.problem_mark or error.context_mark
    start = mark.index if mark else 0
    line_start = text.rfind("\n", 0, start) + 1
    goes_on = ": " not in text[line_start:start]  # then the line before may have swallowed this one
    before = text.rfind("\n", 0, len(text[:line_start].rstrip())) + 1 if goes_on else line_start
    if colon := wrong_colon(text, offset, before, start):
        return colon
    if "mapping values are not allowed" in (error.problem or ""):
        indented = _INDENTED_KEY.fullmatch(text, line_start, start)
        return UnparsableError(offset + start, *(_indentation() if indented else _colon_in_value()))
    if "<document start>" in (error.problem or ""):
        return UnparsableError(offset + start, *_indentation())
    if "found character '\\t'" in (error.problem or "") or text[start : start + 1] == "\t":
        return UnparsableError(offset + start, *_tab())
    if (left := _left_open(error)) and error.context_mark:
        return UnparsableError(offset + error.context_mark.index, *left)
    return UnparsableError(offset + min(start, max(0, len(text) - 1)), *_plain_complaint(error))


def wrong_colon(text: str, offset: int, start: int = 0, end: int | None = None) -> UnparsableError | None:
    """The error for a line such as `标题：甲` or `标题:甲`, whose colon is full-width or lacks its space."""
    found = _WRONG_COLON.search(text, start, len(text) if end is None else end)
    if not found:
        return None
    return UnparsableError(offset + found.end() - 1, *(_full_width() if found[0][-1] == "：" else _no_space()))


def _left_open(error: yaml.MarkedYAMLError) -> tuple[Text, Text] | None:
    """Message and hint for a quotation mark or a bracket that is never closed, to be reported where it opens."""
    context = error.context or ""
    if "quoted scalar" in context and "end of stream" in (error.problem or ""):
        return _open_quote()
    return _open_bracket() if "flow sequence" in context or "flow mapping" in context else None


def unreadable_character(text: str, offset: int) -> UnparsableError:
    found = _UNPRINTABLE.search(text)
    return UnparsableError(
        offset + (found.start() if found else 0),
        Text("这里有 YAML 不允许的控制字符。", "This control character is not allowed in YAML."),
        Text("删去这个看不见的字符，再重新输入这一行。", "Delete the invisible character and type the line again."),
    )


def never_closed() -> tuple[Text, Text]:
    return (
        Text("文件头以 `---` 开始，却没有结束的 `---`。", "The front matter opens with `---` and is never closed."),
        Text("在最后一个字段的下一行单独写上 `---`。", "Put `---` alone on the line after the last field."),
    )


def late() -> tuple[Text, Text]:
    return (
        Text(
            "文件头前面有空行或空格，不会被当作文件头。",
            "Blank lines or spaces precede the front matter, so it is not read.",
        ),
        Text("`---` 要写在第一行的行首。", "Put `---` at the very beginning of the file."),
    )


def too_big() -> tuple[Text, Text]:
    return (
        Text("文件头超过 1 MiB，不予读取。", "The front matter is larger than 1 MiB and is not read."),
        Text(
            "把大表格放进同目录的 CSV 文件，正文写在第二个 `---` 之后。",
            "Put large tables in a CSV beside the entry, and the text after the second `---`.",
        ),
    )


def too_deep(limit: int) -> tuple[Text, Text]:
    return (
        Text(f"嵌套超过 {limit} 层。", f"The nesting is deeper than {limit} levels."),
        Text("检查是否有多余的方括号或缩进。", "Look for superfluous brackets or indentation."),
    )


def endless_alias(name: str) -> tuple[Text, Text]:
    return (
        Text(f"别名 `*{name}` 包含它自己。", f"The alias `*{name}` contains itself."),
        Text("删去别名，把内容写出来。", "Remove the alias and write the content out."),
    )


def alias_bomb() -> tuple[Text, Text]:
    return (
        Text("别名展开后的内容过大。", "The content is too large after its aliases are expanded."),
        Text("删去层层套用的 `*别名`，把内容写出来。", "Remove the nested `*aliases` and write the content out."),
    )


def merge_of_no_mapping() -> tuple[Text, Text]:
    return (
        Text("`<<` 后面不是“字段: 值”。", "`<<` is not followed by `field: value` pairs."),
        Text(
            "让 `<<` 指向一个别名，如 `<<: *共同`，或删去这一行。",
            "Let `<<` name an alias, as in `<<: *common`, or remove the line.",
        ),
    )


def _colon_in_value() -> tuple[Text, Text]:
    return (
        Text(
            "这一行的值里有冒号加空格，读不出来。",
            "The value on this line contains a colon and a space, so it cannot be read.",
        ),
        Text('给值加上引号，如 `title: "甲: 乙"`，或改用全角冒号。', 'Put the value in quotes, as in `title: "A: B"`.'),
    )


def _indentation() -> tuple[Text, Text]:
    return (
        Text("这一行的缩进与前面不一致。", "The indentation of this line does not match the lines before it."),
        Text("同一层的字段从同一列开始。", "Begin all fields of one level in the same column."),
    )


def _full_width() -> tuple[Text, Text]:
    return (
        Text("字段名后面用了全角冒号。", "The field's name is followed by a full-width colon."),
        Text("改为半角冒号加一个空格，如 `title: 甲`。", "Use a half-width colon and a space, as in `title: A`."),
    )


def _no_space() -> tuple[Text, Text]:
    return (
        Text("字段名的冒号后面没有空格。", "The colon after the field's name is not followed by a space."),
        Text("在冒号后面加一个半角空格，如 `title: 甲`。", "Put a space after the colon, as in `title: A`."),
    )


def _tab() -> tuple[Text, Text]:
    return (
        Text("这一行用制表符缩进，YAML 不允许。", "This line is indented with a tab, which YAML does not allow."),
        Text("改用空格缩进。", "Indent with spaces."),
    )


def _open_quote() -> tuple[Text, Text]:
    return (
        Text("这个引号没有成对。", "This quotation mark is never closed."),
        Text("在值的末尾补上同样的引号。", "Put the same mark at the end of the value."),
    )


def _open_bracket() -> tuple[Text, Text]:
    return (
        Text("这个括号没有成对，或括号里缺少逗号。", "This bracket is never closed, or a comma is missing inside it."),
        Text("补上括号；括号里的各项用半角逗号隔开。", "Close the bracket; put a comma between the items inside it."),
    )


def _plain_complaint(error: yaml.MarkedYAMLError) -> tuple[Text, Text]:
    problem = error.problem or error.context or "syntax error"
    return (
        Text(f"这里不符合 YAML 语法（{problem}）。", f"This is not valid YAML ({problem})."),
        Text(
            "检查本行和上一行的引号、括号、冒号与缩进；含特殊符号的值请加引号。",
            "Check the quotes, brackets, colons and indentation of this line and the one before; quote values with special characters.",
        ),
    )
