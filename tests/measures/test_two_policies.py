"""The page about one set of records under two policies shows what the check says."""

import re
from pathlib import Path

from portals import said

PAGE = Path(__file__).parents[2] / "docs/guide/two-policies.md"
BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)


def test_the_page_shows_both_reports(tmp_path: Path) -> None:
    """The same entries under each preset are told what the page says, and the two reports share no line."""
    files: dict[str, str] = {}
    reports = []
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        if block["info"] == "report":
            folder = tmp_path / str(len(reports))
            reports.append(said(folder, files, "zh"))
            assert "".join(f"{line}\n" for line in reports[-1]) == block["text"]
        else:
            files[block["info"].partition(" ")[2]] = block["text"]
    street, office = reports
    assert street
    assert office
    assert not set(street) & set(office)
