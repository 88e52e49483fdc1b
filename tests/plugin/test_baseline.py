"""A portal that adopts the tool late: what stands in the baseline does not keep it from being built."""

from pathlib import Path

import pytest

from portals import write
from sites import CONFIG, build, quickly, rebuild
from yuandi.base.baseline import FILE
from yuandi.cli.main import main

pytestmark = pytest.mark.slow

A = "content/notices/a.md"
OLD = "---\ntype: notice\nkind: notice\ntitle: 甲\ndate: 2026-03-05\nunit: nowhere\n---\n\n正文。\n"


def baseline(folder: Path) -> None:
    """Take down what stands today."""
    with pytest.raises(SystemExit):
        main(["baseline", str(folder), "--as-of", "2026-03-31"])


def test_old_errors_let_a_portal_be_built(tmp_path: Path) -> None:
    """An error of the baseline is no obstacle; a new one is, and so is the old one when the baseline goes."""
    write(tmp_path, {"mkdocs.yml": CONFIG, A: OLD})
    assert rebuild(tmp_path).status == 1
    baseline(tmp_path)
    site = rebuild(tmp_path)
    assert site.status == 0, site.said
    assert "另有 1 个问题在基线中，没有列出。" in site.said
    (tmp_path / A).write_text(OLD.replace("unit: nowhere", "unit: nowhere\ncolumn: none"), encoding="utf-8")
    assert rebuild(tmp_path).status == 1
    (tmp_path / A).write_text(OLD, encoding="utf-8")
    (tmp_path / FILE).unlink()
    assert rebuild(tmp_path).status == 1


def test_quick_builds_leave_a_baseline_to_full_ones(tmp_path: Path) -> None:
    """Where findings stand in a baseline an edit is built in full, and the baseline is a file that decides."""
    write(tmp_path, {"mkdocs.yml": CONFIG, A: OLD})
    baseline(tmp_path)
    assert build(tmp_path, {"mkdocs.yml": CONFIG, A: OLD}).status == 0
    unchanged = quickly(tmp_path)
    assert unchanged
    assert unchanged.report
    assert unchanged.report.baseline
    (tmp_path / A).write_text(OLD.replace("正文", "另一段正文"), encoding="utf-8")
    assert quickly(tmp_path) is None
    assert rebuild(tmp_path).status == 0
    (tmp_path / FILE).unlink()
    assert quickly(tmp_path) is None
