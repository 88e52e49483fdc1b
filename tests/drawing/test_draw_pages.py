"""One process or several, forked or spawned: the same bytes."""

from pathlib import Path

import pytest

from portals import portal
from yuandi.base.slugs import slug
from yuandi.content.site_setup import SiteSetup
from yuandi.drawing import draw_pages as jobs
from yuandi.drawing.draw_pages import Job, run
from yuandi.drawing.page_frames import frames_of
from yuandi.pages import Shown, all_views, frame

pytestmark = pytest.mark.slow

THEME = Path(__file__).parents[2] / "themes/yuandi_theme"


def _job(folder: Path, site: Path) -> Job:
    files = {
        f"content/notices/a{index}.md": f"---\ntitle: 通知{index}\ndate: 2026-03-05\nkind: notice\n---\n\n## 标题\n\n正文`{index}`。\n"
        for index in range(120)
    }
    shown = Shown(portal(folder, files))
    views = tuple(all_views(shown))
    frames = frames_of(views, lambda parts, _: f"<title>{parts.title}</title>{parts.content}")
    setup = SiteSetup(
        site=site,
        template_folders=(str(THEME),),
        extensions=("toc", "tables"),
        extension_options={"toc": {"slugify": slug}},
    )
    return Job(shown=shown, frame=frame(shown), frames=frames, views=views, setup=setup)


def _files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_write_what_one_process_writes(tmp_path: Path, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the work is handed over."""
    one, many = tmp_path / "one", tmp_path / "many"
    list(run(_job(tmp_path / "p", one), workers=1))
    monkeypatch.setattr(jobs, "get_all_start_methods", lambda: [method])
    done = list(run(_job(tmp_path / "q", many), workers=2))
    assert _files(many) == _files(one)
    assert sum(chunk.reference for chunk in done) == 120
