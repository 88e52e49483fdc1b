"""Flat front matter is read as the YAML parser reads it, or not at all."""

import random
from pathlib import Path

import pytest

from yuandi.front_matter.fast_path import flat
from yuandi.front_matter.parse import FRONT_MATTER_DEPTH, Yaml, parse, split
from yuandi.front_matter.yaml_errors import UnparsableError

SEED = 20261121
ROUNDS = 20_000
_PIECES = (
    "title", "标题", "date", "类型", "a-b", "null", "yes", "on", "~", "2026-03-05", "007", "1_000", "1:30", "12:30:45", "0x1f",
    "1e3", ".5", "+1", "-", "是", "否", "通知", "第１期", "关于（试行）的通知", "〔2026〕3号", "a b", "a  b", "http://x.cn", "a:b", "a: b",
    "x #y", "x#y", "“引”", "'q'", '"q"', "[a, b]", "[甲, 乙,丙]", "[a,, b]", "[]", "[ a ]", "[null, yes, 1:30]", "{a: b}", "&x", "*x", "!!str", "|",
    ">", "%", "@", "`", "- ", "? ", ": ", ":", "，", "。", "\t", " ", "  ", "\n", "\n\n", "\n  ", "#", "---", "...", "\u3000", "\u00a0", "\u2028",
    "{a: b, c: 甲}", "{甲: 007, b: yes}", "{a: b, a: c}", "{a: b,c: d}", "{a: , b: c}", "{a: b c}", "{a:b}", "{a: [b]}", "{a: {b: c}}",
    "\n- 甲", "\n  - 甲\n  - no", "\n  - {a: b}\n  - {c: 1:30, d: null}", "\n  - a: b", "\n - 甲\n  - 乙", "\n  甲", "{", "}", "{a: b}x", "\n- ",
    "é", "\U00020bb7", "=", "<<", "/", "+", "_", "a_b", "A/B-c.md", "key:", "y", "n", "Off", "TRUE",
)  # fmt: skip


def _same(text: str) -> bool:
    """Whether a text is flat; if so, it is read alike."""
    found = flat(text)
    if found is None:
        return False
    try:
        wanted = parse(text, depth=FRONT_MATTER_DEPTH)
    except UnparsableError:
        pytest.fail(f"the parser refuses {text!r}")
    assert found == Yaml(wanted.values, {}, wanted.duplicates, wanted.traps), (SEED, text)
    return True


def test_the_sample_portal_is_read_alike() -> None:
    """Every entry of the sample portal whose front matter is flat; there are some."""
    files = sorted((Path(__file__).parents[2] / "content").rglob("*.md"))
    assert sum(_same(split(file.read_text("utf-8")).yaml) for file in files) > 20


def test_random_front_matter_is_read_alike() -> None:
    """Lines of a key and of whatever may stand behind it."""
    rng = random.Random(SEED)  # noqa: S311  # texts, no secrets
    seen = 0
    for _ in range(ROUNDS):
        lines = []
        for _ in range(rng.randint(1, 3)):
            value = "".join(rng.choice(_PIECES) for _ in range(rng.choice((1, 1, 1, 2, 3))))
            key = rng.choice((rng.choice(_PIECES), rng.choice(("title", "标题", "date", "a-b"))))
            lines.append(f"{key}{rng.choice((': ', ': ', ':', ':  ', ''))}{value}")
        seen += _same("\n".join(lines) + rng.choice(("\n", "\n", "\n", "")))
    assert seen > ROUNDS / 100


@pytest.mark.parametrize("character", [chr(code) for code in (*range(0x20, 0x250), 0x2014, 0x3001, 0xFF1A, 0xFEFF)])
def test_no_character_means_anything_else(character: str) -> None:
    """Any character before, within, between and after words."""
    for word in (
        f"{character}词",
        f"词{character}词",
        f"词 {character}词",
        f"词{character} 词",
        f"词{character}",
        character,
    ):
        _same(f"标题: {word}\n")
        _same(f"tags: [甲, {word}]\n")
        _same(f"span: {{from: {word}, to: {word}}}\n")
        _same(f"items:\n  - {word}\n  - {{name: {word}, {word}: 甲}}\n")
        _same(f"{word}: 词\n")
