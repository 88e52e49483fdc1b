"""MkDocs plugins that process plain pages only, and what to use for entries instead."""

from collections.abc import Iterable, Iterator

from yuandi.base.text import Text

INSTEAD = {
    "tags": Text("条目的 `tags` 字段已显示在页面上", "the field `tags` of entries is shown on their pages"),
    "blog": Text(
        "用 `notice`、`news`、`article` 等条目和栏目", "use entries such as `notice`, `news`, `article` and columns"
    ),
    "social": Text("条目没有社交卡片", "entries have no social cards"),
    "privacy": Text("园地的页面本来就不请求外部主机", "pages of Yuandi load nothing from other hosts"),
    "minify": Text("用网页服务器的压缩", "let the web server compress"),
    "git-revision-date-localized": Text("条目以 `date` 字段为准", "entries go by their field `date`"),
    "git-authors": Text("条目以 `author`、`authors` 字段为准", "entries go by their fields `author` and `authors`"),
    "macros": Text("条目的正文不经过宏", "macros in the bodies of entries are not expanded"),
    "awesome-pages": Text("栏目由 `_data/columns.yml` 决定", "columns are those of `_data/columns.yml`"),
    "print-site": Text("条目自带打印样式", "entries have their own print styles"),
    "redirects": Text("条目用 `aliases` 字段记旧地址", "entries keep former addresses in their field `aliases`"),
    "rss": Text("条目没有进入订阅源", "its feed does not contain entries"),
}


def advice_on(plugins: Iterable[str]) -> Iterator[Text]:
    """A sentence for each plugin that does not process entries."""
    for name in plugins:
        known = INSTEAD.get(name.rpartition("/")[2])
        if known:
            yield Text(
                f"插件 {name} 只处理普通页面，看不到条目：{known.zh}。",
                f"The plugin {name} processes plain pages only, not entries: {known.en}.",
            )
