"""No build holds anything of a narrower audience: the sample portal with secrets in a third of its entries each.

Every entry that is not public carries a word of its own in its title, summary, tags, text and own fields, and a
file beside it named by that word. Each audience is built, and every byte of it is looked through.
"""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from sites import Site, rebuild

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2]
AUDIENCES = ("public", "unit", "office")
MARK = "密"
ENGLISH = {"标题": "title", "摘要": "summary", "标签": "tags", "附件": "attachments", "可见范围": "visibility"}
FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)


def secret(audience: str, number: int) -> str:
    """A word that stands nowhere else."""
    return f"{MARK}{audience}x{number}x"


def prepare(folder: Path) -> dict[str, str]:
    """A copy of the sample with narrower entries; their paths without ending, and for whom they are."""
    shutil.copytree(SAMPLE / "content", folder / "content")
    policy = folder / "content/_data/policy.yml"
    values = yaml.safe_load(policy.read_text("utf-8"))
    values["rules"] = {"PRV005": "off"}
    policy.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    entries = [path for path in sorted((folder / "content").rglob("*.md")) if "_data" not in path.parts]
    narrower = {}
    for number, path in enumerate(entries):
        audience = AUDIENCES[number % 3]
        found = FRONT.match(path.read_text("utf-8"))
        assert found, path
        given, body = yaml.load(found[1], Loader=yaml.BaseLoader), found[2]  # noqa: S506  # words only
        front = {ENGLISH.get(key, key): value for key, value in given.items()}
        if "visibility" in front:
            audience = front["visibility"]
        if audience == "public":
            continue
        word = secret(audience, number)
        (path.parent / f"{word}.pdf").write_text(word, "utf-8")
        front |= {
            "visibility": audience,
            "title": f"{front.get('title', '')}{word}",
            "summary": word,
            "tags": [*front.get("tags", []), word],
            "extra": {word: word},
            "aliases": [f"old/{word}/"],
            "attachments": [*front.get("attachments", []), {"file": f"{word}.pdf", "title": word}],
        }
        text = f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n{body}\n\n## {word}\n\n{word}\n"
        path.write_text(text, "utf-8")
        narrower[path.relative_to(folder / "content").as_posix().removesuffix(".md")] = audience
    return narrower


def built(folder: Path, audience: str) -> Site:
    (folder / "mkdocs.yml").write_text(
        "site_name: 园地\nsite_url: http://a.example/\ndocs_dir: content\ntheme: {name: yuandi}\n"
        f"plugins:\n  - yuandi: {{as_of: 2026-11-16, audience: {audience}}}\n",
        "utf-8",
    )
    return rebuild(folder, site=f"site-{audience}")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Site], dict[str, str]]:
    folder = tmp_path_factory.mktemp("audiences")
    narrower = prepare(folder)
    return {audience: built(folder, audience) for audience in AUDIENCES}, narrower


@pytest.mark.parametrize(
    ("audience", "hidden"), [("public", ("unit", "office")), ("unit", ("office",)), ("office", ())]
)
def test_no_byte_and_no_name_of_a_narrower_audience(
    audience: str, hidden: tuple[str, ...], sites: tuple[dict[str, Site], dict[str, str]]
) -> None:
    site = sites[0][audience]
    assert site.status == 0, site.said
    words = [f"{MARK}{name}x".encode() for name in hidden]
    leaks = [
        path
        for path, data in site.files().items()
        if any(word in data or word.decode() in path or quoted(word) in data for word in words)
    ]
    assert leaks == []


@pytest.mark.parametrize(("audience", "hidden"), [("public", {"unit", "office"}), ("unit", {"office"})])
def test_no_address_of_a_narrower_entry(
    audience: str, hidden: set[str], sites: tuple[dict[str, Site], dict[str, str]]
) -> None:
    everything = sites[0][audience].files()
    paths = [path for path, whose in sites[1].items() if whose in hidden]
    text = b"\n".join(everything.values())
    assert [path for path in paths if f"{path}/".encode() in text or f"{path}/index.html" in everything] == []


def test_each_audience_sees_its_own(sites: tuple[dict[str, Site], dict[str, str]]) -> None:
    seen = {
        audience: {
            name for name in AUDIENCES if any(f"{MARK}{name}x".encode() in data for data in site.files().values())
        }
        for audience, site in sites[0].items()
    }
    assert seen == {"public": set(), "unit": {"unit"}, "office": {"unit", "office"}}


def quoted(word: bytes) -> bytes:
    """A word as addresses have it."""
    return b"".join(b"%%%02X" % byte if byte > 127 else bytes([byte]) for byte in word)
