"""A page for each type and each data file: every field with its Chinese name, what it holds and its help."""

from collections.abc import Iterator

from yuandi.entry_types import BY_NAME, DATA_FILES, TYPES, DataFile, EntryType, Model, Record
from yuandi.entry_types.fields import FieldShape, shape_of

NOTE = "<!-- 由 `make fix` 从代码生成，请勿手改。 -->\n"
_HEAD = "| 字段 | 中文名 | 必填 | 内容 | 说明 |\n|---|---|---|---|---|\n"
_HOLDS = {
    "str": "文字",
    "date": "日期",
    "datetime": "时间",
    "Period": "时期",
    "int": "整数",
    "float": "数",
    "bool": "是否",
    "dict": "任意“键: 值”",
}
_TARGETS = {"unit": "单位", "person": "人员", "group": "小组", "column": "栏目", "measure": "指标", "entry": "条目"}
_COMMON = frozenset(Record.model_fields)


def type_pages() -> dict[str, str]:
    """Return the pages of all types and of the common fields, and their index, by path."""
    pages = {f"reference/types/{known.name}.md": _type_page(known) for known in TYPES}
    pages["reference/types/common.md"] = _common_page()
    pages["reference/types/index.md"] = _index()
    return pages


def data_pages() -> dict[str, str]:
    """Return the pages of all data files, by path."""
    return {f"reference/data/{known.name}.md": _data_page(known) for known in DATA_FILES}


def _index() -> str:
    rows = "".join(
        f"| [{known.label}]({known.name}.md) | `{known.name}` | {f'`{known.folder}/`' if known.folder else '其他位置'} | {'、'.join(known.chinese)} |\n"
        for known in TYPES
    )
    return (
        f"{NOTE}# 条目类型\n\n各类型都有的字段见[通用字段](common.md)。文件所在的文件夹决定缺省的类型。\n\n"
        f"| 类型 | `type` | 缺省文件夹 | 也可写作 |\n|---|---|---|---|\n{rows}"
    )


def _type_page(known: EntryType) -> str:
    fields = [field for field in shape_of(known.model).fields.values() if _is_own(known.model, field)]
    others = "其余字段见[通用字段](common.md)。"
    required = "、".join(
        f"`{field.key}`（{field.chinese}）"
        for field in shape_of(known.model).fields.values()
        if field.required and field.key != "type"
    )
    body = _table(fields) + "".join(_nested(fields)) if fields else "没有另外的字段。\n"
    doc = (known.model.__doc__ or "").strip()
    return f"{NOTE}# {known.label} `{known.name}`\n\n{doc}\n\n必填：{required}。{others}\n\n{body}"


def _is_own(model: type[Model], field: FieldShape) -> bool:
    """Whether a field is not common, or is described differently by its type."""
    if field.attribute not in _COMMON:
        return True
    return model.model_fields[field.attribute].description != Record.model_fields[field.attribute].description


def _common_page() -> str:
    fields = list(shape_of(Record).fields.values())
    return f"{NOTE}# 通用字段\n\n每个条目都可以写的字段。\n\n{_table(fields)}{''.join(_nested(fields))}"


def _data_page(known: DataFile) -> str:
    fields = list(shape_of(known.model).fields.values())
    forms = {
        "list": "一个列表，每项有下列字段。",
        "mapping": "直接写下列字段。",
        "years": "以年份为键，每年有下列字段。",
    }
    doc = (known.model.__doc__ or "").strip()
    title = f"# {known.chinese} `_data/{known.name}.yml`"
    return f"{NOTE}{title}\n\n{doc}{forms[known.form]}\n\n{_table(fields)}{''.join(_nested(fields))}"


def _table(fields: list[FieldShape]) -> str:
    return _HEAD + "".join(
        f"| `{field.key}` | {field.chinese} | {'是' if field.required else ''} | {_holds(field)} | {field.help} |\n"
        for field in fields
    )


def _holds(field: FieldShape) -> str:
    if field.model:
        content = f"见“{field.chinese}”"
    elif field.choices:
        content = "、".join(f"`{choice.value}` {choice.label}" for choice in field.choices)
    elif field.refers:
        content = "、".join(_TARGETS[kind] for kind in field.refers.kinds) + "的编号"
        if field.refers.types:
            content = "、".join(BY_NAME[name].label for name in field.refers.types) + "的编号"
        content += "，或直接写名称" if field.refers.or_text else ""
    elif field.is_file:
        content = "文件名"
    else:
        content = _HOLDS.get(field.holds, "文字")
    return f"列表：{content}" if field.many else content


def _nested(fields: list[FieldShape], seen: frozenset[type[Model]] = frozenset()) -> Iterator[str]:
    """Yield the tables of mappings inside fields, each once."""
    for field in fields:
        if field.model and field.model not in seen:
            seen = seen | {field.model}
            inner = list(shape_of(field.model).fields.values())
            doc = (field.model.__doc__ or "").strip()
            yield f"\n## {field.chinese} `{field.key}`\n\n{doc}\n\n{_table(inner)}"
            yield from _nested(inner, seen)
