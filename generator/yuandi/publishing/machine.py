"""What is installed on this machine: Python, the libraries that Yuandi needs, and fonts to print with."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from yuandi.base.text import Text
from yuandi.publishing.remark import Remark

_RARE = "20bb7"
"""𠮷, of a name that many fonts lack."""
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")


def versions() -> Iterator[Remark]:
    """Python and the libraries, as the distribution asks for them."""
    yield Remark("good", Text(f"Python {sys.version.split()[0]}", f"Python {sys.version.split()[0]}"))
    shown = {"mkdocs", "mkdocs-material", "pydantic"}
    missing: dict[str, list[str]] = {}
    for line in metadata.requires("yuandi") or ():
        wanted = Requirement(line)
        extra = _EXTRA.search(str(wanted.marker or ""))
        found = _version(wanted.name)
        if found is None and extra:
            missing.setdefault(extra[1], []).append(wanted.name)
        elif found is None or not wanted.specifier.contains(found, prereleases=True):
            yield _wrong_version(wanted, found)
        elif wanted.name in shown:
            yield Remark("good", Text(f"{wanted.name} {found}", f"{wanted.name} {found}"))
    for extra_name, names in sorted(missing.items()):
        listed = ", ".join(names)
        yield Remark(
            "good",
            Text(f"没有安装附加功能 {extra_name}（{listed}）", f"The extra {extra_name} is not installed ({listed})"),
            Text(f'需要时运行 pip install "yuandi[{extra_name}]"', f'pip install "yuandi[{extra_name}]" adds it'),
        )


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _wrong_version(wanted: Requirement, found: str | None) -> Remark:
    return Remark(
        "problem",
        Text(
            f"{wanted.name} 是 {found or '没有安装'}，需要 {wanted.specifier}",
            f"{wanted.name} is {found or 'not installed'}; {wanted.specifier} is needed",
        ),
        Text(
            f'运行 pip install "{wanted.name}{wanted.specifier}"', f'Run pip install "{wanted.name}{wanted.specifier}"'
        ),
    )


def fonts() -> Iterator[Remark]:
    """Fonts of this machine, which print and export with; readers have their own."""
    if shutil.which("fc-list") is None:
        yield Remark(
            "advice",
            Text("看不到本机有哪些字体（没有 fc-list）", "The fonts of this machine cannot be listed (no fc-list)"),
            Text(
                "在本机打印、导出时，请先安装 fontconfig 和中文字体",
                "To print or export here, install fontconfig and a Chinese font",
            ),
        )
        return
    install = Text(
        "安装 fonts-noto-cjk 或单位常用的中文字体", "Install fonts-noto-cjk or the fonts of your organisation"
    )
    if not _has_font(":lang=zh-cn"):
        yield Remark(
            "advice",
            Text(
                "本机没有中文字体，打印和导出会缺字",
                "There is no Chinese font here: prints and exports lack characters",
            ),
            install,
        )
    elif not _has_font(f":charset={_RARE}"):
        yield Remark(
            "advice",
            Text("本机的字体没有 𠮷 这样的生僻字", "The fonts of this machine lack rare characters such as 𠮷"),
            install,
        )
    else:
        yield Remark("good", Text("有中文字体，生僻字也有", "There are Chinese fonts, with rare characters"))


def _has_font(pattern: str) -> bool:
    ran = subprocess.run(["fc-list", pattern, "family"], capture_output=True, check=False)  # noqa: S607  # the user's own
    return bool(ran.stdout.strip())
