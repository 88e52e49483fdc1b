"""What is wrong outside the content ends a build with a sentence, and the site stays as it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from portals import COLUMN, write
from sites import CONFIG, Site, build, rebuild
from yuandi.base.errors import YuandiError
from yuandi.cli.main import group

pytestmark = pytest.mark.slow


def _refused(site: Site) -> str:
    assert site.status == 1, site.said
    assert "Traceback" not in site.said
    return site.said


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (CONFIG.replace("2026-03-31}", "2026-03-31, audience: nosuch}"), "`audience: nosuch` 不在可选的范围之内"),
        (CONFIG.replace("name: yuandi}", "name: material}"), "主题应为 `theme: {name: yuandi}`"),
        (CONFIG + "  - yuandi\n", "两个 yuandi 插件"),
    ],
)
def test_settings_that_cannot_work(tmp_path: Path, config: str, sentence: str) -> None:
    """An unknown audience, another theme, the plugin named twice."""
    assert sentence in _refused(build(tmp_path, {}, config=config))


@pytest.mark.parametrize("name", ["nosuch.html", "yuandi/entry.html"])
def test_a_template_that_is_not_there(tmp_path: Path, name: str) -> None:
    """A plain page names a template that no theme has, or one that is not for plain pages."""
    site = build(tmp_path, {"content/a.md": f"---\ntitle: 页\ntemplate: {name}\n---\n正文\n"})
    assert f"content/a.md：没有 `template: {name}` 这个模板" in _refused(site)


def test_a_folder_with_other_things_is_not_taken_for_a_site(tmp_path: Path) -> None:
    """A folder that holds somebody's files keeps them."""
    write(tmp_path, {"mkdocs.yml": CONFIG})
    thesis = tmp_path / "papers/thesis.docx"
    thesis.parent.mkdir()
    thesis.write_text("years of work")
    assert "不像是网站" in _refused(rebuild(tmp_path, site="papers"))
    assert thesis.read_text() == "years of work"


def test_a_file_in_the_place_of_the_site(tmp_path: Path) -> None:
    """`-d` names a file."""
    write(tmp_path, {"mkdocs.yml": CONFIG, "site": "a file"})
    _refused(rebuild(tmp_path))
    assert (tmp_path / "site").read_text() == "a file"


def test_a_full_disc(tmp_path: Path) -> None:
    """Styles are written where there is no room: a sentence, as for our own pages."""
    write(tmp_path, {"mkdocs.yml": CONFIG})
    (tmp_path / "site/assets/stylesheets").mkdir(parents=True)
    (tmp_path / "site/index.html").touch()
    (tmp_path / "site/assets/stylesheets/yuandi.css").symlink_to("/dev/full")
    said = _refused(rebuild(tmp_path))
    assert "写不了" in said
    assert "yuandi.css" in said


def test_without_the_plugin_nothing_is_built(tmp_path: Path) -> None:
    """MkDocs alone would publish drafts and data."""
    write(tmp_path, {"mkdocs.yml": "site_name: x\ndocs_dir: content\n"})
    with pytest.raises(YuandiError, match="does not name the plugin"):
        CliRunner().invoke(group, ["build", str(tmp_path)], catch_exceptions=False)
    assert not (tmp_path / "site").exists()


def test_what_plain_pages_say_of_themselves_is_escaped(tmp_path: Path) -> None:
    """A title or description of a plain page is text, also in the head."""
    head = (
        '---\ntype: page\ntitle: "x<img src=x onerror=alert(1)>"\ndescription: "a\\"><script>alert(1)</script>"\n---\n'
    )
    page = build(tmp_path, {"content/a.md": f"{head}正文\n"}).page("a")
    assert page.css("[onerror]") == []
    assert not any("alert" in (node.text() or "") for node in page.css("script"))
    assert page.css_first("h1").text() == "x<img src=x onerror=alert(1)>"


def test_every_page_is_in_the_sitemap(tmp_path: Path) -> None:
    """With an address of the site, entries and generated pages stand in it with their days."""
    notice = {**COLUMN, "content/notices/a.md": "---\ntitle: 甲\ndate: 2026-03-05\nkind: notice\n---\n"}
    site = build(tmp_path, notice, config=CONFIG + "site_url: https://example.org/garden/\n")
    text = (site.root / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://example.org/garden/notices/a/</loc>\n         <lastmod>2026-03-05</lastmod>" in text
    assert "<loc>https://example.org/garden/columns/notices/</loc>\n         <lastmod>2026-03-31</lastmod>" in text
