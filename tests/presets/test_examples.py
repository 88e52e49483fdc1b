"""Under each preset a small portal: what the check says of it, and every verdict of its measures, word for word.

The portals lie in `examples` and can be run as they are, from their folder: `yuandi check > check.txt`,
`yuandi measures --format csv > measures.csv` write what is expected of them.
"""

from csv import reader
from io import StringIO
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from presets.tables import PRESETS
from yuandi.cli.main import main

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own settings reaches the commands."""
    for name in ("YUANDI_LANG", "YUANDI_AS_OF", "SOURCE_DATE_EPOCH", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def example(name: str, tmp_path: Path) -> Path:
    """A copy of a portal, as what the commands remember lies beside it."""
    return Path(copytree(EXAMPLES / name, tmp_path / name, ignore=ignore_patterns(".yuandi")))


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """What a command prints."""
    with pytest.raises(SystemExit):
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return str(out)


@pytest.mark.parametrize("name", PRESETS)
def test_check(name: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check reports what is not as the preset has it, and nothing else."""
    assert said(capsys, "check", example) == (EXAMPLES / name / "check.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PRESETS)
def test_measures(name: str, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every verdict is the one that stands beside the portal."""
    table = said(capsys, "measures", example, "--format", "csv")
    assert list(reader(StringIO(table))) == rows(name)


@pytest.mark.parametrize("name", PRESETS)
def test_states(name: str) -> None:
    """A portal shows what is met, what is not or not yet, and what nothing is known of."""
    states = {state for _, _, _, _, state, *_ in rows(name)[1:]}
    assert {"达到", "没有记录"} <= states
    assert states & {"不符", "进行中"}


def rows(name: str) -> list[list[str]]:
    """The table of verdicts beside a portal."""
    return list(reader(StringIO((EXAMPLES / name / "measures.csv").read_text(encoding="utf-8"))))
