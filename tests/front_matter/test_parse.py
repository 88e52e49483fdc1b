"""YAML with places: what is read, where it stood, and what is refused with words for an editor."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuandi.front_matter.parse import DATA_DEPTH, FRONT_MATTER_DEPTH, Path, Yaml, parse, split
from yuandi.front_matter.yaml_errors import UnparsableError


def read(text: str, depth: int = FRONT_MATTER_DEPTH) -> Yaml:
    """What is read from a text."""
    return parse(text, depth=depth)


def refusal(text: str, depth: int = FRONT_MATTER_DEPTH) -> tuple[int, str]:
    """The line at which a text is refused, and the words."""
    with pytest.raises(UnparsableError) as caught:
        parse(text, depth=depth)
    return text[: caught.value.start].count("\n") + 1, caught.value.message.en


def test_split_cuts_off_the_front_matter() -> None:
    """The YAML and the body are found with their offsets."""
    text = "---\ntitle: 甲\n---\n正文\n---\n"
    cut = split(text)
    assert (cut.yaml, text[cut.yaml_start :][:5], text[cut.body_start :]) == ("title: 甲\n", "title", "正文\n---\n")


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---  \ntitle: 甲\n--- \n正文", "title: 甲\n", "正文"),
        ("---\n---\n正文", "", "正文"),
        ("---\ntitle: 甲\n...\n正文", "title: 甲\n", "正文"),
        ("---\ntitle: 甲\n---", "title: 甲\n", ""),
        ("正文\n---\n", "", "正文\n---\n"),
        ("", "", ""),
        ("----\n正文", "", "----\n正文"),
        (" ---\n正文", "", " ---\n正文"),
    ],
)
def test_split_of(text: str, yaml: str, body: str) -> None:
    """Front matter begins on line 1 and ends at a line of its own; a text may have none."""
    cut = split(text)
    assert (cut.yaml, text[cut.body_start :]) == (yaml, body)


@pytest.mark.parametrize(
    "text", ["---", "---\n", "---\ntitle: 甲\n", "---\ntitle: 甲\n --- \n", "---\ntitle: 甲\n----\n"]
)
def test_split_wants_the_closing_line(text: str) -> None:
    """Front matter that is never closed is refused at its opening."""
    with pytest.raises(UnparsableError) as caught:
        split(text)
    assert caught.value.start == 0


def test_scalars_stay_text() -> None:
    """What other readers take for numbers, dates or yes and no stays as it was written."""
    values = read("a: no\nb: 010\nc: 1:30\nd: 2026-03-05\ne: 1.50\nf: 0x1F\n").values
    assert values == {"a": "no", "b": "010", "c": "1:30", "d": "2026-03-05", "e": "1.50", "f": "0x1F"}


def test_nothing_is_none() -> None:
    """An empty plain value and `null` are nothing; in quotes they are text."""
    values = read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: |\n  null\n").values
    assert values == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "null\n"}


def test_traps_are_plain_values_that_yaml_1_1_reads_otherwise() -> None:
    """Sexagesimals, octals, underscores and yes and no are traps; quotes and YAML 1.2's own words are none."""
    text = """\
traps: [no, Yes, on, OFF, 1:30, 1:30.5, 010, 0b11, 1_000, 1_0.5]
plain: [true, False, 12, -3, 0, 1.5, .inf, 0x1F, 2026-03-05, 08, ~, 甲, 1e3]
quoted: ["no", '010', "1:30"]
"""
    found = read(text)
    assert list(found.traps) == [("traps", index) for index in range(10)]


def test_duplicates_are_told_once_and_the_first_counts() -> None:
    """A key given again is told at its place; the first value is kept."""
    found = read("a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert found.values == {"a": "1", "b": {"c": "1"}}
    assert sorted((one.key, one.start, one.end) for one in found.duplicates) == [("a", 21, 22), ("c", 15, 16)]


def test_merges_are_read() -> None:
    """`<<` takes over the keys of a mapping or of several; the earlier and the own ones win."""
    text = "甲: &a {x: 1, y: 1}\n乙: &b {y: 2, z: 2}\n丙: {<<: [*a, *b], z: 3}\n丁: {w: 0, <<: *b}\n"
    values = read(text).values
    assert values["丙"] == {"x": "1", "y": "1", "z": "3"}
    assert values["丁"] == {"w": "0", "y": "2", "z": "2"}


@pytest.mark.parametrize("value", ["甲", "[甲]", "[{a: b}, 甲]", "", "[[{a: b}]]"])
def test_merge_of_no_mapping_is_refused(value: str) -> None:
    """`<<` with something else than mappings is told at that thing."""
    assert refusal(f"a: 1\n<<: {value}\n") == (2, "`<<` is not followed by `field: value` pairs.")


def test_keys_that_are_no_text_are_taken_as_written() -> None:
    """Numbers, nothing, lists and mappings as keys are words like any other, for the model to refuse."""
    assert read("1: a\nnull: b\n? [甲, 乙]\n: c\n? {丙: 丁}\n: d\n").values == {
        "1": "a",
        "null": "b",
        "[甲, 乙]": "c",
        "{丙: 丁}": "d",
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: 甲: 乙\n", 1, "The value on this line contains a colon and a space, so it cannot be read."),
        ("type: notice\n标题：甲\ndate: 2026-03-05\n", 2, "The field's name is followed by a full-width colon."),
        ("tags:\n  - 甲\n摘要：乙\n", 3, "The field's name is followed by a full-width colon."),
        ("title:甲\ntype: notice\n", 1, "The colon after the field's name is not followed by a space."),
        ("type: notice\nunit:office\n", 2, "The colon after the field's name is not followed by a space."),
        (
            "type: notice\nunit:\u3000office\ndate: x\n",
            2,
            "The colon after the field's name is not followed by a space.",
        ),
        ("a: |\n  注：甲\nb: c: d\n", 3, "The value on this line contains a colon and a space, so it cannot be read."),
        ("a: http://x\nb: c: d\n", 2, "The value on this line contains a colon and a space, so it cannot be read."),
        ("a:\n\tb: c\n", 2, "This line is indented with a tab, which YAML does not allow."),
        ("a: b\n\tc: d\n", 2, "This line is indented with a tab, which YAML does not allow."),
        ("a: 1\n  b: 2\n", 2, "The indentation of this line does not match the lines before it."),
        (" a: 1\nb: 2\n", 2, "The indentation of this line does not match the lines before it."),
        ('a: 1\nb: "甲\nc: 2\n', 2, "This quotation mark is never closed."),
        ("a: 1\nb: '甲\nc: 2\n", 2, "This quotation mark is never closed."),
        ("a: [甲, 乙\nb: 2\n", 1, "This bracket is never closed, or a comma is missing inside it."),
        ("a: {甲: 乙\n", 1, "This bracket is never closed, or a comma is missing inside it."),
        ("a: @甲\n", 1, "This is not valid YAML (found character that cannot start any token)."),
        ("a: *b\n", 1, "This is not valid YAML (found undefined alias)."),
        ('a: "\\ud800"\n', 1, "This is not valid YAML (found invalid Unicode character escape code)."),
        ("a: b\nc: d\x07e\n", 2, "This control character is not allowed in YAML."),
        ("a: b\nc: \x7f\n", 2, "This control character is not allowed in YAML."),
        ("a: b\nc: d\ufffe\n", 2, "This control character is not allowed in YAML."),
        ("a: b\nc: \ud800\n", 2, "This control character is not allowed in YAML."),
        ("a: &a [*a]\n", 1, "The alias `*a` contains itself."),
        ("a: &a\n  b: *a\n", 2, "The alias `*a` contains itself."),
        ("a: b\n" + "k" * 5000 + ": c\n", 2, "This is not valid YAML (could not find expected ':')."),
        ("a: 1\n--- \nb: 2\n--- \n", 2, "This is not valid YAML (but found another document)."),
    ],
)
def test_refusal(text: str, line: int, message: str) -> None:
    """What cannot be read is refused at the line to look at, in words for an editor."""
    assert refusal(text) == (line, message)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "a: " + "{a: " * 50_000, "- " * 50_000, "a: [" + "[" * 50_000 + "]" * 50_001]
)
def test_deep_nesting_is_refused(text: str) -> None:
    """Fifty thousand brackets are refused, not followed."""
    assert refusal(text) == (1, "The nesting is deeper than 50 levels.")
    assert refusal(text, DATA_DEPTH) == (1, "The nesting is deeper than 200 levels.")


def test_nesting_is_allowed_to_its_bound() -> None:
    """Nesting up to the bound is read."""
    read("[" * 50 + "]" * 50)
    read("[" * 200 + "]" * 200, DATA_DEPTH)
    assert refusal("[" * 51 + "]" * 51)[1] == "The nesting is deeper than 50 levels."


def test_alias_bomb_is_refused() -> None:
    """Aliases that would grow beyond a bound are refused where they do."""
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 10):
        text += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    line, message = refusal(text)
    assert (line, message) == (6, "The content is too large after its aliases are expanded.")


def test_anchors_may_be_used_again() -> None:
    """An alias is the value of its anchor, and both say so."""
    found = read("a: &a {b: c}\nd: *a\n")
    assert found.values == {"a": {"b": "c"}, "d": {"b": "c"}}


def test_large_front_matter_is_refused() -> None:
    """Front matter over 1 MiB is not read; a data file of that size is."""
    text = "a: " + "x" * (1 << 20) + "\n"
    assert refusal(text)[1] == "The front matter is larger than 1 MiB and is not read."
    assert read(text, DATA_DEPTH).values


@pytest.mark.parametrize("text", ["\n---\ntitle: 甲\n---\n", " ---\ntitle: 甲\n---\n", "\n\n  ---\n标题：甲\n---\n"])
def test_split_wants_the_opening_on_line_1(text: str) -> None:
    """Front matter behind blank lines would be shown as text; it is refused at its opening."""
    with pytest.raises(UnparsableError) as caught:
        split(text)
    assert text[caught.value.start :].startswith("---\n")


@pytest.mark.parametrize(
    "text", ["\n---\n正文\n---\n", "\n\n", "正文\n\n---\ntitle: 甲\n---\n", "\n---\n\ntitle: 甲\n"]
)
def test_split_leaves_rules_in_a_text_alone(text: str) -> None:
    """A rule between paragraphs opens no front matter."""
    assert not split(text).has_front_matter


def test_mark_within_shifts_nothing() -> None:
    """A byte order mark that was pasted in before the first key shifts no place."""
    text = "\ufeffa: 1\nb: 2\n"
    assert [text[slice(*place.key)] for place in read(text).places.values()] == ["a", "b"]


def test_offset_shifts_places_and_refusals() -> None:
    """Places and refusals count from the beginning of the file."""
    assert parse("a: 1\n", depth=50, offset=100).places["a",].key == (100, 101)
    with pytest.raises(UnparsableError) as caught:
        parse("a: b: c\n", depth=50, offset=100)
    assert caught.value.start == 104


PIECES = [*"abc甲:：-[]{}&*!|>'\"#%@`,? \n\t\\", "\n  ", "- ", ": ", "<<: ", "\x00", "\ud800", "\U00020bb7"]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(YAML_LIKE | st.text(max_size=60))
def test_parse_raises_nothing_else(text: str) -> None:
    """Whatever the text, it is read or refused at a place within it."""
    refused = None
    try:
        parse(text, depth=FRONT_MATTER_DEPTH)
    except UnparsableError as error:
        refused = error.start
    assert refused is None or 0 <= refused <= len(text)


@given(YAML_LIKE | st.text(max_size=60))
def test_split_raises_nothing_else(text: str) -> None:
    """Whatever the text, it is cut so that nothing is lost, or refused."""
    try:
        cut = split("---\n" + text)
    except UnparsableError:
        return
    assert cut.yaml in text
    assert 0 < cut.body_start <= len(text) + 4


WORDS = st.text(alphabet=string.ascii_lowercase + "甲乙丙𠮷 ", min_size=1, max_size=8).map(str.strip).filter(bool)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=8
)


def written(value: object, indent: int = 0) -> str:
    """A value as YAML in block style, text in quotes."""
    blank = " " * indent
    if isinstance(value, dict) and value:
        return "".join(f'\n{blank}"{key}": {written(item, indent + 2)}' for key, item in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{blank}- {written(item, indent + 2)}" for item in value)
    return {"{}": "{}", "[]": "[]"}.get(str(value), f'"{value}"')


@given(st.dictionaries(WORDS, VALUES, min_size=1, max_size=4))
def test_places_point_at_the_key(values: dict[str, object]) -> None:
    """What was written is read, and every place holds its key, or its item."""
    text = written(values).lstrip("\n") + "\n"
    found = read(text)
    assert found.values == values
    for path, place in found.places.items():
        if isinstance(path[-1], str):
            assert text[slice(*place.key)] == f'"{path[-1]}"'
        item = at(values, path)
        if isinstance(item, str):
            assert text[slice(*place.value)] == f'"{item}"'


def at(values: object, path: Path) -> object:
    """The value at a path."""
    for part in path:
        values = values[part]  # type: ignore[index]
    return values
