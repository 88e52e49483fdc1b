"""The policy of an organisation merged with the presets that it extends, each measure with its place. Pure.

A preset comes with Yuandi (`presets/<name>.yml`) or stands in `_data` beside policy.yml. A measure replaces an inherited
one of the same code, `off: true` removes it, later presets win, settings merge key by key.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from yuandi.base.text import Lang, Text, did_you_mean, shorten
from yuandi.content.entry import Item
from yuandi.entry_types import Measure, Policy
from yuandi.entry_types.data_types.policy import Settings
from yuandi.entry_types.fields import translate
from yuandi.entry_types.record import of_valid
from yuandi.front_matter.parse import DATA_DEPTH, parse
from yuandi.load.faults import Fault

_DEEPEST = 20
Find = Callable[[str], Policy | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """A policy with everything that it inherits. `complete` is whether every preset was found."""

    policy: Policy = field(default_factory=Policy)
    measures: tuple[Item[Measure], ...] = ()
    faults: tuple[Fault, ...] = ()
    complete: bool = True


@cache
def preset_names() -> tuple[str, ...]:
    """The names of the presets that come with Yuandi."""
    folder = files("yuandi") / "presets"
    return tuple(sorted(file.name.removesuffix(".yml") for file in folder.iterdir() if file.name.endswith(".yml")))


@cache
def preset(name: str) -> Policy | None:
    """The preset `name` that comes with Yuandi, or None."""
    if name not in preset_names():
        return None
    text = (files("yuandi") / "presets" / f"{name}.yml").read_text(encoding="utf-8")
    return Policy.model_validate(translate(parse(text, depth=DATA_DEPTH).values or {}, Policy).values)


def preset_page(name: str) -> str | None:
    """The page about a preset that comes with Yuandi: each article of its document with its measure; None if there is no
    such preset."""
    if name not in preset_names():
        return None
    return (files("yuandi") / "presets" / f"{name}.md").read_text(encoding="utf-8")


def preset_part(name: str, lang: Lang) -> str | None:
    """The page in one language, or None. The English part is a summary at the end, under its own heading."""
    page = preset_page(name)
    if page is None:
        return None
    title, _, rest = page.partition("\n")
    chinese, _, english = rest.partition("\n## English\n")
    return f"{title}\n\n{(chinese if lang == 'zh' else english).strip()}\n"


def merged(own: Item[Policy], find: Find) -> Merged:
    """The policy with its presets; `find` gives a preset by its name."""
    faults: list[Fault] = []
    layers: list[tuple[int, Policy]] = []
    for index, word in enumerate(own.record.extends):
        try:
            layers += ((index, layer) for layer in _lineage(word, find, ("policy",), set()))
        except _NoPresetError as error:
            at = own.at("extends", index)
            faults.append(Fault("POL001", at, key=word, message=error.message, hint=error.hint))
    measures = _measures(own, layers)
    policy = of_valid(
        Policy,
        extends=own.record.extends,
        settings=of_valid(Settings, **_union(layer.given for layer in _all(layers, own))),
        rules=_union(layer.rules for layer in _all(layers, own)),
        measures=tuple(item.record for item in measures),
    )
    return Merged(policy, measures, tuple(faults), complete=not faults)


def _all(layers: list[tuple[int, Policy]], own: Item[Policy]) -> Iterator[Policy]:
    yield from (layer for _, layer in layers)
    yield own.record


def _union(mappings: Iterator[dict[Any, Any]]) -> dict[Any, Any]:
    return {key: value for mapping in mappings for key, value in mapping.items()}


def _measures(own: Item[Policy], layers: list[tuple[int, Policy]]) -> tuple[Item[Measure], ...]:
    """The measures in the order of their first occurrence; the place of an inherited one is the name of its preset."""
    found: dict[str, Item[Measure]] = {}
    for index, layer in layers:
        found |= {measure.code: Item(measure, own.origin, ("extends", index)) for measure in layer.measures}
    for index, measure in enumerate(own.record.measures):
        found[measure.code] = Item(measure, own.origin, ("measures", index))
    return tuple(item for item in found.values() if not item.record.off)


class _NoPresetError(Exception):
    """A word in `extends` is not the name of a preset."""

    def __init__(self, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


def _lineage(word: str, find: Find, above: tuple[str, ...], seen: set[str]) -> Iterator[Policy]:
    """The preset that a word in `extends` names and those that it extends, each once, after those that it extends."""
    if word in above or len(above) > _DEEPEST:
        raise _NoPresetError(*_cycle((*above, word)))
    if word in seen:
        return
    found = find(word)
    if found is None:
        raise _NoPresetError(*_unknown(word))
    seen.add(word)
    for name in found.extends:
        yield from _lineage(name, find, (*above, word), seen)
    yield found


def _cycle(words: tuple[str, ...]) -> tuple[Text, Text]:
    way = " → ".join(map(shorten, words[:_DEEPEST]))
    return (
        Text(f"`extends` 绕成了一圈：{way}。", f"`extends` is circular: {way}."),
        Text("去掉其中一处 `extends`。", "Remove one of the `extends`."),
    )


def _unknown(word: str) -> tuple[Text, Text]:
    listed = ", ".join(preset_names())
    otherwise = Text(
        f"随附的预设有 {listed}；自己的预设放在 `_data` 中，与 policy.yml 同样写法。",
        f"Presets that come with Yuandi: {listed}. Put your own into `_data`, in the format of policy.yml.",
    )
    shown = shorten(word)
    return (
        Text(f"没有名为 `{shown}` 的预设。", f"There is no preset `{shown}`."),
        did_you_mean(word, preset_names(), otherwise),
    )


def as_far_as_valid(values: Any, error: ValidationError) -> Policy | None:
    """The policy without its invalid parts, or None if nothing valid is left."""
    if not isinstance(values, Mapping):
        return None
    kept: dict[str, Any] = dict(values)
    for detail in error.errors(include_url=False):
        _drop(kept, tuple(part for part in detail["loc"] if not str(part).startswith("#")))
    try:
        return Policy.model_validate(kept)
    except ValidationError:
        return None


def _drop(kept: dict[str, Any], path: tuple[Any, ...]) -> None:
    """Remove one part: a setting, a weight; a measure keeps its code and loses the rest."""
    key, inner = path[0], path[1] if len(path) > 1 else None
    value = kept.get(key)
    if key == "measures" and isinstance(value, list) and isinstance(inner, int):
        measure = value[inner]
        code = measure.get("code") if isinstance(measure, Mapping) else None
        kept[key] = [*value[:inner], {"code": code if isinstance(code, str) else ""}, *value[inner + 1 :]]
    elif isinstance(value, dict) and inner in value:
        kept[key] = {name: part for name, part in value.items() if name != inner}
    else:
        kept.pop(key, None)
