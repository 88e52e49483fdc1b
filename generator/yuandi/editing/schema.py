"""A JSON Schema for each type of entry and each data file, from the models: for editors and other programs.

A schema takes what the check takes: English and Chinese names, numbers written as text, empty optional fields. What
only a whole portal can tell, such as whether a unit exists, is left to the check.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from yuandi.entry_types import DATA_FILES, TYPES, DataFile, EntryType, kind_named
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.record import Model

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that most editors support."""

_WORD: JsonSchemaValue = {"type": ["string", "number", "boolean"]}


def schemas() -> dict[str, JsonSchemaValue]:
    """Return every schema by its name: those of types, then those of data files."""
    return {known.name: entry_schema(known) for known in TYPES} | {
        known.name: data_schema(known) for known in DATA_FILES
    }


def entry_schema(known: EntryType) -> JsonSchemaValue:
    """Return the schema of the front matter of a type."""
    made = known.model.model_json_schema(schema_generator=_Bilingual)
    wanted = [required for required in made.get("allOf", ()) if not _is_understood(required, known)]
    named: JsonSchemaValue = {"enum": [known.name, *known.chinese], "description": known.model.__doc__}
    made["properties"] |= {"type": named, "类型": named}
    kinds = [word for word in known.chinese if kind_named(word, known)]
    by_type = [{"required": [key], "properties": {key: {"enum": kinds}}} for key in ("type", "类型")] if kinds else []
    made["allOf"] = [
        _or(required, by_type) if required == _required("kind", "种类") else required for required in wanted
    ]
    if not wanted:
        del made["allOf"]
    return {"$schema": _DIALECT, **made, "title": f"{known.label} {known.name}"}


def data_schema(known: DataFile) -> JsonSchemaValue:
    """Return the schema of a data file."""
    made = known.model.model_json_schema(schema_generator=_Bilingual)
    definitions = made.pop("$defs", {})
    if known.form == "list":
        made = {"type": ["array", "null"], "items": made}
    elif known.form == "years":
        made = {
            "type": ["object", "null"],
            "patternProperties": {"^[12][0-9]{3}$": made},
            "additionalProperties": False,
        }
    title = f"{known.chinese} {known.name}.yml"
    return {"$schema": _DIALECT, **made, "title": title} | ({"$defs": definitions} if definitions else {})


class _Bilingual(GenerateJsonSchema):
    """A generator that accepts keys and choices in either language, with Chinese descriptions."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Return all choices under both names."""
        labels = [getattr(member, "label", str(member)) for member in schema["members"]]
        values = [str(member.value) for member in schema["members"]]
        descriptions = [*labels, *values]
        return super().enum_schema(schema) | {"enum": [*values, *labels], "enumDescriptions": descriptions}

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Return a schema that also accepts the short forms: one word, or a list of words."""
        full = super().function_before_schema(schema)
        item: JsonSchemaValue = {"anyOf": [_WORD, full]}
        return {"anyOf": [full, _WORD, {"type": "array", "items": item}]}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a mapping whose keys have two names each."""
        made = super().model_schema(schema)
        model = schema["cls"]
        return made if not issubclass(model, Model) else made | _of_both(model, made)


def _of_both(model: type[Model], made: Mapping[str, Any]) -> JsonSchemaValue:
    fields = shape_of(model).fields
    properties: JsonSchemaValue = {}
    for key, field in fields.items():
        value = made["properties"][key]
        own = {"title": f"{field.chinese} {key}", "description": field.help}
        properties[key] = {**_may_be_empty(value, required=field.required), **own}
    chinese = {field.chinese: properties[key] for key, field in fields.items() if field.chinese not in fields}
    required = [_required(key, fields[key].chinese) for key in made.get("required", ())]
    if model.one_of:
        names = [name for key in model.one_of for name in (key, fields[key].chinese)]
        required.append(_required(*names))
    rest: JsonSchemaValue = {"properties": properties | chinese, "required": []}
    return rest | ({"allOf": required} if required else {})


def _may_be_empty(value: JsonSchemaValue, *, required: bool) -> JsonSchemaValue:
    """Return a schema that accepts an empty value unless the field is required."""
    bare = {key: item for key, item in value.items() if key not in {"title", "description", "default"}}
    options = bare.get("anyOf", [bare])
    if required or {"type": "null"} in options:
        return bare
    return {"anyOf": [*options, {"type": "null"}]}


def _required(*names: str) -> JsonSchemaValue:
    return {"anyOf": [{"required": [name]} for name in dict.fromkeys(names)]}


def _or(wanted: JsonSchemaValue, more: Iterable[JsonSchemaValue]) -> JsonSchemaValue:
    return {"anyOf": [*wanted["anyOf"], *more]}


def _is_understood(wanted: JsonSchemaValue, known: EntryType) -> bool:
    """Whether a field need not be written: the type is that of the folder, a page's title that of its heading."""
    understood = {"type", "title"} if known.is_plain else {"type"}
    return any(key in understood for key in _keys(wanted))


def _keys(wanted: JsonSchemaValue) -> Iterator[str]:
    return (str(key) for option in wanted["anyOf"] for key in option["required"])
