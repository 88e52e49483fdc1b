"""Notices, plans and regulations: deadlines, phases, tasks, groups, shares and bands. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yuandi.base.text import Text
from yuandi.importing.recognise.days import days, stretches
from yuandi.importing.recognise.document import Document, Filled
from yuandi.importing.recognise.facts.deadlines import Deadline, deadlines
from yuandi.importing.recognise.facts.groups import leading_group
from yuandi.importing.recognise.facts.phases import phases, span
from yuandi.importing.recognise.facts.rosters import listed
from yuandi.importing.recognise.facts.shares import bands, ceilings
from yuandi.importing.recognise.types.lists import miscounted


def notice(document: Document, result: Filled) -> None:
    """A notice: its deadline and the days of publicity."""
    found = list(deadlines(document.texts))
    known = [day for one in found if (day := one.day.on(document.since))]
    if known:
        result.values["deadline"] = max(known)
        if len(set(known)) > 1:
            result.notes.append(_several(known))
    _undated(found, document, result)
    publicity = next((one for one in map(_publicity, document.texts) if one), None)
    if publicity:
        result.values |= {"publicity": publicity} if "from" in publicity else {}
    _subjects(document, result)
    _shares(document, result)


def plan(document: Document, result: Filled) -> None:
    """A plan: span, phases, tasks, the leading group, shares and bands."""
    found = phases(document.blocks, document.year)
    when = span(document.blocks, found, document.head.title, document.year)
    if when:
        result.values["span"] = {"from": when.first, "to": when.last}
    if found:
        result.values["phases"] = [
            {
                "name": one.name,
                **({"from": one.when.first, "to": one.when.last} if one.when and one.when.first else {}),
                **({"label": one.when.label} if one.when and one.when.label else {}),
            }
            for one in found
        ]
        unknown = [one for one in found if not one.when or not one.when.first]
        if unknown:
            labels = "；".join(f"{one.name}（{one.when.label}）" if one.when else one.name for one in unknown)
            result.notes.append(
                Text(
                    f"这些阶段的起止日期原文没有写全，请补：{labels}。", f"Complete the days of these phases: {labels}."
                )
            )
    found_deadlines = list(deadlines(document.texts))
    tasks = [
        *(task for table in document.rosters("task") for row in table.rows if (task := _task(row, document))),
        *(
            {"title": one.title, "due": day}
            for one in found_deadlines
            if (day := one.day.on(document.since)) and one.title
        ),
    ]
    if tasks:
        result.values["tasks"] = tasks
    _undated(found_deadlines, document, result)
    _group(document, result)
    _shares(document, result)


def regulation(document: Document, result: Filled) -> None:
    """A regulation: its kind and from when it is in force."""
    subjects = re.findall("学习|考勤|请假|检查|考核|奖惩|档案|经费|信息报送|表彰|评选|培训", document.head.title)
    form = re.search("制度|办法|规定|条例|守则|细则|公约", document.head.title)
    if subjects or form:
        result.values["kind"] = subjects[-1] if subjects else form[0] if form else ""
    for text in document.texts:
        for day in days(text):
            after = text[day.end : day.end + 4]
            if re.match(r"起(?:施行|实施|执行|生效|试行)", after) and (known := day.on(document.since)):
                result.values["effective"] = known
        if document.since and re.search(r"自(?:发布|印发|公布|下发)之日起(?:施行|实施|执行|生效|试行)", text):
            result.values.setdefault("effective", document.since)
    _undated(list(deadlines(document.texts)), document, result)
    _shares(document, result)


def _subjects(document: Document, result: Filled) -> None:
    """Those whom lists under headings name: in the directories they are subjects, others stay in the text and are said."""
    unknown: list[str] = []
    subjects = []
    for one in listed(document.texts):
        for name in one.names:
            known = document.names.person(name) or document.names.unit(name)
            subjects += [{"ref": known, "result": one.category}] if known else []
            unknown += [] if known else [name]
        if one.count != len(one.names):
            result.notes.append(miscounted(one))
    if subjects:
        result.values["subjects"] = subjects
    if unknown:
        names = "、".join(unknown[:6]) + ("…" if len(unknown) > 6 else "")
        result.notes.append(
            Text(
                f"名单上有 {len(unknown)} 个不在名册里：{names}。",
                f"{len(unknown)} on the list are in no directory: {names}.",
            )
        )


def _several(known: Sequence[date]) -> Text:
    listed_days = "、".join(day.isoformat() for day in sorted(set(known)))
    return Text(
        f"文中有几个期限（{listed_days}），截止日期取了最后一个。",
        f"The text sets several deadlines ({listed_days}); the last was taken.",
    )


def _publicity(text: str) -> dict[str, Any] | None:
    """公示期：2026年3月5日至3月11日, with who takes objections."""
    if "公示" not in text:
        return None
    for stretch in stretches(text, None):
        if stretch.first and stretch.last and stretch.last > stretch.first:
            contact = re.search(r"(?:联系人|联系电话|电话|受理)[^。]{2,60}", text)
            held: dict[str, Any] = {"from": stretch.first, "to": stretch.last}
            return held | ({"contact": contact[0].strip()} if contact else {})
    return None


def _task(row: Mapping[str, str], document: Document) -> dict[str, Any]:
    """A row of a table of tasks: who has no name in the directories is left to the table, which stays."""
    due = _due(row.get("due", ""), document)
    unit, person = document.names.unit(row.get("unit", "")), document.names.person(row.get("person", ""))
    more = {"unit": unit, "person": person, "due": due}
    return {"title": row["title"]} | {key: value for key, value in more.items() if value}


def _due(words: str, document: Document) -> date | None:
    """A day, or the last one of a stretch: 2026年6月底前."""
    told = (day for one in days(words) if (day := one.on(document.since)))
    return next(told, None) or next((one.last for one in stretches(words, document.year) if one.last), None)


def _undated(found: Sequence[Deadline], document: Document, result: Filled) -> None:
    """Deadlines whose year is not told, kept with the words of the text."""
    unknown = [one for one in found if one.day.on(document.since) is None]
    if unknown:
        result.extra["期限"] = [{"日期": one.day.short, "事项": one.title or one.words} for one in unknown]
        listed_days = "、".join(f"{one.day.month}月{one.day.day}日" for one in unknown)
        result.notes.append(
            Text(
                f"期限 {listed_days} 没有年份，记在“其他”（extra）的“期限”里；用 --date 给出文件日期即可补全。",
                f"The deadline {', '.join(one.day.short for one in unknown)} has no year and stands in `extra`; --date completes it.",
            )
        )


def _shares(document: Document, result: Filled) -> None:
    """Ceilings and bands, as the text has them; in force they come by policy.yml."""
    if shares := list(ceilings(document.texts)):
        result.extra["评选比例"] = shares
    if grades := bands(document.texts):
        result.extra["等次"] = grades
    if shares or grades:
        what = "、".join(name for name, held in (("评选比例", shares), ("等次", grades)) if held)
        result.notes.append(
            Text(
                f"{what}记在“其他”（extra）里；要据以检查，请写进 _data/policy.yml。",
                f"{what}: in `extra`; what is to be checked goes into _data/policy.yml.",
            )
        )


def _group(document: Document, result: Filled) -> None:
    name, roles = leading_group(document.texts)
    known = document.names.group(name) if name else None
    if known:
        result.values["groups"] = [known]
    elif roles:
        result.extra["领导小组"] = ({"名称": name} if name else {}) | roles
        result.notes.append(
            Text(
                "领导小组不在 _data/groups.yml 里，组成记在“其他”（extra）里。",
                "The leading group is not in _data/groups.yml; it stands in `extra`.",
            )
        )
