"""`yuandi changes`: what readers will see changed. Every repository is a real one."""

from pathlib import Path

import pytest

from portals import COLUMN, commit, git, write
from ran import Ran

NOTICE = "---\ntype: notice\nkind: notice\ntitle: {}\ndate: 2026-01-05\n---\n\n正文{}。\n"


def notice(title: str, more: str = "") -> str:
    """A notice with this title, and more lines in its front matter."""
    return NOTICE.format(title, title).replace("---\n\n", f"{more}---\n\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal after an afternoon's work; its first commit is of 2026-01-15."""
    names = {"kept": "甲", "edited": "乙_1", "old-name": "丙", "ended": "丁", "deleted": "戊", "draft": "己"}
    files = {f"content/notices/{name}.md": notice(title) for name, title in names.items()}
    write(tmp_path, {**COLUMN, **files, "content/notices/ended.md": notice("丁", "expires: 2026-02-01\n")})
    commit(tmp_path)
    for gone in ("deleted", "old-name"):
        (tmp_path / f"content/notices/{gone}.md").unlink()
    changed = {
        "edited": notice("乙_1") + "又一段。\n",
        "new-name": notice("丙"),
        "added": notice("庚"),
        "hidden": notice("辛", "status: draft\n"),
        "draft": notice("己", "status: draft\n"),
    }
    write(
        tmp_path,
        {
            **COLUMN,
            **files,
            "content/notices/ended.md": notice("丁", "expires: 2026-02-01\n"),
            **{f"content/notices/{name}.md": text for name, text in changed.items()},
        },
    )
    for gone in ("deleted", "old-name"):
        (tmp_path / f"content/notices/{gone}.md").unlink()
    (tmp_path / "content/_data/groups.yml").write_text("[]\n", encoding="utf-8")
    git(tmp_path, "add", "--all")
    return tmp_path


def test_as_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Added, changed, moved, expired and gone, each once; drafts are nobody's news."""
    ran = Ran(capsys, "changes", "HEAD", "-p", root, "--as-of", "2026-03-31")
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out
        == """\
自 HEAD 以来，读者将看到的变化

新增（1 页）
  庚  /notices/added/

修改（1 页）
  乙_1  /notices/edited/

迁移（1 页）
  丙  /notices/old-name/ → /notices/new-name/

到期，移入归档（1 页）
  丁  /notices/ended/

不再显示（2 页）
  戊  /notices/deleted/
  己  /notices/draft/

数据文件有改动，各页随之更新：groups.yml
"""
    )


def test_as_markdown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the site's address pages that are there already are links; titles are no markup."""
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_url: https://garden.example/\n")
    ran = Ran(capsys, "changes", "HEAD", "-p", root, "--as-of", "2026-03-31", "--format", "markdown", "--lang", "en")
    assert (
        ran.out
        == """\
### Changes visible to readers since HEAD

**Added (1)**

- 庚 `/notices/added/`

**Changed (1)**

- [乙\\_1](https://garden.example/notices/edited/)

**Moved (1)**

- 丙 `/notices/old-name/ → /notices/new-name/`

**Expired and moved to the archive (1)**

- [丁](https://garden.example/notices/ended/)

**No longer shown (2)**

- [戊](https://garden.example/notices/deleted/)
- [己](https://garden.example/notices/draft/)

Data files changed, and the pages that use them: groups.yml
"""
    )


def test_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That is said in a sentence; a revision that is not there too."""
    commit(write(tmp_path, {**COLUMN, "content/notices/a.md": notice("甲")}))
    ran = Ran(capsys, "changes", "HEAD", "-p", tmp_path, "--as-of", "2026-03-31", "--lang", "en")
    assert (ran.status, ran.out) == (0, "No changes visible to readers since HEAD\n")
    ran = Ran(capsys, "changes", "v9", "-p", tmp_path, "--lang", "en")
    assert (ran.status, ran.err) == (2, "yuandi: There is no revision `v9`.\n")
