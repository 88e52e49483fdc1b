"""Errors that end a build with a sentence: of the content, the disc, another theme, a missing template."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from yuandi.base.errors import YuandiError
from yuandi.base.language import chosen_language
from yuandi.base.text import Text
from yuandi.pages import Shown

_OUTSIDE = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EEXIST,
        errno.ENOTDIR,
        errno.EISDIR,
    }
)
"""Errors of the disc, or of files in the way: not a fault of the content or of Yuandi."""


@contextmanager
def refusals() -> Iterator[None]:
    """Within it, an error outside the content ends the build with a sentence."""
    try:
        yield
    except YuandiError as error:
        raise Abort(error.text.say(chosen_language())) from None
    except OSError as error:
        raise unwritten(error) from None


def refuse_a_full_disc(error: Exception) -> None:
    """Raise Abort for what a disc refuses while MkDocs writes."""
    if isinstance(error, OSError) and error.errno in _OUTSIDE:
        raise unwritten(error) from None


def unwritten(error: OSError) -> Abort:
    """The error for a file that cannot be written, with the reason."""
    where, why = error.filename2 or error.filename or "", error.strerror or str(error)
    return Abort(Text(f"写不了 {where}：{why}。", f"Cannot write {where}: {why}.").say(chosen_language()))


def need_our_theme(config: MkDocsConfig) -> None:
    """Our pages are drawn with our theme's templates, and by one plugin."""
    if sum(name.partition(" #")[0].rpartition("/")[2] == "yuandi" for name in config.plugins) > 1:
        text = Text(
            "mkdocs.yml 里写了两个 yuandi 插件，只留一个。", "mkdocs.yml names the plugin yuandi twice; keep one."
        )
    elif not any(Path(folder, "yuandi", "entry.html").is_file() for folder in config.theme.dirs):
        text = Text("mkdocs.yml 的主题应为 `theme: {name: yuandi}`。", "mkdocs.yml should say `theme: {name: yuandi}`.")
    else:
        return
    raise Abort(text.say(chosen_language()))


def need_templates(shown: Shown, env: Environment) -> None:
    """Raise Abort if a plain page names a template that does not exist."""
    for entry in shown.of_pages():
        name = entry.record.template
        if name and (name.startswith("yuandi/") or name not in env.list_templates()):
            path = entry.origin.document.path
            text = Text(f"{path}：没有 `template: {name}` 这个模板。", f"{path}: there is no template `{name}`.")
            raise Abort(text.say(chosen_language()))
