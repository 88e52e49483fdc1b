"""Decap's `config.yml`: the back end, and a collection for each type with a form made from its model."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from yuandi.content.settings import Cms, Settings
from yuandi.editing.cms.widgets import Widget, Widgets
from yuandi.entry_types import BY_NAME, TYPES, EntryType
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.record import Record
from yuandi.pages import Shown

NAME = "_file"
"""The field with the file name of a new entry; `entry.js` sets and removes it."""

_COMMITS = {
    "create": "新建{{collection}}：{{slug}}",
    "update": "修改{{collection}}：{{slug}}",
    "delete": "删除{{collection}}：{{slug}}",
    "uploadMedia": "上传 {{path}}",
    "deleteMedia": "删除 {{path}}",
}
_FIRST = ("title", "date", "unit")
_HIDDEN = {"type", "id"}
_BODY: Widget = {
    "name": "body",
    "label": "正文",
    "widget": "text",
    "required": False,
    "hint": "Markdown：空一行分段，标题前写两个井号，要紧的话前后各写两个星号",
}


def configuration(shown: Shown) -> str:
    """Return `config.yml` as text; parts that several forms share are YAML aliases."""
    settings = shown.portal.settings
    cms = settings.cms or Cms()
    widgets = Widgets(shown.portal)
    root = f"{cms.folder}/{settings.prefix}" if cms.folder else settings.prefix
    values: dict[str, Any] = {
        "backend": _backend(cms),
        "locale": "en" if settings.language == "en" else "zh_Hans",
        "media_folder": f"{root}uploads",
        "public_folder": "/uploads",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "show_preview_links": False,
        "editor": {"preview": False},
        **_site(settings),
        "collections": [*_folders(widgets, root), *_pages(shown, widgets, root)],
    }
    return yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def _backend(cms: Cms) -> dict[str, Any]:
    """Return where entries are saved: a code host, or a server on the writer's own machine."""
    if cms.backend == "local":
        url = cms.url or "http://localhost:8081"
        backend = {"name": "proxy", "proxy_url": f"{url}/api/v1", "branch": cms.branch}
        return backend | {"commit_messages": _COMMITS}
    api = (
        {"api_root": f"{cms.url}/api/v1"}
        if cms.backend == "gitea"
        else {"api_root": f"{cms.url}/api/v4", "auth_type": "pkce"}
    )
    backend = {"name": cms.backend, "repo": cms.repo, "branch": cms.branch, "app_id": cms.app_id, "base_url": cms.url}
    return backend | api | {"commit_messages": _COMMITS}


def _site(settings: Settings) -> dict[str, str]:
    return {"site_url": settings.site_url, "display_url": settings.site_url} if settings.site_url else {}


def _folders(widgets: Widgets, root: str) -> Iterator[dict[str, Any]]:
    common = {widget["name"]: widget for widget in widgets.listed(shape_of(Record).fields.values())}
    for known in TYPES:
        if known.folder:
            yield {
                "name": known.name,
                "label": known.label,
                "label_singular": known.label,
                "description": known.model.__doc__ or "",
                "folder": root + known.folder,
                "path": "{{year}}/{{slug}}",
                "slug": "{{fields." + NAME + "}}",
                "extension": "md",
                "format": f"yuandi-{known.name}",
                "filter": {"field": "type", "value": known.name},
                "create": True,
                "summary": "{{date}} {{title}}",
                "sortable_fields": [{"field": "date", "label": "日期", "default_sort": "desc"}, "title"],
                "fields": _form(known, widgets, common),
            }


def _form(known: EntryType, widgets: Widgets, common: dict[str, Widget]) -> list[Widget]:
    """Return the widgets of a form: title, date and unit, the fields of the type, the body, and the other common fields."""
    own = []
    for field in shape_of(known.model).fields.values():
        shared = common.get(field.key)
        found = widgets.of(field)
        if found and found != shared:
            own.append(found)
    changed = {widget["name"] for widget in own}
    first = [
        {**common[name], **({"default": "{{now}}"} if name == "date" else {})} for name in _FIRST if name not in changed
    ]
    rest = [widget for name, widget in common.items() if name not in {*_FIRST, *_HIDDEN, *changed}]
    kind = {"name": "type", "label": "类型", "widget": "hidden", "default": known.name}
    return [kind, *first, *own, _BODY, *rest]


def _pages(shown: Shown, widgets: Widgets, root: str) -> Iterator[dict[str, Any]]:
    """Yield a collection with the plain pages of this build, one by one, since they may be in any folder."""
    found = sorted(shown.of_pages(), key=lambda entry: entry.path)
    wanted = ("title", "date", "unit", "summary")
    form = [widget for name in wanted if (widget := widgets.of(shape_of(BY_NAME["page"].model).fields[name]))]
    fields = [{**widget, "required": False} for widget in form]
    if found:
        yield {
            "name": "page",
            "label": BY_NAME["page"].label,
            "format": "yuandi-page",
            "files": [
                {
                    "name": re.sub(r"[^\w-]", "-", entry.path.removesuffix(".md")),
                    "label": entry.record.title,
                    "file": root + entry.path,
                    "fields": [*fields, _BODY],
                }
                for entry in found
            ],
        }
