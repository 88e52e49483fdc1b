"""The text of an entry from its values and its body, with keys in the portal's language. Pure."""

from collections.abc import Mapping
from typing import Any

import frontmatter
import yaml

from yuandi.entry_types import EntryType, Model
from yuandi.entry_types.fields import FieldShape, shape_of


class _Plain(yaml.SafeDumper):
    """Writes repeated values in full, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML's signature
        """Return True: no value gets an anchor."""
        return True


_FIRST = ("type", "title", "date", "signed_date", "doc_number", "unit", "to", "author", "kind")
_LAST = ("tags", "attachments", "source", "lang", "extra", "status")


def entry_text(kind: EntryType, values: Mapping[str, Any], body: str, *, chinese: bool) -> str:
    """The text of an entry: its front matter with fields in their usual order, and its body."""
    own = [key for key in shape_of(kind.model).fields if key not in _FIRST and key not in _LAST]
    ordered = {key: values[key] for key in (*_FIRST, *own, *_LAST) if key in values}
    if chinese:
        ordered = in_chinese(ordered, kind.model) | {"类型": kind.label}
    post = frontmatter.Post(body, **ordered)
    return str(frontmatter.dumps(post, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)) + "\n"


def in_chinese(values: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """The values under the Chinese names of their fields, with the Chinese labels of choices, at every depth."""
    fields = shape_of(model).fields
    return {
        (fields[key].chinese if key in fields else key): _value(value, fields.get(key)) for key, value in values.items()
    }


def _value(value: Any, shape: FieldShape | None) -> Any:
    if shape is None:
        return value
    if isinstance(value, list):
        return [_value(item, shape) for item in value]
    if shape.model and isinstance(value, Mapping):
        return in_chinese(value, shape.model)
    if shape.choices and isinstance(value, str):
        return next((choice.label for choice in shape.choices if choice.value == value), value)
    return value
