"""Questions in a terminal about a new entry: its required fields, each with a proposal, and each answer checked."""

from typing import Annotated, Any

import click
from pydantic import TypeAdapter, ValidationError

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.editing.new_entry import BLANK, proposal, to_ask
from yuandi.entry_types import TYPES, EntryType, type_named
from yuandi.entry_types.fields import FieldShape
from yuandi.portal.portal import Portal


def ask_type(lang: Lang) -> str:
    """Ask for the type, by number or name."""
    for number, known in enumerate(TYPES, 1):
        click.echo(f"{number:3} {known.label}  {known.name}")

    def chosen(answer: str) -> str:
        if answer.isdigit() and 0 < int(answer) <= len(TYPES):
            return TYPES[int(answer) - 1].name
        if type_named(answer) is None:
            raise click.BadParameter(answer)
        return answer

    word: str = click.prompt(Text("类型（编号或名称）", "Type (number or name)").say(lang), value_proc=chosen)
    return word


def ask_fields(portal: Portal, kind: EntryType, word: str, *, chinese: bool, lang: Lang) -> dict[str, Any]:
    """Ask for the required fields that hold one value, and return them by English key. An empty answer takes the proposal."""
    return {field.key: _ask(portal, kind, field, chinese=chinese, lang=lang) for field in to_ask(kind, word)}


def _ask(portal: Portal, kind: EntryType, field: FieldShape, *, chinese: bool, lang: Lang) -> Any:
    name = field.chinese if chinese else field.key
    click.echo(f"\n{field.help}")
    if field.choices:
        words = [choice.label if chinese else choice.value for choice in field.choices]
        return click.prompt(name, type=click.Choice(words), default=words[0])

    proposed = proposal(portal, field, chinese=chinese)

    def checked_answer(answer: str) -> Any:
        if answer == str(proposed):
            return proposed
        return _referred(portal, field, answer, lang) if field.refers else _valid(kind, field, answer, lang)

    return click.prompt(name, default=None if proposed == BLANK else proposed, value_proc=checked_answer)


def _referred(portal: Portal, field: FieldShape, answer: str, lang: Lang) -> str:
    """Return the id of the target that an answer names. Raises click.BadParameter if there is none."""
    refers = field.refers
    found = portal.target(refers, answer) if refers else None
    if found is not None:
        return str(getattr(found, "id", None) or answer)
    if refers and refers.or_text:
        return answer
    words = (
        [word for kind in refers.kinds if kind not in {"entry", "measure"} for word in _words(portal, kind)]
        if refers
        else []
    )
    hint = did_you_mean(answer, words, Text("", "")).say(lang)
    raise click.BadParameter(Text(f"没有 `{answer}`。{hint}", f"There is no `{answer}`. {hint}").say(lang))


def _words(portal: Portal, kind: str) -> set[str]:
    directory = portal.directory(kind)
    return {*directory.by_id, *directory.by_name}


def _valid(kind: EntryType, field: FieldShape, answer: str, lang: Lang) -> str:
    """Return an answer that is valid for the field. Raises click.BadParameter for any other."""
    info = kind.model.model_fields[field.attribute]
    try:
        annotation: Any = Annotated[info.annotation, None, *info.metadata]
        TypeAdapter(annotation).validate_python(answer)
    except ValidationError:
        raise click.BadParameter(
            Text(f"`{answer}` 不合要求。", f"`{answer}` is not a valid value.").say(lang)
        ) from None
    return answer


def need(word: str | None, name: str) -> str:
    """Return an argument that is required without a terminal. Raises YuandiError if it is missing."""
    if word is None:
        raise YuandiError(Text(f"请写明 {name}。", f"{name} is missing."))
    return word
