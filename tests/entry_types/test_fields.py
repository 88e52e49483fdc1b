"""The table of fields: one Chinese name each, and Chinese files that read as English ones do."""

from collections.abc import Iterator
from typing import Any

import pytest

from yuandi.entry_types import DATA_FILES, TYPES, Assessment, Model, Notice, Plan, Policy, Session, Unit
from yuandi.entry_types.fields import FieldShape, files, models_in, references, shape_of, translate
from yuandi.entry_types.record import Record
from yuandi.front_matter.parse import FRONT_MATTER_DEPTH, parse


def models(root: type[Model]) -> Iterator[type[Model]]:
    """A model and all models inside it."""
    found: list[type[Model]] = [root]
    for model in found:
        found += [one.model for one in shape_of(model).fields.values() if one.model and one.model not in found]
    return iter(found)


ALL = sorted(
    {model for root in [*(one.model for one in TYPES), *(one.model for one in DATA_FILES)] for model in models(root)},
    key=lambda model: model.__qualname__,
)
FIELDS = [
    pytest.param(one, id=f"{model.__name__}.{key}") for model in ALL for key, one in shape_of(model).fields.items()
]


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_names_are_unique_within_a_model(model: type[Model]) -> None:
    """No two fields of a model share a Chinese name, and none is another's key."""
    shape = shape_of(model)
    assert len(shape.by_chinese) == len(shape.fields)
    assert not set(shape.by_chinese) & set(shape.fields)
    assert len(set(shape.words)) == 2 * len(shape.fields)


@pytest.mark.parametrize("one", FIELDS)
def test_field_is_explained(one: FieldShape) -> None:
    """Every field has a Chinese name, one line of help, and choices with unique Chinese names."""
    assert one.chinese
    assert not one.chinese.isascii()
    assert one.help
    assert "\n" not in one.help
    if one.choices:
        labels = [choice.label for choice in one.choices]
        assert len(set(labels)) == len(labels)
        assert all(labels)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_model_is_explained(model: type[Model]) -> None:
    """Every model says in Chinese what it is."""
    assert model.__doc__
    assert (
        any("一" <= character <= "鿿" for character in model.__doc__) or model.__module__ == "yuandi.entry_types.record"
    )


def example(one: FieldShape, *, chinese: bool, above: tuple[type[Model], ...]) -> Any:
    """A value of a field's form, in either language."""
    if one.model:
        value: Any = {} if one.model in above else mapping(one.model, chinese=chinese, above=above)
    elif one.choices:
        first = next(iter(one.choices))
        value = first.label if chinese else first.value
    else:
        value = "值"
    return [value] if one.many else value


def mapping(model: type[Model], *, chinese: bool, above: tuple[type[Model], ...] = ()) -> dict[str, Any]:
    """A mapping with every field of a model."""
    return {
        (one.chinese if chinese else key): example(one, chinese=chinese, above=(*above, model))
        for key, one in shape_of(model).fields.items()
    }


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_field_reads_alike_in_both_languages(model: type[Model]) -> None:
    """Chinese keys and choices become the English ones at every depth; English ones stay."""
    english = mapping(model, chinese=False)
    assert translate(mapping(model, chinese=True), model).values == english
    assert translate(english, model).values == english
    assert translate(english, model).written == {}


def test_types_have_unique_names() -> None:
    """No name, English or Chinese, means two types."""
    names = [word for one in TYPES for word in (one.name, *one.chinese)]
    assert len(set(names)) == len(names) == 22 + sum(len(one.chinese) for one in TYPES)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_type_is_an_entry(kind: Any) -> None:
    """Every type is a record: it has the fields that all entries have."""
    assert issubclass(kind.model, Record)
    assert {"type", "title", "date", "waive", "extra"} <= set(shape_of(kind.model).fields)


def test_translation_keeps_places() -> None:
    """What was written stands beside its English path, so that a place is found again."""
    text = "标题: 甲\n公示期:\n  起: 2026-03-05\n  to: 2026-03-12\n附件:\n  - 文件: a.pdf\n"
    read = parse(text, depth=FRONT_MATTER_DEPTH)
    translated = translate(read.values, Notice)
    assert translated.values == {
        "title": "甲",
        "publicity": {"from": "2026-03-05", "to": "2026-03-12"},
        "attachments": [{"file": "a.pdf"}],
    }
    assert translated.written == {
        ("title",): "标题",
        ("publicity",): "公示期",
        ("publicity", "from"): "起",
        ("attachments",): "附件",
        ("attachments", 0, "file"): "文件",
    }


def test_field_given_in_both_languages_stays_unknown() -> None:
    """Of a field given twice in two languages the Chinese one stays as it is, to be reported."""
    assert translate({"title": "甲", "标题": "乙"}, Notice).values == {"title": "甲", "标题": "乙"}


def test_empty_field_that_may_be_left_out_is_left_out() -> None:
    """`摘要:` without a value says nothing; a required field without one is missing."""
    assert translate({"摘要": None, "tags": None, "title": None}, Notice).values == {"title": None}


def test_free_words_are_not_translated() -> None:
    """Words in free text and in `extra` are nobody's keys or choices."""
    values = {"title": "通知", "extra": {"标题": "公示"}, "kind": "公示"}
    assert translate(values, Notice).values == {"title": "通知", "extra": {"标题": "公示"}, "kind": "publicity"}


def test_weights_of_rules_have_chinese_names() -> None:
    """In `policy.yml` a rule may be switched off in Chinese."""
    assert translate({"规则": {"FM007": "停用"}}, Policy).values == {"rules": {"FM007": "off"}}


@pytest.mark.parametrize(
    "values", [None, "甲", ["甲"], {"公示期": "甲"}, {"附件": {"文件": "a"}}, {"附件": ["甲", None]}]
)
def test_translation_of_other_forms_does_nothing_wrong(values: Any) -> None:
    """What has another form than the model is passed on for the model to refuse."""
    translate(values, Notice)


def test_references_are_found_at_every_depth() -> None:
    """Each reference has its path under English keys, in the order of the fields."""
    plan = Plan.model_validate(
        {
            "type": "plan",
            "title": "甲",
            "date": "2026-01-01",
            "unit": "office",
            "span": {"from": "2026-01-01", "to": "2026-12-31"},
            "tasks": [{"title": "乙", "person": "chen-ming"}, {"title": "丙", "unit": "finance"}],
        }
    )
    assert [(path, word) for path, _, word in references(plan)] == [
        (("unit",), "office"),
        (("tasks", 0, "person"), "chen-ming"),
        (("tasks", 1, "unit"), "finance"),
    ]


def test_references_of_facts_that_changed() -> None:
    """A unit that changed has a reference at each day; one that did not, at the field."""
    from yuandi.entry_types import Person

    moved = Person.model_validate({"id": "a", "name": "甲", "unit": {"2020-01-01": "office", "2025-07-01": "finance"}})
    stayed = Person.model_validate({"id": "a", "name": "甲", "unit": "office"})
    assert [path for path, _, _ in references(moved)] == [("unit", "2020-01-01"), ("unit", "2025-07-01")]
    assert [path for path, _, _ in references(stayed)] == [("unit",)]


def test_files_are_found() -> None:
    """Attachments and tables are files; a table of numbers is none."""
    base = {
        "type": "session",
        "title": "甲",
        "date": "2026-03-05",
        "kind": "lecture",
        "host": "office",
        "start": "2026-03-05",
        "topic": "公文写作",
        "hours": "2",
    }
    table = Session.model_validate(base | {"attendance": "a.csv", "attachments": [{"file": "b.pdf"}]})
    numbers = Session.model_validate(base | {"attendance": {"expected": "3"}})
    assert sorted(name for _, _, name in files(table)) == ["a.csv", "b.pdf"]
    assert list(files(numbers)) == []


def test_models_are_found_at_every_depth() -> None:
    """A unit's children are found with their paths."""
    unit = Unit.model_validate(
        {"id": "a", "name": "甲", "children": [{"id": "b", "name": "乙", "children": [{"id": "c", "name": "丙"}]}]}
    )
    assert [path for path, _ in models_in(unit)] == [(), ("children", 0), ("children", 0, "children", 0)]


def test_word_stands_for_a_mapping() -> None:
    """Where the least of a mapping is one word, the word will do."""
    assessment = Assessment.model_validate(
        {
            "type": "assessment",
            "title": "甲",
            "date": "2026-01-05",
            "period": "2025",
            "items": [{"name": "学习"}],
            "results": [{"ref": "office", "items": ["90"]}],
        }
    )
    assert assessment.results[0].items[0].score == 90
