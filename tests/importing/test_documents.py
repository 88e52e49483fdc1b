"""Twenty-five documents as offices have them, each beside the entry that a careful editor would have written.

What is expected stands whole in `expected/`: the paths, the entry, the files beside it, and the list of what to check.
"""

from pathlib import Path

import pytest

from importing.documents import BESIDE, DOCUMENTS
from portals import portal
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.importing import ImportJob, Proposal, Source, proposals
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> PlannedPortal:
    """The little portal into which everything is imported."""
    return portal(tmp_path_factory.mktemp("portal"), {})


def drawn(made: Proposal) -> str:
    """A proposal as text."""
    files = "".join(
        f"+ {name}\n" + (data.decode("utf-8") if name.endswith(".csv") else "") for name, data in made.files.items()
    )
    notes = "".join(f"- {note.zh}\n" for note in made.notes)
    return f"{made.path}\n{made.text}{files}{notes}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_entry(name: str, home: PlannedPortal) -> None:
    """The whole entry is as it should be."""
    made = proposals(ImportJob(home), Source(name, DOCUMENTS[name], BESIDE.get))
    assert "".join(map(drawn, made)) == (EXPECTED / f"{name}.txt").read_text("utf-8")


def test_nothing_is_expected_in_vain() -> None:
    """Each expected file is of a document."""
    assert {file.name.removesuffix(".txt") for file in EXPECTED.iterdir()} == set(DOCUMENTS)


def test_the_check_passes_but_for_the_list(tmp_path: Path) -> None:
    """All entries together in one portal: the check finds nothing of which no list has warned."""
    home = portal(tmp_path, {})
    job = ImportJob(home)
    warned: dict[str, str] = {}
    for name, data in DOCUMENTS.items():
        for made in proposals(job, Source(name, data, BESIDE.get)):
            if made.is_draft:
                file = tmp_path / "content" / made.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(made.text.replace("status: draft", "status: published"), "utf-8")
                for beside, content in made.files.items():
                    (file.parent / beside).write_bytes(content)
                warned[f"content/{made.path}"] = " ".join(note.en for note in made.notes)
    found = check(read_portal(read_settings(tmp_path), home.as_of)).findings
    unsaid = [
        one for one in found if one.at.file in warned and not _is_said(one.code, one.message.en, warned[one.at.file])
    ]
    assert unsaid == []


def _is_said(code: str, message: str, notes: str) -> bool:
    """Whether the list names a finding: by its code, or as a field that was not found."""
    return code in notes or (code == "FM003" and "Not found" in notes) or message in notes
