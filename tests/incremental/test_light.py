"""What a build need not load: large libraries cost every build of every portal their time and memory."""

import subprocess
import sys

HEAVY = ("numpy", "pypinyin", "opencc", "icalendar")


def test_a_build_begins_without_large_libraries() -> None:
    """They are loaded where there is something to sort by sound, to index, or to put into a calendar."""
    told = f"import sys, yuandi_mkdocs.plugin; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", told], text=True).strip() == "[]"
