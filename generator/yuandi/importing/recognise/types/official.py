"""Notices, plans and regulations: deadlines, phases, tasks, groups, shares and bands. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yuandi.base.text import Text
from yuandi.importing.recognise.days import days, stretches
from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.facts.deadlines import FoundDeadline, deadlines
from yuandi.importing.recognise.facts.groups import leading_group
from yuandi.importing.recognise.facts.phases import phases, span
from yuandi.importing.recognise.facts.rosters import listed
from yuandi.importing.recognise.facts.shares import bands, ceilings
from yuandi.importing.recognise.types.lists import miscounted


def notice(document: OfficeDocument, result: Filled) -> None:
    """Fill in a notice: its deadline, the period of publicity, its subjects."""
    found = list(deadlines(document.texts))
    known = [day for deadline in found if (day := deadline.day.on(document.since))]
    if known:
        result.values["deadline"] = max(known)
        if len(set(known)) > 1:
            result.notes.append(_several(known))
    _undated(found, document, result)
    publicity = next(filter(None, map(_publicity, document.texts)), None)
    if publicity:
        result.values |= {"publicity": publicity} if "from" in publicity else {}
    _subjects(document, result)
    _shares(document, result)


def plan(document: OfficeDocument, result: Filled) -> None:
    """Fill in a plan: span, phases, tasks, the leading group, shares and bands."""
    found = phases(document.blocks, document.year)
    when = span(document.blocks, found, document.head.title, document.year)
    if when:
        result.values["span"] = {"from": when.first, "to": when.last}
    if found:
        result.values["phases"] = [
            {
                "name": phase.name,
                **({"from": phase.when.first, "to": phase.when.last} if phase.when and phase.when.first else {}),
                **({"label": phase.when.label} if phase.when and phase.when.label else {}),
            }
            for phase in found
        ]
        unknown = [phase for phase in found if not phase.when or not phase.when.first]
        if unknown:
            labels = "；".join(f"{phase.name}（{phase.when.label}）" if phase.when else phase.name for phase in unknown)
            result.notes.append(
                Text(
                    f"这些阶段的起止日期原文没有写全，请补：{labels}。",
                    f"The first and last days of these phases are incomplete. Add them: {labels}.",
                )
            )
    found_deadlines = list(deadlines(document.texts))
    tasks = [
        *(task for table in document.rosters("task") for row in table.rows if (task := _task(row, document))),
        *(
            {"title": deadline.title, "due": day}
            for deadline in found_deadlines
            if (day := deadline.day.on(document.since)) and deadline.title
        ),
    ]
    if tasks:
        result.values["tasks"] = tasks
    _undated(found_deadlines, document, result)
    _group(document, result)
    _shares(document, result)


def regulation(document: OfficeDocument, result: Filled) -> None:
    """Fill in a regulation: its kind and the day from which it is in force."""
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


def _subjects(document: OfficeDocument, result: Filled) -> None:
    """Fill in the people and units in lists under headings as subjects; names that no directory has stay in the text and
    are noted."""
    unknown: list[str] = []
    subjects = []
    for names in listed(document.texts):
        for name in names.names:
            known = document.names.person(name) or document.names.unit(name)
            subjects += [{"ref": known, "result": names.category}] if known else []
            unknown += [] if known else [name]
        if names.count != len(names.names):
            result.notes.append(miscounted(names))
    if subjects:
        result.values["subjects"] = subjects
    if unknown:
        shown = "、".join(unknown[:6]) + ("…" if len(unknown) > 6 else "")
        result.notes.append(
            Text(
                f"名单上有 {len(unknown)} 个不在名册里：{shown}。",
                f"{len(unknown)} names of the list are not in a directory: {shown}.",
            )
        )


def _several(known: Sequence[date]) -> Text:
    listed_days = "、".join(day.isoformat() for day in sorted(set(known)))
    return Text(
        f"文中有几个期限（{listed_days}），截止日期取了最后一个。",
        f"The text sets several deadlines ({listed_days}); the last was taken.",
    )


def _publicity(text: str) -> dict[str, Any] | None:
    """The period of publicity (公示期：2026年3月5日至3月11日), with the contact for objections; or None."""
    if "公示" not in text:
        return None
    for stretch in stretches(text, None):
        if stretch.first and stretch.last and stretch.last > stretch.first:
            contact = re.search(r"(?:联系人|联系电话|电话|受理)[^。]{2,60}", text)
            held: dict[str, Any] = {"from": stretch.first, "to": stretch.last}
            return held | ({"contact": contact[0].strip()} if contact else {})
    return None


def _task(row: Mapping[str, str], document: OfficeDocument) -> dict[str, Any]:
    """A task of a row. Units and people that no directory has are left out: the table stays in the text."""
    due = _due(row.get("due", ""), document)
    unit, person = document.names.unit(row.get("unit", "")), document.names.person(row.get("person", ""))
    more = {"unit": unit, "person": person, "due": due}
    return {"title": row["title"]} | {key: value for key, value in more.items() if value}


def _due(words: str, document: OfficeDocument) -> date | None:
    """The day in a text, or the last day of a stretch (2026年6月底前); or None."""
    dates = (day for named in days(words) if (day := named.on(document.since)))
    last_days = (stretch.last for stretch in stretches(words, document.year) if stretch.last)
    return next(dates, None) or next(last_days, None)


def _undated(found: Sequence[FoundDeadline], document: OfficeDocument, result: Filled) -> None:
    """Put deadlines without a year into `extra`, with their words."""
    unknown = [deadline for deadline in found if deadline.day.on(document.since) is None]
    if unknown:
        result.extra["期限"] = [
            {"日期": deadline.day.short, "事项": deadline.title or deadline.words} for deadline in unknown
        ]
        listed_days = "、".join(f"{deadline.day.month}月{deadline.day.day}日" for deadline in unknown)
        short_days = ", ".join(deadline.day.short for deadline in unknown)
        result.notes.append(
            Text(
                f"期限 {listed_days} 没有年份，记在“其他”（extra）的“期限”里；用 --date 给出文件日期即可补全。",
                f"The deadline {short_days} has no year and was put into `extra`. Give the day of the document with --date.",
            )
        )


def _shares(document: OfficeDocument, result: Filled) -> None:
    """Put ceilings and bands into `extra` as the text has them; only policy.yml makes the check use them."""
    if shares := list(ceilings(document.texts)):
        result.extra["评选比例"] = shares
    if grades := bands(document.texts):
        result.extra["等次"] = grades
    if shares or grades:
        keys = "、".join(name for name, held in (("评选比例", shares), ("等次", grades)) if held)
        result.notes.append(
            Text(
                f"{keys}记在“其他”（extra）里；要据以检查，请写进 _data/policy.yml。",
                f"{keys} were put into `extra`. To have them checked, write them into _data/policy.yml.",
            )
        )


def _group(document: OfficeDocument, result: Filled) -> None:
    name, roles = leading_group(document.texts)
    known = document.names.group(name) if name else None
    if known:
        result.values["groups"] = [known]
    elif roles:
        result.extra["领导小组"] = ({"名称": name} if name else {}) | roles
        result.notes.append(
            Text(
                "领导小组不在 _data/groups.yml 里，组成记在“其他”（extra）里。",
                "The leading group is not in _data/groups.yml; its members were put into `extra`.",
            )
        )
