"""The settings of mkdocs.yml that the core needs: the content folder, the form of addresses, the audiences.

Only their keys are read; the tags of MkDocs (`!ENV`, `!!python/name`) are ignored.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

CACHE_FOLDER, CACHE_FILE = ".yuandi", "cache.sqlite"
"""Where builds keep what the next ones may use, in the folder of mkdocs.yml."""

ADMIN = "admin"
"""The folder of the page for writing in the browser, in the site as in the content, which holds its scripts."""


@dataclass(frozen=True, slots=True)
class Cms:
    """The place where Decap CMS saves: a repository on a code host, or a server on the writer's own machine."""

    backend: str = "local"
    url: str = ""
    repo: str = ""
    branch: str = "main"
    app_id: str = ""
    folder: str = ""

    @property
    def origin(self) -> str:
        """The origin (scheme and host) that the page for writing connects to."""
        return "/".join((self.url or "http://localhost:8081").split("/")[:3])


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one portal. `root` is the folder of mkdocs.yml, `content` its docs_dir."""

    root: Path
    content: Path
    site: Path = Path("site")
    site_name: str = "园地"
    site_url: str = ""
    use_directory_urls: bool = True
    audiences: tuple[str, ...] = ("unit", "office")
    audience: str = "public"
    as_of: date | None = None
    keys: str = "en"
    history: str = "dates"
    script: str = "hans"
    language: str = "zh"
    has_plugin: bool = True
    search: bool = True
    cms: Cms | None = None
    words: tuple[str, ...] = ()
    """The words of mkdocs.yml that may name files, sorted: styles, scripts, a logo, entries of the navigation."""

    @property
    def all_audiences(self) -> tuple[str, ...]:
        """All audiences, from the widest to the narrowest."""
        return ("public", *self.audiences)

    @property
    def chinese(self) -> str:
        """The language tag of the site's Chinese."""
        return "zh-Hant" if self.script == "hant" else "zh-Hans"

    @property
    def prefix(self) -> str:
        """The path of the content in the portal, with a trailing slash; findings name files with it."""
        return _prefix(self.content, self.root)


@lru_cache(maxsize=8)
def _prefix(content: Path, root: Path) -> str:
    if not content.is_relative_to(root):
        return f"{content.name}/"
    relative = content.relative_to(root).as_posix()
    return "" if relative == "." else f"{relative}/"


_NAMING = ("extra_css", "extra_javascript", "theme", "nav", "extra")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Further settings of mkdocs.yml: its theme, other plugins, Markdown extensions with their options."""

    theme: str = ""
    plugins: tuple[str, ...] = ()
    extensions: Mapping[str, Any] = field(default_factory=dict)
    fast_markdown: bool = True


class _Reader(yaml.SafeLoader):
    """Reads mkdocs.yml and ignores the tags of MkDocs."""


_Reader.add_multi_constructor("", lambda *_: None)


def read_settings(root: Path) -> Settings:
    """The settings of the portal in `root`. Raises YuandiError if its mkdocs.yml is missing or cannot be read."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise YuandiError(
            Text(
                f"{root} 里没有 mkdocs.yml，不是一个园地站点。请进入站点文件夹，或用 `yuandi init 文件夹` 新建。",
                f"There is no mkdocs.yml in {root}. Go to a portal's folder, or make one with `yuandi init DIR`.",
            )
        )
    return settings_from(root, _config(file, depth=0), _options)


def surroundings(root: Path) -> Surroundings:
    """The further settings of the portal in `root`. Raises YuandiError if its mkdocs.yml cannot be read."""
    config = _config(root / "mkdocs.yml", depth=0)
    theme = config.get("theme")
    ours = _options(config) or {}
    return Surroundings(
        theme=str((theme.get("name") if isinstance(theme, dict) else theme) or ""),
        plugins=tuple(name for name, _ in _pairs(config.get("plugins")) if not _OURS.fullmatch(name)),
        extensions=dict(_pairs(config.get("markdown_extensions"))),
        fast_markdown=ours.get("fast_markdown") is not False,
    )


def settings_from(root: Path, config: Mapping[str, Any], options: Any) -> Settings:
    """The settings in a parsed mkdocs.yml; `options` finds the options of Yuandi's plugin in it. Raises YuandiError."""
    ours = options(config)
    audiences = _names((ours or {}).get("audiences") or ("unit", "office"))
    offline = bool((ours or {}).get("offline"))
    content = (root / str(config.get("docs_dir") or "docs")).resolve()
    if not content.is_dir():
        raise YuandiError(
            Text(
                f"内容文件夹 {content} 不存在（mkdocs.yml 的 docs_dir）。",
                f"The content folder {content} of docs_dir does not exist.",
            )
        )
    return Settings(
        root=root.resolve(),
        content=content,
        site=root.resolve() / str(config.get("site_dir") or "site"),
        site_name=str(config.get("site_name") or "园地"),
        site_url="" if offline else _site_url(config.get("site_url")),
        use_directory_urls=config.get("use_directory_urls") is not False and not offline,
        audiences=audiences,
        audience=_audience((ours or {}).get("audience") or "public", audiences),
        as_of=parse_day(ours["as_of"]) if ours and ours.get("as_of") else None,
        keys=str((ours or {}).get("entry_keys") or "en"),
        history=str((ours or {}).get("history") or "dates"),
        script=str((ours or {}).get("script") or "hans"),
        language=_language(config.get("theme")),
        has_plugin=ours is not None,
        search=(ours or {}).get("search") is not False,
        cms=None if offline else _cms((ours or {}).get("cms")),
        words=tuple(sorted(set(_words([config.get(key) for key in _NAMING])))),
    )


def _words(value: Any, depth: int = 0) -> Iterator[str]:
    """All words in a setting, whatever its form; scripts that MkDocs has parsed have theirs in `path`."""
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST:
        inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
        for item in (*inner, getattr(value, "path", None)):
            yield from _words(item, depth + 1)


def _site_url(value: object) -> str:
    """The address of the site, with a trailing slash; empty if it is not set or not an HTTP address."""
    url = str(value or "").strip()
    return f"{url.rstrip('/')}/" if re.match(r"https?://[^\s/]", url) else ""


def _language(theme: object) -> str:
    """The language of the interface, from the theme's `language`: `en` or `zh`."""
    word = theme["language"] if isinstance(theme, Mapping) and "language" in theme else ""
    return "en" if str(word).startswith("en") else "zh"


_BACKENDS = ("local", "gitea", "gitlab")


def _cms(options: object) -> Cms | None:
    """The options of `cms:`, or None if it is missing. Raises YuandiError."""
    if not isinstance(options, Mapping):
        return None
    known = {key: str(value or "").strip().strip("/") for key, value in options.items()}
    cms = Cms(**{name: known[name] for name in Cms.__slots__ if known.get(name)})
    unknown = sorted(map(str, set(options) - set(Cms.__slots__)))
    if unknown or cms.backend not in _BACKENDS:
        zh, en = f"`cms: {{backend: {cms.backend}}}`", " or ".join(_BACKENDS)
        if unknown:
            zh, en = f"`cms` 的 `{unknown[0]}`", ", ".join(Cms.__slots__)
        raise YuandiError(Text(f"mkdocs.yml 的 {zh} 不认识，可以写：{en}。", f"mkdocs.yml: `cms` accepts only {en}."))
    missing = [name for name in ("url", "repo", "app_id") if cms.backend != "local" and not getattr(cms, name)]
    if missing:
        listed = "、".join(f"`{name}`" for name in missing)
        english = listed.replace("、", ", ")
        raise YuandiError(
            Text(
                f"mkdocs.yml 的 `cms` 用 {cms.backend} 时还要写 {listed}。",
                f"mkdocs.yml: `cms` with {cms.backend} also needs {english}.",
            )
        )
    return cms


def _audience(name: object, known: tuple[str, ...]) -> str:
    if name not in ("public", *known):
        listed = ", ".join(("public", *known))
        raise YuandiError(
            Text(
                f"mkdocs.yml 的 `audience: {name}` 不在可选的范围之内：{listed}。",
                f"`audience: {name}` in mkdocs.yml is not one of {listed}.",
            )
        )
    return str(name)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def parse_day(value: object) -> date:
    """An ISO date from an option. Raises YuandiError."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise YuandiError(
            Text(f"`{value}` 不是日期，请写成 2026-03-05。", f"`{value}` is not a date. Write it as 2026-03-05.")
        ) from None


def _config(file: Path, *, depth: int) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        values = yaml.load(text, Loader=_Reader)  # noqa: S506  # _Reader is a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise YuandiError(
            Text(f"{file} 第 {line} 行读不出来：不是有效的 YAML。", f"{file}, line {line}: this is not valid YAML.")
        ) from None
    if not isinstance(values, dict):
        raise YuandiError(Text(f"{file} 应由“键: 值”组成。", f"{file} must consist of `key: value` lines."))
    config: dict[str, Any] = values
    parent = config.get("INHERIT")
    if isinstance(parent, str) and depth < 5:
        inherited = file.parent / parent
        if inherited.is_file():
            return _config(inherited, depth=depth + 1) | config
    return config


_OURS = re.compile(r"(?:.*/)?yuandi")


def _options(config: Mapping[str, Any]) -> dict[str, Any] | None:
    """The options of Yuandi's plugin, or None if mkdocs.yml does not list it."""
    for name, options in _pairs(config.get("plugins")):
        if _OURS.fullmatch(name):
            return dict(options) if isinstance(options, dict) else {}
    return None


def _pairs(items: Any) -> list[tuple[str, Any]]:
    """Names with their options, from a list or a mapping, as MkDocs accepts both."""
    if isinstance(items, dict):
        return [(str(name), options) for name, options in items.items()]
    listed = items if isinstance(items, list) else []
    pairs = (pair for item in listed for pair in (item.items() if isinstance(item, dict) else [(item, None)]))
    return [(str(name), options) for name, options in pairs]
