"""The index by this process and by one of its own; after edits, with what is known and what is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from portals import portal
from yuandi.drawing import search_index as apart
from yuandi.drawing.index_order import Before, Indexed, Site
from yuandi.drawing.search_index import indexed
from yuandi.drawing.write import Left
from yuandi.pages import Shown, all_views

pytestmark = pytest.mark.slow

NOTICE = "---\ntitle: {title}\ndate: 2026-03-{day:02}\nkind: notice\nunit: office\n---\n\n{title}的正文。\n"


def shown(folder: Path, titles: list[str]) -> Shown:
    """A portal of some notices."""
    files = {f"content/notices/n{day}.md": NOTICE.format(title=title, day=day) for day, title in enumerate(titles, 1)}
    return Shown(portal(folder, files))


def made(found: Shown, folder: Path, before: Before, known: set[str] | None = None) -> tuple[Indexed, dict[str, bytes]]:
    """The index in a folder, with the texts of the entries whose ids are known, and all its files."""
    texts = {entry.id: f"{entry.record.title}的正文。" for entry in found.everything}
    given = {one: text for one, text in texts.items() if known is None or one in known}
    done = indexed(found, tuple(all_views(found)), given, texts.__getitem__, Site(folder, b"mark"), before)
    paths = sorted(file for file in folder.rglob("*") if file.is_file())
    assert sorted(one.output for one in done.written) == [file.relative_to(folder).as_posix() for file in paths]
    return done, {file.name: file.read_bytes() for file in paths}


@pytest.mark.parametrize("large", [0, 10_000])
def test_every_way_gives_the_same_index(large: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made whole, changed after an edit of one title, made from texts that are known no more: the same bytes."""
    monkeypatch.setattr(apart, "LARGE", large)
    titles = [f"第{number}期读书通知" for number in range(1, 12)]
    first, _ = made(shown(tmp_path / "a", titles), tmp_path / "site", Before(tmp_path / "state"))
    titles[4] = "讀書會預告"
    found = shown(tmp_path / "b", titles)
    _, fresh = made(found, tmp_path / "fresh", Before())
    left = {one.output: Left(one.stat, one.key, one.digest) for one in first.written}
    before = Before(tmp_path / "state", first.key, left)
    done, changed = made(found, tmp_path / "site", before, known={"notices/n5"})
    assert changed == fresh
    assert sum(one.is_new for one in done.written) < len(done.written)
    assert done.key not in {b"", first.key}
    lost = replace(before, key=b"another")
    assert made(found, tmp_path / "site", lost, known=set())[1] == fresh
