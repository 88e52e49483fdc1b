"""Publishing: whole or not at all, and back again; to a folder, and by rsync and ssh to what is played by this machine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from ran import Ran
from ssh import local_ssh
from yuandi.base.errors import YuandiError
from yuandi.publishing.publish import KEPT, Folder, Remote, Target, target_of


def site(folder: Path, word: str, *, pages: int = 20) -> Path:
    """A site all of whose pages say a word, with a file that is always the same."""
    shutil.rmtree(folder, ignore_errors=True)
    for number in range(pages):
        page = folder / f"p{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(word, encoding="utf-8")
    (folder / "index.html").write_text(word, encoding="utf-8")
    (folder / "same.bin").write_bytes(b"x" * 1000)
    (folder / ".gitignore").write_text("*\n")
    return folder


def shown(place: Path) -> str:
    """What readers see on the home page."""
    return (place / "current/index.html").read_text("utf-8")


@pytest.fixture(params=["folder", "remote"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A target at the folder `there`; a blank in its path, in case anybody splits words."""
    place = tmp_path / "there it is"
    if request.param == "folder":
        yield Folder(place)
        return
    if shutil.which("rsync") is None:
        assert not os.environ.get("CI"), "CI needs rsync"
        pytest.skip("no rsync here")
    monkeypatch.setenv("PATH", f"{local_ssh(tmp_path / 'bin')}:{os.environ['PATH']}")
    yield Remote("web@intranet.example", str(place))
    assert set((tmp_path / "bin/hosts").read_text().split()) <= {"web@intranet.example", "intranet.example"}


def test_there_and_back_again(target: Target, tmp_path: Path) -> None:
    """Each release is shown when it is there; the former one comes back, then the one before; what was withdrawn stays so."""
    place = tmp_path / "there it is"
    for number, word in enumerate(("甲", "乙", "丙"), 1):
        target.publish(site(tmp_path / "site", word), f"2026030{number}")
        assert shown(place) == word
    assert target.roll_back() == "20260302"
    assert shown(place) == "乙"
    target.publish(site(tmp_path / "site", "丁"), "20260304")
    assert target.roll_back() == "20260302"
    assert target.roll_back() == "20260301"
    assert shown(place) == "甲"
    with pytest.raises(YuandiError, match="no earlier site"):
        target.roll_back()
    assert not (place / "current/.gitignore").exists()


def test_what_is_the_same_is_stored_once(target: Target, tmp_path: Path) -> None:
    """Files that did not change are links to those of the release before; few releases are kept."""
    place = tmp_path / "there it is"
    for number in range(1, KEPT + 3):
        target.publish(site(tmp_path / "site", f"{number}"), f"2026030{number}")
    kept = sorted(one.name for one in (place / "releases").iterdir())
    assert kept == [f"2026030{number}" for number in range(3, KEPT + 3)]
    same = {(place / "releases" / name / "same.bin").stat().st_ino for name in kept}
    assert len(same) == 1
    assert {(place / "releases" / name / "index.html").read_text() for name in kept} == {*"34567"}


def test_readers_never_see_half_a_site(tmp_path: Path) -> None:
    """While releases come and go the home page and the last one are always there, and of the same release."""
    target, place, stop, seen = Folder(tmp_path / "there"), tmp_path / "there", Event(), []
    target.publish(site(tmp_path / "site", "0"), "0")

    def read() -> None:
        while not stop.is_set():
            release = os.path.realpath(place / "current")
            pages = [Path(release, page).read_text() for page in ("index.html", "p0/index.html", "p19/index.html")]
            seen.append(len(set(pages)))

    reader = Thread(target=read)
    reader.start()
    for number in range(1, 4):
        target.publish(site(tmp_path / "site", f"{number}"), f"{number}")
    stop.set()
    reader.join()
    assert set(seen) == {1}


def test_a_failure_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """A copy that breaks off is not shown, and nothing of it is left."""
    target = Folder(tmp_path / "there")
    target.publish(site(tmp_path / "site", "甲"), "1")
    new = site(tmp_path / "site", "乙")
    (new / "z").symlink_to(tmp_path / "nowhere")
    with pytest.raises(YuandiError, match="site is unchanged"):
        target.publish(new, "2")
    assert shown(tmp_path / "there") == "甲"
    assert [one.name for one in (tmp_path / "there/releases").iterdir()] == ["1"]


def test_a_folder_that_is_somebody_elses(target: Target, tmp_path: Path) -> None:
    """Where `current` is no link nothing is touched."""
    (tmp_path / "there it is/current").mkdir(parents=True)
    with pytest.raises(YuandiError, match="current is not a link"):
        target.publish(site(tmp_path / "site", "甲"), "1")
    assert not (tmp_path / "there it is/current/index.html").exists()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("/srv/garden", Folder(Path("/srv/garden"))),
        ("web@intranet.example:/srv/garden", Remote("web@intranet.example", "/srv/garden")),
        ("intranet:garden", Remote("intranet", "garden")),
        ("web@[fe80::1]:/srv", Remote("web@[fe80::1]", "/srv")),
        ("C:/garden", Folder(Path("C:/garden"))),
        ("./a:b", Folder(Path("./a:b"))),
    ],
)
def test_targets(word: str, expected: Target) -> None:
    """What is a host and what a folder."""
    assert target_of(word) == expected


def test_no_option_passes_for_a_host() -> None:
    """`-oProxyCommand=…:x` is no host."""
    with pytest.raises(YuandiError):
        target_of("-oProxyCommand:x")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it says; without a site it says how to make one."""
    options = ("-d", tmp_path / "site", "--lang", "en", "-p", Path(__file__).parents[2])
    ran = Ran(capsys, "publish", tmp_path / "there", *options)
    assert (ran.status, ran.err) == (2, f"yuandi: There is no site in {tmp_path / 'site'}. Run `yuandi build` first.\n")
    site(tmp_path / "site", "甲")
    ran = Ran(capsys, "publish", tmp_path / "there", *options)
    assert ran.status == 0
    assert ran.out.startswith(f"Published to {tmp_path / 'there'} (20")
    ran = Ran(capsys, "publish", tmp_path / "there", "--rollback", "--lang", "en")
    assert (ran.status, ran.err) == (2, f"yuandi: There is no earlier site in {tmp_path / 'there'}.\n")
