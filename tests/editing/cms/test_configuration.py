"""What Decap is told: a form for every type with Chinese labels and help, and where a save goes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from portals import COLUMN, lines, portal, report
from ran import Ran
from seen import entry
from yuandi.base.errors import YuandiError
from yuandi.editing.cms.pages import pages
from yuandi.entry_types import TYPES
from yuandi.pages import Shown


def configuration(folder: Path, cms: str = "{backend: local}", **files: str) -> dict[str, Any]:
    """The configuration of a portal with one plain page."""
    config = f"site_name: 甲\ndocs_dir: content\nplugins: [{{yuandi: {{cms: {cms}}}}}]\n"
    page = {"content/help/about.md": "# 关于\n\n正文。\n"}
    told: dict[str, Any] = yaml.safe_load(
        pages(Shown(portal(folder, {"mkdocs.yml": config, **page, **files})))["config.yml"]
    )
    return told


def collection(told: dict[str, Any], name: str) -> dict[str, Any]:
    """A collection by name."""
    found: dict[str, Any] = next(one for one in told["collections"] if one["name"] == name)
    return found


def test_every_type_has_a_form(tmp_path: Path) -> None:
    """Types have a folder each; plain pages are listed one by one."""
    told = configuration(tmp_path)
    assert [one["name"] for one in told["collections"]] == [known.name for known in TYPES]
    page = collection(told, "page")
    assert [(one["name"], one["label"], one["file"]) for one in page["files"]] == [
        ("help-about", "关于", "content/help/about.md")
    ]
    for one in told["collections"][:-1]:
        names = [field["name"] for field in one["fields"]]
        assert len(names) == len(set(names)), one["name"]
        assert {"type", "title", "date", "body"} <= set(names)


def test_a_form(tmp_path: Path) -> None:
    """Each kind of field has its widget; what only a text editor can write has none."""
    fields = {field["name"]: field for field in collection(configuration(tmp_path), "notice")["fields"]}
    units = [{"label": "云泽县支行", "value": "yunze"}, {"label": "办公室", "value": "office"}]
    units += [{"label": "财务科", "value": "finance"}]
    assert fields["unit"] == {
        "name": "unit", "label": "单位", "hint": "发布单位", "required": False, "widget": "select", "options": units,
    }  # fmt: skip
    assert fields["kind"]["options"][2] == {"label": "公示", "value": "publicity"}
    assert (fields["date"]["widget"], fields["date"]["format"], fields["date"]["default"]) == (
        "datetime", "YYYY-MM-DD", "{{now}}",
    )  # fmt: skip
    assert [one["name"] for one in fields["attachments"]["fields"]] == ["file", "title"]
    assert fields["tags"]["field"]["widget"] == "string"
    assert fields["publicity"]["fields"][0]["required"] is False
    assert "extra" not in fields
    sessions = {field["name"]: field for field in collection(configuration(tmp_path), "session")["fields"]}
    assert "attendance" not in sessions
    assert sessions["host"]["options"] == [*units, {"label": "学习型组织建设领导小组", "value": "study-group"}]
    change = {field["name"]: field for field in collection(configuration(tmp_path), "honour-change")["fields"]}
    assert (change["honour"]["widget"], change["honour"]["value_field"]) == ("relation", "honours/{{slug}}")


@pytest.mark.parametrize(
    ("cms", "backend"),
    [
        ("{backend: local}", {"name": "proxy", "proxy_url": "http://localhost:8081/api/v1", "branch": "main"}),
        (
            "{backend: gitea, url: 'https://git.example/', repo: a/b, app_id: x, branch: trunk}",
            {
                "name": "gitea", "repo": "a/b", "branch": "trunk", "app_id": "x", "base_url": "https://git.example",
                "api_root": "https://git.example/api/v1",
            },
        ),
        (
            "{backend: gitlab, url: 'https://git.example', repo: a/b, app_id: x}",
            {
                "name": "gitlab", "repo": "a/b", "branch": "main", "app_id": "x", "base_url": "https://git.example",
                "api_root": "https://git.example/api/v4", "auth_type": "pkce",
            },
        ),
    ],
)  # fmt: skip
def test_back_ends(cms: str, backend: dict[str, str], tmp_path: Path) -> None:
    """A server on the writer's own machine, or a code host."""
    told = configuration(tmp_path, cms)["backend"]
    assert told.pop("commit_messages")["update"] == "修改{{collection}}：{{slug}}"
    assert told == backend


def test_a_portal_within_a_repository(tmp_path: Path) -> None:
    """`folder` says where in the repository the portal is."""
    told = configuration(tmp_path, "{backend: local, folder: sites/garden}")
    assert collection(told, "notice")["folder"] == "sites/garden/content/notices"
    assert collection(told, "page")["files"][0]["file"] == "sites/garden/content/help/about.md"


@pytest.mark.parametrize(
    ("cms", "said"),
    [
        ("{backend: github}", "mkdocs.yml: `cms` accepts only local or gitea or gitlab."),
        ("{backnd: local}", "mkdocs.yml: `cms` accepts only backend, url, repo, branch, app_id, folder."),
        ("{backend: gitea, url: 'https://a'}", "mkdocs.yml: `cms` with gitea also needs `repo`, `app_id`."),
    ],
)
def test_wrong_settings(cms: str, said: str, tmp_path: Path) -> None:
    """What is missing or unknown is said in a sentence."""
    with pytest.raises(YuandiError) as raised:
        configuration(tmp_path, cms)
    assert raised.value.text.en == said


def test_scripts_are_no_orphans(tmp_path: Path) -> None:
    """Files in content/admin are those of the page for writing, where there is one."""
    files = {**COLUMN, "content/notices/a.md": entry("kind: notice"), "content/admin/decap-cms.js": "甲"}
    config = "site_name: 甲\ndocs_dir: content\nplugins: [{yuandi: {cms: {backend: local}}}]\n"
    assert lines(report(tmp_path / "a", {**files, "mkdocs.yml": config})) == []
    assert [line[:50] for line in lines(report(tmp_path / "b", files))] == [
        "content/admin/decap-cms.js:1:1 info REF006 Nothing"
    ]


def test_packages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A package that is missing or changed is refused, and nothing is written."""
    root = tmp_path / "portal"
    Ran(capsys, "init", root)
    packages = tmp_path / "packages"
    packages.mkdir()
    ran = Ran(capsys, "cms", root, "--from", packages, "--lang", "en")
    assert (ran.status, ran.err) == (
        2,
        f"yuandi: There is no {packages / 'decap-cms-3.16.3.tgz'}. "
        "Download it with `npm pack` on a machine with a network and put it into this folder.\n",
    )
    (packages / "decap-cms-3.16.3.tgz").write_bytes(b"x")
    ran = Ran(capsys, "cms", root, "--from", packages, "--lang", "en")
    assert (ran.status, ran.err) == (
        2,
        "yuandi: decap-cms-3.16.3.tgz does not match its checksum (SHA-512) and was not used. Use another source.\n",
    )
    ran = Ran(capsys, "cms", root, "--registry", "file:///etc", "--lang", "en")
    assert ran.status == 2
    assert not (root / "content/admin").exists()
