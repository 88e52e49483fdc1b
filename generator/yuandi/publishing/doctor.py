"""What about this machine and this portal's surroundings is not as it should be, and what to do about it."""

import shutil
from collections.abc import Iterator

from yuandi.base.git import GitError, git, is_shallow
from yuandi.base.text import Text
from yuandi.content.known_plugins import advice_on
from yuandi.content.settings import ADMIN, Settings, Surroundings, surroundings
from yuandi.editing.cms.scripts import NAMES
from yuandi.publishing.build_speed import speed
from yuandi.publishing.machine import fonts, versions
from yuandi.publishing.remark import Remark


def remarks(settings: Settings) -> Iterator[Remark]:
    """Everything there is to say, by what was looked at."""
    around = surroundings(settings.root)
    yield from versions()
    yield from fonts()
    yield from _history(settings)
    yield from _plugins(settings, around)
    yield from _cms(settings)
    yield from speed(settings, around)


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
