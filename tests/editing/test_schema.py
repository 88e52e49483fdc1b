"""The schemas of types and data files: they take what the check takes, and refuse what a schema can tell."""

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from yuandi.editing.schema import schemas
from yuandi.entry_types import DATA_FILES, TYPES, type_named, type_of_folder
from yuandi.front_matter.parse import DATA_DEPTH, FRONT_MATTER_DEPTH, parse, split

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
SCHEMAS = schemas()
MINIMAL = {
    "类型": "通知",
    "种类": "公示",
    "标题": "关于拟表彰名单的公示",
    "日期": "2026年3月5日",
}


def errors(name: str, values: Any) -> list[str]:
    """What a schema says of values: the place and the keyword of each error."""
    found = Draft7Validator(SCHEMAS[name]).iter_errors(values)
    return sorted(f"{'/'.join(map(str, one.absolute_path))}:{one.validator}" for one in found)


def as_an_editor_reads(value: Any) -> Any:
    """Text as YAML 1.2's core schema resolves it, which editors go by."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d+", value):
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d+\.\d+", value):
        return float(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def test_every_schema_is_one() -> None:
    """All types and data files have a schema, and each is valid itself."""
    assert list(SCHEMAS) == [known.name for known in (*TYPES, *DATA_FILES)]
    for schema in SCHEMAS.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("reading", [lambda value: value, as_an_editor_reads], ids=["as text", "resolved"])
def test_the_sample_portal_fits(reading: Any) -> None:
    """All front matter and data of the sample portal pass, as text and as an editor resolves it."""
    said = {}
    for file in sorted(CONTENT.rglob("*.md")):
        path = file.relative_to(CONTENT).as_posix()
        if not any(part.startswith(("_", ".")) for part in path.split("/")):
            values = parse(split(file.read_text("utf-8")).yaml, depth=FRONT_MATTER_DEPTH).values or {}
            word = values.get("type") or values.get("类型")
            known = type_named(word) if word else type_of_folder(path)
            assert known
            said[path] = errors(known.name, reading(values))
    for data in DATA_FILES:
        file = CONTENT / "_data" / f"{data.name}.yml"
        if file.is_file():
            said[data.name] = errors(data.name, reading(parse(file.read_text("utf-8"), depth=DATA_DEPTH).values))
    assert {path: found for path, found in said.items() if found} == {}
    assert len(said) > 40


@pytest.mark.parametrize("preset", sorted(file.stem for file in (ROOT / "generator/yuandi/presets").glob("*.yml")))
def test_presets_fit(preset: str) -> None:
    """The presets that ship with the package pass the schema of a policy."""
    text = (ROOT / f"generator/yuandi/presets/{preset}.yml").read_text("utf-8")
    assert errors("policy", as_an_editor_reads(parse(text, depth=DATA_DEPTH).values)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"摘要": None}, []),
        ({"类型": "公示", "种类": ...}, []),
        ({"类型": "通知", "种类": ...}, [":anyOf"]),
        ({"标题": ...}, [":anyOf"]),
        ({"标题": ..., "title": 2026}, []),
        ({"标题": None}, ["标题:type"]),
        ({"标提": "甲"}, [":additionalProperties"]),
        ({"种类": "公式"}, ["种类:enum"]),
        ({"日期": "三月五日"}, ["日期:pattern"]),
        ({"截止日期": "5月10日"}, ["截止日期:anyOf"]),
        ({"附件": [{"标题": "名单"}]}, ["附件:anyOf"]),
        ({"公示期": {"from": "2026-03-05", "止": "2026年3月12日"}}, []),
        ({"类型": "公告栏"}, ["类型:enum"]),
    ],
)
def test_a_notice(change: dict[str, Any], expected: list[str]) -> None:
    """Names in either language, what is required, choices and dates; `...` takes a field away."""
    values = {key: value for key, value in (MINIMAL | change).items() if value is not ...}
    assert errors("notice", values) == expected


def test_one_of_several_is_required() -> None:
    """A session has hours or days."""
    session = {
        "kind": "lecture",
        "title": "甲",
        "date": "2026-03-05",
        "host": "office",
        "start": "2026-03-05T09:00",
        "topic": "乙",
    }
    assert (errors("session", session), errors("session", session | {"天数": 1})) == ([":anyOf"], [])


def test_what_may_be_written_short() -> None:
    """A person for an absence, a type for what a column takes, a file for a table of attendance."""
    session = {
        "kind": "lecture",
        "title": "甲",
        "date": "2026-03-05",
        "host": "office",
        "start": "2026-03-05 9:00",
        "topic": "乙",
        "学时": 2,
    }
    assert errors("session", session | {"attendance": {"leave": ["li-fang", {"person": "陈明"}]}}) == []
    assert errors("session", session | {"attendance": "attendance.csv"}) == []
    assert (
        errors(
            "columns", [{"id": "a", "title": "甲", "takes": "notice"}, {"id": "b", "title": "乙", "takes": ["通知"]}]
        )
        == []
    )


def test_help_is_in_chinese() -> None:
    """A field is shown with its name and its help, a choice with its other name."""
    field = SCHEMAS["notice"]["properties"]["截止日期"]
    kinds = SCHEMAS["notice"]["$defs"]["NoticeKind"]
    assert (field["title"], field["description"]) == ("截止日期 deadline", "要求办结或报送的日期")
    assert list(zip(kinds["enum"], kinds["enumDescriptions"], strict=True))[::6] == [
        ("notice", "通知"),
        ("通知", "notice"),
    ]
