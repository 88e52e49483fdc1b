"""What about this machine and this portal's surroundings is not as it should be, and what to do about it."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

from packaging.requirements import Requirement

from yuandi.base.git import GitError, git, is_shallow
from yuandi.base.text import Text
from yuandi.content.known_plugins import advice_on
from yuandi.content.settings import ADMIN, Settings, Surroundings, surroundings
from yuandi.editing.cms.scripts import NAMES
from yuandi.incremental.store import NO_CACHE, file_of
from yuandi.load import DATA
from yuandi.markdown.fast_convert import fits

State = Literal["good", "advice", "problem"]
_LARGE = 50 << 20
_RARE = "20bb7"
"""𠮷, of a name that many fonts lack."""
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was looked at: how it is, in words, and what to do."""

    state: State
    text: Text
    cure: Text | None = None


def remarks(settings: Settings) -> Iterator[Remark]:
    """Everything there is to say, by what was looked at."""
    around = surroundings(settings.root)
    yield from _versions()
    yield from _fonts()
    yield from _history(settings)
    yield from _plugins(settings, around)
    yield from _cms(settings)
    yield from _speed(settings, around)


def _versions() -> Iterator[Remark]:
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


def _fonts() -> Iterator[Remark]:
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


def _history(settings: Settings) -> Iterator[Remark]:
    """How far git's history reaches: rules about what was published, and dates of changes, need all of it."""
    if shutil.which("git") is None:
        yield Remark("problem", Text("没有 git", "There is no git"), Text("安装 git", "Install git"))
        return
    try:
        shallow = is_shallow(settings.content)
        count = git(settings.content, "rev-list", "--count", "HEAD").decode().strip()
    except GitError as error:
        yield Remark(
            "advice",
            Text(f"读不到 git 的历史：{error}", f"Git has no history here: {error}"),
            Text(
                "园地放进 git 之后才能检查消失的地址、显示修改日期：git init && git add . && git commit",
                "In git, vanished addresses are found and dates of changes shown: git init && git add . && git commit",
            ),
        )
        return
    if shallow:
        yield Remark(
            "problem",
            Text(f"克隆不完整，只有最近 {count} 次提交", f"The clone is shallow: {count} commits only"),
            Text(
                "运行 git fetch --unshallow；CI 里设 GIT_DEPTH: 0 或 fetch-depth: 0",
                "Run git fetch --unshallow; in CI set GIT_DEPTH: 0 or fetch-depth: 0",
            ),
        )
    else:
        yield Remark("good", Text(f"git 的历史完整（{count} 次提交）", f"Git's history is whole ({count} commits)"))


def _plugins(settings: Settings, around: Surroundings) -> Iterator[Remark]:
    """Plugins of MkDocs that do not see entries; and ours, without which drafts would be published."""
    if not settings.has_plugin:
        yield Remark(
            "problem",
            Text(
                "mkdocs.yml 的 plugins 里没有 yuandi：草稿和 _data 会原样发布",
                "mkdocs.yml does not name the plugin yuandi: drafts and _data would be published",
            ),
            Text("加上 plugins: [yuandi]", "Add plugins: [yuandi]"),
        )
    if around.theme != "yuandi":
        yield Remark(
            "problem",
            Text(
                f"mkdocs.yml 的主题是 {around.theme or '（未写）'}",
                f"The theme in mkdocs.yml is {around.theme or 'not given'}",
            ),
            Text("改为 theme: {name: yuandi}", "Make it theme: {name: yuandi}"),
        )
    yield from (Remark("advice", text) for text in advice_on(around.plugins))


def _cms(settings: Settings) -> Iterator[Remark]:
    """Whether what people write with in the browser is there."""
    if settings.cms is None:
        return
    missing = [name for name in NAMES if not (settings.content / ADMIN / name).is_file()]
    if missing:
        zh, en = f"在浏览器里写的页面缺 {'、'.join(missing)}", f"The page for writing lacks {', '.join(missing)}"
        yield Remark("problem", Text(zh, en), Text("运行 yuandi cms", "Run yuandi cms"))
    else:
        yield Remark("good", Text(f"可在 /{ADMIN}/ 写", f"Writing in the browser at /{ADMIN}/"))


def _speed(settings: Settings, around: Surroundings) -> Iterator[Remark]:
    """Settings and circumstances that cost time at each build."""
    looks: tuple[Callable[[Settings, Surroundings], Remark | None], ...] = (
        _no_cache, _unwritable, _ignored, _slow_markdown, _large_files, _one_core,
    )  # fmt: skip
    found = [remark for look in looks if (remark := look(settings, around))]
    yield from found or [Remark("good", Text("没有发现拖慢生成的设置", "No setting slows builds down"))]


def _no_cache(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    if not os.environ.get(NO_CACHE):
        return None
    return Remark(
        "advice",
        Text(f"环境变量 {NO_CACHE} 使每次都全部重新生成", f"{NO_CACHE} in the environment draws every page each time"),
        Text(f"去掉 {NO_CACHE}", f"Unset {NO_CACHE}"),
    )


def _unwritable(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    file = file_of(settings.root)
    folder = file.parent if file.parent.is_dir() else settings.root
    try:
        if file.is_file():
            sqlite3.connect(f"file:{file}?mode=ro", uri=True).execute("PRAGMA schema_version").close()
        usable = os.access(folder, os.W_OK)
    except sqlite3.Error:
        usable = False
    if usable:
        return None
    return Remark(
        "problem",
        Text(f"缓存 {file} 不能用", f"The cache {file} cannot be used"),
        Text("检查权限，或运行 yuandi cache clear", "See who may write there, or run yuandi cache clear"),
    )


def _ignored(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    try:
        tracked = git(settings.root, "ls-files", "-z", "--", ".yuandi").strip(b"\0")
    except GitError:
        return None
    if not tracked:
        return None
    return Remark(
        "advice",
        Text("缓存 .yuandi 提交进了 git", "The cache .yuandi is committed in git"),
        Text(
            "写进 .gitignore，并运行 git rm -r --cached .yuandi",
            "Add it to .gitignore and run git rm -r --cached .yuandi",
        ),
    )


def _slow_markdown(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    if not around.fast_markdown:
        return Remark(
            "advice",
            Text(
                "fast_markdown: false 使正文都用慢的解析器", "fast_markdown: false takes the slow parser for all bodies"
            ),
            Text("去掉这一项；生成的页面是一样的", "Leave it out; the pages are the same"),
        )
    if fits(list(around.extensions), around.extensions):
        return None
    return Remark(
        "advice",
        Text(
            "markdown_extensions 里有快的解析器不认识的扩展或选项，正文都用慢的解析器",
            "markdown_extensions name something that the fast parser does not know: all bodies take the slow one",
        ),
        Text("不需要的扩展请去掉", "Leave out extensions that nobody needs"),
    )


def _large_files(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    large = [
        file.relative_to(settings.content).as_posix()
        for file in sorted(settings.content.rglob("*"))
        if DATA not in file.parts and file.is_file() and file.stat().st_size > _LARGE
    ]
    if not large:
        return None
    listed = "、".join(large[:5])
    return Remark(
        "advice",
        Text(f"有 {len(large)} 个文件超过 50 MB：{listed}", f"{len(large)} files have more than 50 MB: {listed}"),
        Text(
            "影像放到文件服务器上，在正文里写明何处可取",
            "Put recordings on a file server, and say in the text where they are",
        ),
    )


def _one_core(settings: Settings, around: Surroundings) -> Remark | None:  # noqa: ARG001  # one form for all looks
    if (os.cpu_count() or 1) > 1:
        return None
    return Remark(
        "advice",
        Text("本机只有一个处理器核，完整生成用时加倍", "This machine has one core: full builds take twice as long"),
        Text("在多核的机器或 CI 上生成", "Build on a machine with more"),
    )
