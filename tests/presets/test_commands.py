"""Presets on the command line: `yuandi explain NAME` and `yuandi init --preset NAME`."""

from pathlib import Path

import pytest

from presets.tables import PRESETS, table
from yuandi.cli.main import main


def ran(*arguments: str | Path) -> int:
    """The status with which a command ends."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize("name", PRESETS)
def test_explain_shows_the_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A preset is explained by its name, in the language asked for."""
    assert ran("explain", name) == 0
    assert table(name) in capsys.readouterr().out
    assert ran("explain", name.upper(), "--lang", "en") == 0
    english = capsys.readouterr().out
    assert english.startswith(f"# {name} · ")
    assert "| 条款 |" not in english


@pytest.mark.parametrize("name", PRESETS)
def test_init_adopts_a_preset(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A portal begun with a preset extends it, and has nothing wrong."""
    assert ran("init", tmp_path / "garden", "--preset", name) == 0
    policy = (tmp_path / "garden/content/_data/policy.yml").read_text(encoding="utf-8")
    assert f"\nextends: [{name}]\n" in policy
    capsys.readouterr()
    assert ran("check", tmp_path / "garden", "--strict", "--as-of", "2026-03-31") == 0
    assert capsys.readouterr().out == "检查完成（2026-03-31）：没有发现问题。\n"


def test_init_without_a_preset_extends_none(tmp_path: Path) -> None:
    """Nobody's numbers are adopted unasked."""
    assert ran("init", tmp_path / "garden") == 0
    assert "extends" not in (tmp_path / "garden/content/_data/policy.yml").read_text(encoding="utf-8")


def test_init_refuses_an_unknown_preset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name is refused with the nearest, before anything is written."""
    assert ran("init", tmp_path / "garden", "--preset", "vilage") == 2
    assert capsys.readouterr().err == (
        f"yuandi: 没有名为 `vilage` 的预设。是否应为 `village`？随附的有 {'、'.join(PRESETS)}。\n"
    )
    assert not (tmp_path / "garden").exists()
