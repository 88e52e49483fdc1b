"""The head and foot of a document: title, number and recipients above; issuer and day below. Pure.

Lines whose values go into the front matter are removed from the text, as the page shows the values.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yuandi.chinese.numerals import value
from yuandi.importing.readers.blocks import Block
from yuandi.importing.readers.markdown import escaped, plain
from yuandi.importing.recognise.days import day_of, days
from yuandi.importing.recognise.names import Names
from yuandi.importing.recognise.title import TITLE, TOP, title_of

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14}?)\s*[〔\[［【（(](?P<year>(?:19|20)\d\d)[〕\]］】）)]\s*第?\s*(?P<number>\d{1,4})\s*号"
)
_RED_HEAD = re.compile(r".{2,40}(?:文件|简报|會議紀要)$")
_SIGNER = re.compile(r"签发人\s*[:：]\s*\S{2,10}$")
_TO = re.compile(r"(?P<to>[^。；;！？!?]{2,150})[:：]$")
_GREETING = re.compile(r"同志|各位|大家|你们|您|如下|以下|下列|一是|附件|请|[对按为将把]|要求")
_LABELLED = re.compile(
    r"(?P<key>发布时间|发布日期|发文日期|日期|时间|来源|作者|撰稿|责任编辑|编辑|审核|浏览次数|阅读次数|阅读量|点击数?|字体|字号|访问量)\s*[:：]\s*(?P<value>[^\s　|｜]+(?: \d\d?:\d\d(?::\d\d)?)?)"
)
_ISSUER = re.compile(r"[\u4e00-\u9fff（）()“”×XxＸ、·\d]{2,40}$")
_BODY_WORD = re.compile(
    r"(?:會|處|廠|總部|廳|隊|團|委員會|委员会|委|办公室|部|处|科|局|行|会|工会|组|院|校|公司|中心|站|所|厅|街道|支部|總支|党总支|厂|队|社|團|团)$"
)
_ATTACHED = re.compile(r"附\s*[件表]\s*(?P<first>\d{1,2})?\s*[:：.．]\s*(?P<rest>.*)$")
_LISTED = re.compile(r"(?:\d{1,2}\s*[.．、]\s*)?(?P<title>\S.*?)[。；;]?$")
_UNDER_TITLE = re.compile(r"[（(](?P<inner>.{0,60}?)[）)]$")
_COPIES = re.compile(r"抄\s*送\s*[:：](?P<to>.{2,200})")
_PRINTED = re.compile(r"[\u4e00-\u9fff]{0,30}[ 　]*[\d〇○一二三四五六七八九零十 ]{4,5}年[^。]{3,10}日\s*印发")
_FOOT = 7
_MONTH_ONLY = re.compile(r"[\d〇○一二三四五六七八九零]{4}\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月$")


@dataclass(frozen=True, slots=True)
class Head:
    """The values found at the head and foot of a document, and the blocks between them.

    `title_from` is the origin of the title as in `title_of`; `month_only` is a date without a day.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    title_from: str = ""
    doc_number: str = ""
    to: tuple[str, ...] = ()
    published: date | None = None
    signed: date | None = None
    month_only: str = ""
    issuer: str = ""
    author: str = ""
    source: str = ""
    attachments: tuple[str, ...] = ()
    copies: str = ""


def head_of(blocks: Sequence[Block], metadata: Mapping[str, str], preface: str, names: Names) -> Head:
    """The head and foot of a document. `metadata` is that of the format, `preface` the title that a foreign site gave."""
    rest = list(blocks)
    found = Head(())
    found = _labels(rest, found)
    found = _number(rest, found)
    title, title_from = title_of(rest, metadata, preface)
    found = replace(found, title=title, title_from=title_from)
    found = _below_title(rest, found)
    found = _recipients(rest, found)
    found = _attached(rest, found)
    found = _imprint(rest, found)
    found = _foot(rest, found, names)
    published = found.published or day_of(metadata.get("date", ""))
    author, source = found.author or metadata.get("author", ""), found.source or metadata.get("source", "")
    return replace(found, blocks=tuple(rest), published=published, author=author, source=source)


def _labels(rest: list[Block], found: Head) -> Head:
    """Take labelled lines of a web page, such as 发布时间：2026-03-05　来源：办公室."""
    for block in [block for block in rest[:TOP] if block.kind == "paragraph"]:
        words = plain(block.text)
        labels = {label["key"]: label["value"] for label in _LABELLED.finditer(words)}
        left = re.sub(r"[\s　|｜【】\[\]]+", "", _LABELLED.sub("", words))
        if not labels or len(left) > 4 or (len(labels) == 1 and labels.keys() <= {"时间"}):
            continue
        rest.remove(block)
        published = next((day_of(labels[key]) for key in labels if key.endswith(("时间", "日期"))), None)
        found = replace(
            found,
            published=found.published or published,
            source=found.source or labels.get("来源", ""),
            author=found.author or labels.get("作者", "") or labels.get("撰稿", ""),
        )
    return found


def _number(rest: list[Block], found: Head) -> Head:
    """Take the number of an official document, with the red head above it and the signer beside it."""
    for place, block in enumerate(rest[:TOP]):
        words = plain(block.text)
        number = _NUMBER.search(words)
        if number is None or len(words) > 60:
            continue
        around = (words[: number.start()] + words[number.end() :]).strip(" 　")
        if around and not _SIGNER.fullmatch(around):
            continue
        red = [above for above in rest[:place] if _is_red_head(plain(above.text))]
        issuer = plain(red[0].text).removesuffix("文件") if red else ""
        for taken in (*red, block):
            rest.remove(taken)
        doc_number = f"{number['code']}〔{number['year']}〕{int(number['number'])}号"
        return replace(found, doc_number=doc_number, issuer=issuer)
    return found


def _is_red_head(words: str) -> bool:
    return bool(_RED_HEAD.fullmatch(words)) and not TITLE.fullmatch(words)


def _below_title(rest: list[Block], found: Head) -> Head:
    """Take a line with the day below the title: （2026年3月5日）, （2026年3月5日印发）."""
    for block in rest[:2]:
        words = plain(block.text)
        inner = _UNDER_TITLE.fullmatch(words)
        day = day_of(inner["inner"]) if inner else _whole_day(words)
        if day and block.kind == "paragraph":
            rest.remove(block)
            return replace(found, signed=day)
    return found


def _whole_day(words: str) -> date | None:
    """The day of a line that consists of a day with a year, or None."""
    day = next(days(words), None)
    return day.on(None) if day and day.year and (day.start, day.end) == (0, len(words)) else None


def _recipients(rest: list[Block], found: Head) -> Head:
    for block in rest[:2]:
        line = _TO.fullmatch(plain(block.text)) if block.kind == "paragraph" else None
        if line and not _GREETING.search(line["to"]) and not re.match(r"[一二三四五六七八九十\d]", line["to"]):
            rest.remove(block)
            names = (name.strip(" 　") for name in re.split("[、，,]", line["to"]))
            return replace(found, to=tuple(filter(None, names)))
    return found


def _attached(rest: list[Block], found: Head) -> Head:
    """Read the list of attachments before the foot. It stays in the text, as the files may be missing."""
    for place, block in enumerate(rest):
        start = _ATTACHED.match(plain(block.text)) if block.kind == "paragraph" else None
        if start is None or place < len(rest) // 3:
            continue
        lines = [f"{start['first']}.{start['rest']}" if start["first"] else start["rest"]]
        for following in rest[place + 1 :]:
            if not re.match(r"\s*\d{1,2}\s*[.．、]\s*\S", plain(following.text)) or len(following.text) > 60:
                break
            lines.append(plain(following.text))
        parts = [
            part for line in lines for part in re.split(r"\s+(?=\d{1,2}\s*[.．、])", line) if part.strip(r" .．、\d")
        ]
        titles = [name["title"] for part in parts if (name := _LISTED.fullmatch(part.strip()))]
        if len(lines) > 1 and len(titles) >= len(lines):
            items = (Block("item", escaped(title), mark=f"{number}.") for number, title in enumerate(titles, 1))
            rest[place : place + len(lines)] = [Block("paragraph", "附件："), *items]
        return replace(found, attachments=tuple(titles))
    return found


def _imprint(rest: list[Block], found: Head) -> Head:
    """Take the lines below the foot: 抄送：…, and the printer with the day, which is the day of publication."""
    for block in rest[-_FOOT:]:
        words = plain(block.text)
        if copies := _COPIES.fullmatch(words):
            rest.remove(block)
            found = replace(found, copies=copies["to"].strip(" 　。"))
        elif _PRINTED.fullmatch(words):
            rest.remove(block)
            found = replace(found, published=found.published or day_of(words))
    return found


def _foot(rest: list[Block], found: Head, names: Names) -> Head:
    """Take the day at the foot, and the issuer before it or in the line above; they leave the text if both are known."""
    for place in range(len(rest) - 1, max(-1, len(rest) - 1 - _FOOT), -1):
        words = plain(rest[place].text)
        if rest[place].kind != "paragraph" or len(words) > 60:
            continue
        last = list(days(words))[-1:]
        if last and last[0].year and last[0].end == len(words) and (day := last[0].on(None)):
            before = words[: last[0].start].strip(" 　")
            return _signed(rest, found, place, before=before, day=day, names=names)
        if _MONTH_ONLY.fullmatch(words) and value(words[0]) is not None:
            above = plain(rest[place - 1].text) if place else ""
            issuer = above if _is_issuer(above) else ""
            return replace(found, month_only=words, issuer=found.issuer or issuer)
    last_words = plain(rest[-1].text) if rest else ""
    if len(rest) > 2 and _is_issuer(last_words):
        if names.unit(last_words):
            rest.pop()
        return replace(found, issuer=found.issuer or last_words)
    return found


def _is_issuer(words: str) -> bool:
    return bool(len(words) <= 30 and _ISSUER.fullmatch(words) and _BODY_WORD.search(words))


def _signed(rest: list[Block], found: Head, place: int, *, before: str, day: date, names: Names) -> Head:
    """The head with the day and the issuer: the words before the day, or the line above. An issuer that is not a known
    unit stays in the text, with the day."""
    if before and not _ISSUER.fullmatch(before):
        return found
    above = plain(rest[place - 1].text) if place and not before and rest[place - 1].kind == "paragraph" else ""
    issuer = before or (above if _is_issuer(above) or names.unit(above) else "")
    if not issuer:
        del rest[place]
    elif names.unit(issuer):
        del rest[place if before else place - 1 : place + 1]
    return replace(found, signed=day, issuer=issuer or found.issuer)
