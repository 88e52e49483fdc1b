"""Former addresses lead on: by a page without a server, by a map with nginx; a link to one leads to the new place."""

from pathlib import Path

from portals import portal, said
from yuandi.outputs.redirects import redirects
from yuandi.pages import Shown


def notice(more: str, body: str = "正文。") -> str:
    return f"---\ntype: notice\nkind: notice\ntitle: 新<通知>\ndate: 2026-03-05\nunit: office\n{more}---\n\n{body}\n"


def made(folder: Path, files: dict[str, str], config: str | None = None) -> dict[str, str]:
    config = config or "site_name: 园地\ndocs_dir: content\nplugins: [yuandi]\n"
    return {export.output: export.text for export in redirects(Shown(portal(folder, {"mkdocs.yml": config, **files})))}


def test_each_alias_has_a_page_that_leads_on(tmp_path: Path) -> None:
    found = made(tmp_path, {"content/notices/新.md": notice("id: notices/new\naliases: [old/place/, old/b, c.html]\n")})
    assert sorted(found) == ["c.html", "old/b/index.html", "old/place/index.html", "redirects.map"]
    page = found["old/place/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../notices/%E6%96%B0/">' in page
    assert '<a href="../../notices/%E6%96%B0/">新&lt;通知&gt;</a>' in page
    assert "url=notices/%E6%96%B0/" in found["c.html"]


def test_the_map_has_whole_paths(tmp_path: Path) -> None:
    config = "site_name: 园地\nsite_url: http://a.example/xuexi/\ndocs_dir: content\nplugins: [yuandi]\n"
    found = made(tmp_path, {"content/notices/a.md": notice('aliases: ["旧/地$址/"]\n')}, config)
    assert found["redirects.map"] == '"/xuexi/旧/地\\$址/" "/xuexi/notices/a/";\n'


def test_who_has_no_page_redirects_nobody(tmp_path: Path) -> None:
    assert not made(tmp_path, {"content/notices/a.md": notice("visibility: office\naliases: [old/]\n")})


def test_an_address_that_is_in_use_is_never_taken(tmp_path: Path) -> None:
    files = {
        "content/notices/a.md": notice("aliases: [notices/b/, archive/]\n"),
        "content/notices/b.md": notice(""),
    }
    assert not made(tmp_path, files)


def test_a_link_to_a_former_address_is_no_broken_link(tmp_path: Path) -> None:
    files = {
        "content/notices/a.md": notice("aliases: [old/place/]\n"),
        "content/notices/b.md": notice("", "见[旧通知](/old/place/)。"),
    }
    assert said(tmp_path, files) == []
