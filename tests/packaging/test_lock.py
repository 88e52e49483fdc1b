"""The lock file knows what pyproject.toml asks for: `make setup` installs from it without asking again."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


def asked(lines: list[str]) -> set[tuple[str, str]]:
    """Names and versions of requirements."""
    return {(wanted.name.lower(), str(wanted.specifier)) for wanted in map(Requirement, lines)}


def locked(entries: list[dict[str, str]]) -> set[tuple[str, str]]:
    """The same of the lock file, where a requirement is a table."""
    return asked([f"{entry['name']}{entry.get('specifier', '')}" for entry in entries])


def test_the_lock_is_of_these_requirements() -> None:
    """Run `.tools/bin/uv lock` after a change of the requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    (own,) = (package["metadata"] for package in packages if package["name"] == "yuandi")
    needed = [project["project"]["dependencies"], *project["project"]["optional-dependencies"].values()]
    assert locked(own["requires-dist"]) == asked([line for lines in needed for line in lines])
    assert {name: locked(entries) for name, entries in own["requires-dev"].items()} == {
        name: asked(lines) for name, lines in project["dependency-groups"].items()
    }
