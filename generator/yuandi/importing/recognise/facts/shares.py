"""Ceilings of shares (县支行不超过30%) and bands of scores (90分以上为优秀). Pure."""

import re
from collections.abc import Iterator, Sequence

_CEILING = re.compile(
    r"(?P<who>[^，。；;：:\n]{2,200}?)[，,]?(?P<mark>一般|原则上)?(?:应|须|的?比例|的?名额|数量|人数)*(?:为|控制在)?"
    r"(?P<mark2>一般|原则上)?(?:均)?(?:不超过|不得超过|不高于|不得高于|控制在|不多于)[^%％。；;，]{0,20}?(?P<share>\d{1,3}(?:\.\d+)?)\s*[%％](?P<of>以内|以下)?"
)
_ENGLISH = re.compile(
    r"(?P<who>[^:;.\n]{2,200}?),?(?: the selection rate)?(?: is| are)? ?(?P<mark>generally |in principle )?"
    r"(?:shall|should|must|may)?(?: not| no) (?:exceed|more than|higher than) (?P<share>\d{1,3}(?:\.\d+)?) ?%",
    re.I,
)
_SELECTING = re.compile(r"评选|評選|比例|名额|名額|推荐|推薦|表彰|先进|先進|优秀|優秀|selection|proportion|rate", re.I)
_UPWARDS = r"(?:\(含[^()]*\)|（含[^（）]*）)?"
_BAND = re.compile(
    rf"(?P<low>\d{{1,3}}(?:\.\d+)?)\s*分?{_UPWARDS}\s*(?:(?P<up>以上|及以上|（含）以上)(?:[、，]?(?:不满|不足|低于|至|到)?\s*(?P<high2>\d{{1,3}})\s*分(?:以下|的)?)?"
    rf"|[—–―－~～\-至到]+\s*(?P<high>\d{{1,3}}(?:\.\d+)?)\s*分|(?P<down>以下))\s*(?:的|者)?[，,]?\s*(?:可?[评評]定?[为為]|[为為定]|属于?|是)\s*[“”「]?(?P<name>[\u4e00-\u9fff]{{1,5}}?)[”」]?(?:单位|單位|等次|等级|等|科室|个人)?(?=[，,。；;、）)\s□]|$)"
)
_BELOW = re.compile(
    r"(?:不满|不足|低于)\s*(?P<high>\d{1,3})\s*分\s*(?:的|者)?[，,]?\s*(?:评定?为|为|定为)\s*[“「]?(?P<name>[\u4e00-\u9fff]{1,5}?)[”」]?(?:单位|等次|等级|等|科室|个人)?(?=[，,。；;、）)\s]|$)"
)


def ceilings(texts: Sequence[str]) -> Iterator[dict[str, str]]:
    """The highest shares in a selection: of whom, how much, and whether as a rule only (一般)."""
    for text in texts:
        pattern = _CEILING if re.search("[\u4e00-\u9fff]", text) else _ENGLISH
        if not _SELECTING.search(text):
            continue
        for found in pattern.finditer(text):
            marked = found["mark"] or (found["mark2"] if "mark2" in found.re.groupindex else None)
            marked = marked or re.search(r"\bgenerally$", found["who"].strip())
            limit = {"类别": _who(found["who"]), "不超过": f"{found['share']}%"}
            yield limit | ({"强弱": "一般"} if marked else {})


def _who(words: str) -> str:
    """The group that a share is of, without the words about the share."""
    words = re.sub(
        r"^[、，,\s和及]*(?:其中|评选|评選|推荐|推薦)?(?:and |the |\d+[.、]\s*)*", "", words.strip(), flags=re.I
    )
    words = re.sub(r"^(?:proportions?|scope of selection) of ", "", words, flags=re.I)
    words = re.sub(r"(?:的)?(?:评选|推荐|表彰)?(?:的)?(?:比例|名额|数量|人数)$", "", words)
    return re.sub(r"(?:,? the selection rate| generally| shall| is| are)+$", "", words, flags=re.I).strip(" ，,")


def bands(texts: Sequence[str]) -> list[dict[str, object]]:
    """The grades with their lowest scores, the highest first; empty if no text has at least two."""
    for text in texts:
        found: dict[str, float] = {}
        for band in _BAND.finditer(text):
            found.setdefault(band["name"], 0.0 if band["down"] else float(band["low"]))
        for band in _BELOW.finditer(text):
            found.setdefault(band["name"], 0.0)
        if len(found) > 1:
            ordered = sorted(found.items(), key=lambda item: -item[1])
            return [{"名称": name, "不少于": int(low) if low.is_integer() else low} for name, low in ordered]
    return []
