"""REF006: a file in the content that nothing refers to."""

from collections.abc import Iterator
from difflib import get_close_matches

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.unread_entries import file_names
from yuandi.content.addresses import named
from yuandi.content.settings import ADMIN
from yuandi.entry_types import DATA_FILES
from yuandi.portal.portal import Portal

_BY_NAME = frozenset({"CNAME", "robots.txt", "favicon.ico", "favicon.png", "favicon.svg"})
"""Files that servers and browsers look for by themselves, at the top of a site."""


@rule("REF006", "orphan-attachment", Severity.INFO, Scope.FILES, AtOnce.NEVER)
def orphan_attachment(portal: Portal) -> Iterator[Finding]:
    """A file that nothing refers to: no entry's fields or body, and not mkdocs.yml."""
    known = _named(portal)
    unread = file_names(portal)
    for path in portal.files:
        name = path.rpartition("/")[2]
        is_scripts = portal.settings.cms is not None and path.startswith(f"{ADMIN}/")
        if path.endswith(".md") or path in known or path in _BY_NAME or is_scripts:
            continue
        if name not in unread:
            yield Finding(
                Location(portal.settings.prefix + path),
                Text(f"没有条目用到文件 `{name}`。", f"Nothing refers to the file `{name}`."),
                Text(
                    "在条目的 `attachments` 或正文里引用它；不用了就删除。",
                    "Refer to it in `attachments` or in a body, or delete it.",
                ),
            )
    for fault in portal.faults_of("REF006"):
        yield Finding(fault.at, _no_data(fault.value), _data_hint(fault.value))


def _named(portal: Portal) -> set[str]:
    """Every path that an entry or mkdocs.yml names."""
    found = {named("", word) for word in portal.settings.words}
    return found.union(*(portal.files_named(entry) for entry in portal.entries))


def _no_data(name: str) -> Text:
    return Text(
        f"`_data` 中的 `{name}` 不是数据文件，没有读取。", f"`{name}` in `_data` is not a data file and was not read."
    )


def _data_hint(name: str) -> Text:
    known = [f"{data_file.name}.yml" for data_file in DATA_FILES]
    near = get_close_matches(f"{name.rpartition('.')[0].lower()}.yml", known, n=1)
    listed = Text(f"数据文件是 {'、'.join(known)}。", f"The data files are {', '.join(known)}.")
    if not near:
        return listed
    return Text(f"是否应为 `{near[0]}`？{listed.zh}", f"Did you mean `{near[0]}`? {listed.en}")
