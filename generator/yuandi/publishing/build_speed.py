"""What costs time at each build: settings, a cache that cannot be used, large files, a single core."""

import os
import sqlite3
from collections.abc import Callable, Iterator

from yuandi.base.git import GitError, git
from yuandi.base.text import Text
from yuandi.building.environment import NO_CACHE
from yuandi.content.settings import CACHE_FILE, CACHE_FOLDER, Settings, Surroundings
from yuandi.load import DATA
from yuandi.markdown.fast_convert import fits
from yuandi.publishing.remark import Remark

_LARGE = 50 << 20


def speed(settings: Settings, around: Surroundings) -> Iterator[Remark]:
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
    file = settings.root / CACHE_FOLDER / CACHE_FILE
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
        tracked = git(settings.root, "ls-files", "-z", "--", CACHE_FOLDER).strip(b"\0")
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
