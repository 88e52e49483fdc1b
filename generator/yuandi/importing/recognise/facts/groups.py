"""A leading group that a text sets up: its name, head, deputies and members. Pure."""

import re
from collections.abc import Sequence

_NAME = re.compile(
    r"(?:成立|建立|设立|設立|组成|調整|调整)(?:了|由[^，。]{1,30})?(?P<name>[\u4e00-\u9fff、“”「」]{2,40}?(?:领导小组|領導小組|委员会|推进小组|工作小组|考评小组))"
)
_LINE = re.compile(
    r"(?P<role>(?:副|常务副)?组\s*长|成\s*员|联络员|办公室主任)\s*[:：]\s*(?P<who>.+?)(?=(?:[；;。，,]|\s)\s*(?:(?:常务)?副?组\s*长|成\s*员|联络员|办公室主任)\s*[:：]|[。]?$)"
)
_HELD = re.compile(
    r"(?:由)?(?P<who>[^，。；（）()“”]{2,40}?)(?:（[^（）]*）)?(?:担任|任|为|為)(?:领导小组|領導小組)?(?P<role>副?组长|副?組長|成员|成員|办公室主任|学习联络员)"
)
_ENGLISH = re.compile(
    r"(?:(?<=the )|(?<=The )|(?<=^))(?P<role>(?:[Dd]eputy )?[Ll]eader|[Mm]embers?)(?: of the group)?"
    r" (?:is|are composed of|is composed of|are)(?: the)? (?P<who>(?!as follows|composed)[^,.;:]{3,120})"
)
_ENGLISH_NAME = re.compile(
    r"(?:established|set up|establish) (?:the |a )?(?P<name>(?=[A-Z])[^.,]{0,60}?\b[Ll]eading [Gg]roup[^.,]{0,60})"
)
_ROLES = {"leader": "组长", "deputy leader": "副组长", "member": "成员", "members": "成员"}


def leading_group(texts: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The name of the group, and its people by role; both are empty if there is no group."""
    name = ""
    for place, text in enumerate(texts):
        english = _ENGLISH_NAME.search(text)
        named = _NAME.search(text) or english
        if named and not name:
            name = re.sub(r"[“”「」]", "", named["name"]) if not english else named["name"].strip()
        if re.search("领导小组|領導小組|[Ll]eading [Gg]roup|组\\s*长\\s*[:：]", text):
            roles = _roles(texts[place : place + 12])
            if len(roles) > 1:
                return name, roles
    return name, {}


def _roles(texts: Sequence[str]) -> dict[str, str]:
    """People by role, from lines (组长：张三), else from sentences (由书记任组长)."""
    roles: dict[str, str] = {}
    for text in texts:
        for found in _LINE.finditer(text.replace("**", "")):
            role, who = re.sub(r"\s", "", found["role"]), _who(found["who"])
            if who not in roles.get(role, ""):
                roles[role] = f"{roles[role]}、{who}" if role in roles else who
    if roles:
        return roles
    for found in _HELD.finditer(texts[0]):
        roles.setdefault(found["role"].replace("組長", "组长").replace("員", "员"), _who(found["who"]))
    for found in _ENGLISH.finditer(texts[0]):
        roles.setdefault(_ROLES[found["role"].lower()], _who(found["who"].removeprefix("the ")))
    return roles


def _who(words: str) -> str:
    words = re.sub(r"^.*(?:领导小组|領導小組)[，,]?由?|^(?:成立了?)?(?:由|以)|^composed of (?:the )?", "", words)
    return re.sub(r"\s+", " ", words).strip(" ，,。；;、")
