"""The page of a rule, `rules/<name>.md`, as data: read here for the site, `yuandi explain`, SARIF, editors and pytest.

A page is written like this, and `parse_rule_page` says what is missing:

- The title `# CODE name · 名称`, and one sentence on what the rule reports.
- The sections of `SECTIONS` in their order, each under a heading such as `## 为什么 · Why`.
- All prose stands twice: a Chinese paragraph, and the same in English as the next paragraph.
- An example is a caption, its files, and the whole report on them. A file is a block with a language and a path
  (```` ```markdown content/notices/a.md ````); `@earlier ` before the path makes it a file of an earlier commit.
  The report is a `report zh` block and a `report en` block, or one `report` block where both are equal.
- The files of `In every example` belong to each example that has no file of its own at that path.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, shorten

WHY = Text("为什么", "Why")
SHARED = Text("每个例子里都有", "In every example")
REPORTED = Text("会报告", "Reported")
FINE = Text("不会报告", "Fine")
FIX = Text("怎样改", "How to fix")
SECTIONS = (WHY, SHARED, REPORTED, FINE, FIX)
"""All are required but `SHARED`."""

_TITLE = re.compile(r"# (?P<code>\S+) (?P<name>\S+) · \S.*\n")
_BLOCK = r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>(?:.*\n)*?)(?P=fence)$"
_PARAGRAPH = r"^(?P<words>.+(?:\n(?!```).+)*)"
_ELEMENT = re.compile(f"{_BLOCK}|{_PARAGRAPH}", re.M)
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""A character or a mark of punctuation."""


@dataclass(frozen=True, slots=True)
class FileBlock:
    """A file of an example's portal."""

    language: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """What the check says of the files above it."""

    text: Text


Element = re.Match[str]
"""A block or a paragraph of a page."""
Item = Text | FileBlock | ReportBlock


@dataclass(frozen=True, slots=True)
class Example:
    """The files of a portal by their paths, and the whole report on them."""

    files: Mapping[str, str]
    report: Text


@dataclass(frozen=True, slots=True)
class RulePage:
    """A page in both languages. `sections` holds what stands under each heading that the page has."""

    text: str
    code: str
    name: str
    sentence: Text
    sections: Mapping[Text, tuple[Item, ...]]

    @property
    def reported(self) -> tuple[Example, ...]:
        """The examples with findings."""
        return tuple(self._examples(REPORTED))

    @property
    def fine(self) -> tuple[Example, ...]:
        """The examples without findings."""
        return tuple(self._examples(FINE))

    def part(self, lang: Lang) -> str:
        """The page in one language."""
        title = self.text.partition("\n")[0]
        sections = (_printed(heading, items, lang) for heading, items in self.sections.items())
        return "\n\n".join([title, self.sentence.say(lang), *sections]) + "\n"

    def _examples(self, section: Text) -> Iterator[Example]:
        shared = {item.path: item.text for item in self.sections.get(SHARED, ()) if isinstance(item, FileBlock)}
        own: dict[str, str] = {}
        for item in self.sections[section]:
            if isinstance(item, FileBlock):
                own[item.path] = item.text
            elif isinstance(item, ReportBlock):
                yield Example(shared | own, item.text)
                own = {}


def _printed(heading: Text, items: tuple[Item, ...], lang: Lang) -> str:
    """A section in one language; prose begins on the line of its heading."""
    gap = " " if all(isinstance(item, Text) for item in items) else "\n\n"
    return f"**{heading.say(lang)}**{gap}" + "\n\n".join(_shown(item, lang) for item in items)


def _shown(item: Item, lang: Lang) -> str:
    match item:
        case Text():
            return item.say(lang)
        case FileBlock():
            return _block(f"{item.language} {item.path}", item.text)
        case ReportBlock():
            return _block("report", item.text.say(lang))


def _block(info: str, text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{info}\n{text}{fence}"


def parse_rule_page(file: str, text: str) -> RulePage:
    """The page in `file`. Raises YuandiError, which names the file and what is missing in it."""
    try:
        return _page(text)
    except YuandiError as error:
        zh, en = error.text.zh, error.text.en
        raise YuandiError(Text(f"规则页 `{file}` {zh}。", f"The rule page `{file}` {en}.")) from None


def _page(text: str) -> RulePage:
    title = _TITLE.match(text)
    if title is None:
        raise _error("第一行不是 `# 编号 名称 · 中文名`", "does not begin with a title `# CODE name · 中文名`")
    above, below = _split([*_ELEMENT.finditer(text, title.end())])
    match _items(above):
        case (Text() as sentence,):
            sections = {section: _section_items(section, inside) for section, inside in below.items()}
            return RulePage(text, title["code"], title["name"], sentence, sections)
    raise _error(
        "的标题下面应有中文和英文各一句话", "should have one sentence below its title, in Chinese and in English"
    )


def _split(elements: list[Element]) -> tuple[list[Element], dict[Text, list[Element]]]:
    """What stands above the first heading, and below each."""
    places = [place for place, element in enumerate(elements) if (element["words"] or "").startswith("## ")]
    found = [elements[place]["words"] for place in places]
    if missing := [heading for heading in _REQUIRED if heading not in found]:
        listed = [f"`{heading}`" for heading in missing]
        raise _error(f"缺少 {'、'.join(listed)}", f"does not have {', '.join(listed)}")
    for heading, expected in zip_longest(found, filter(found.__contains__, _HEADINGS)):
        if heading != expected:
            raise _error(
                f"的 `{heading}` 不是规定的小标题，或次序不对", f"has `{heading}`, which is unknown or out of order"
            )
    ends = [*places[1:], len(elements)]
    parts = (elements[place + 1 : end] for place, end in zip(places, ends, strict=True))
    return elements[: places[0]], {_HEADINGS[heading]: part for heading, part in zip(found, parts, strict=True)}


def _section_items(section: Text, elements: list[Element]) -> tuple[Item, ...]:
    """What stands under a heading, where none of the examples lacks a part."""
    items = _items(elements)
    if not items:
        raise _error(f"的 `{_heading(section)}` 下面没有内容", f"has nothing below `{_heading(section)}`")
    kinds = "".join(_KINDS[type(item)] for item in items)
    whole = _WHOLE.match(kinds) if section in (REPORTED, FINE) else None
    if whole and whole.end() < len(items):
        at = _begin(_shown(items[whole.end()], "zh"))
        raise _error(
            f"的例子应是一句说明、几个文件和一份报告，`{at}` 处不是",
            f"should have a caption, files and a report in each example, unlike at `{at}`",
        )
    return items


def _items(elements: list[Element]) -> tuple[Item, ...]:
    """The paragraphs and the reports in pairs, and the files."""
    rest = iter(elements)
    return tuple(_item(element, rest) for element in rest)


def _item(element: Element, rest: Iterator[Element]) -> Item:
    """An element, with the one after it where that is the same in English."""
    words, info, text = element["words"], element["info"], element["text"]
    if words is not None:
        return _prose(words, next(rest, None))
    if info == "report":
        return ReportBlock(Text(text, text))
    if info == "report zh":
        other = next(rest, None)
        if other is None or other["info"] != "report en":
            raise _error(f"的报告只有中文：`{_begin(text)}`", f"has a report in Chinese only: `{_begin(text)}`")
        return ReportBlock(Text(text, other["text"]))
    language, _, path = info.partition(" ")
    if language == "report" or not path:
        raise _error(
            f"的 `{info}` 块既不是文件也不是报告", f"has a block `{info}`, which is neither a file nor a report"
        )
    return FileBlock(language, path, text)


def _prose(words: str, other: Element | None) -> Text:
    if words.startswith("```"):
        raise _error(f"的 `{_begin(words)}` 块没有结束", f"has a block that does not end: `{_begin(words)}`")
    if not _CHINESE.search(words):
        raise _error(f"的这一段只有英文：`{_begin(words)}`", f"has a paragraph in English only: `{_begin(words)}`")
    if other is None or other["words"] is None or other["words"].startswith(("```", "## ")):
        raise _error(f"的这一段只有中文：`{_begin(words)}`", f"has a paragraph in Chinese only: `{_begin(words)}`")
    return Text(words, other["words"])


def _heading(section: Text) -> str:
    return f"## {section.zh} · {section.en}"


def _begin(text: str) -> str:
    return shorten(text.partition("\n")[0].lstrip("`"))


def _error(zh: str, en: str) -> YuandiError:
    return YuandiError(Text(zh, en))


_HEADINGS = {_heading(section): section for section in SECTIONS}
_REQUIRED = [heading for heading, section in _HEADINGS.items() if section is not SHARED]
_KINDS = {Text: "T", FileBlock: "F", ReportBlock: "R"}
_WHOLE = re.compile("(?:TF*R|T(?!F|R))*")
"""Examples and prose, in the letters of `_KINDS`."""
