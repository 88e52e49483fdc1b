"""`yuandi schema`: one schema, their names, or all of them as files."""

import json
from pathlib import Path

import pytest

from ran import Ran
from yuandi.editing.schema import schemas
from yuandi.entry_types import DATA_FILES, TYPES


def test_one_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """A type by either name, a data file by its own or its path."""
    made = schemas()
    for word, name in (("notice", "notice"), ("通知", "notice"), ("units", "units"), ("_data/units.yml", "units")):
        assert json.loads(Ran(capsys, "schema", word).out) == made[name]


def test_names(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name all are listed, with their Chinese names."""
    lines = Ran(capsys, "schema").out.splitlines()
    assert len(lines) == len(TYPES) + len(DATA_FILES)
    assert (lines[0], lines[-1]) == ("plan  方案", "lexicon  用语")


def test_all_as_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a folder each becomes a file in it."""
    ran = Ran(capsys, "schema", "-o", tmp_path / "s")
    assert ran.out == f"已写入 {tmp_path / 's'}：{len(TYPES) + len(DATA_FILES)} 个文件。\n"
    assert {file.stem for file in (tmp_path / "s").iterdir()} == set(schemas())


def test_an_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen is told what was meant."""
    ran = Ran(capsys, "schema", "notise", "--lang", "en")
    assert (ran.status, ran.err) == (2, "yuandi: There is no type or data file `notise`. Did you mean `notice`?\n")


@pytest.mark.slow
def test_a_new_portal_is_ready_for_vs_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each data file has the schema that its settings name; the command that they start exists."""
    Ran(capsys, "init", tmp_path / "p")
    settings = json.loads((tmp_path / "p/.vscode/settings.json").read_text("utf-8"))
    named = {file: f"content/_data/{Path(file).stem}.yml" for file in settings["yaml.schemas"]}
    assert settings["yaml.schemas"] == named
    assert sorted(Path(file).stem for file in named) == sorted(known.name for known in DATA_FILES)
    for file in named:
        assert json.loads((tmp_path / "p" / file).read_text("utf-8")) == schemas()[Path(file).stem]
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == ["yuandi", "lsp"]
