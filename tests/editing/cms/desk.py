"""`entry.js` without a browser: what it makes of entries, in Node."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from yuandi.editing.cms.scripts import SCRIPTS, scripts

PACKAGES = Path(__file__).parents[2] / "web" / "node_modules"
_RUN = """
const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");
const [folder, names] = process.argv.slice(1);
const formats = {};
const CMS = { registerCustomFormat: (name, _, format) => { formats[name] = format; }, registerEventListener() {}, init() {} };
const context = { window: { CMS }, console: { error() {} }, document: { getElementById: () => ({ remove() {} }) } };
context.self = context.globalThis = context.window;
for (const file of [names, `${folder}/js-yaml.min.js`, `${folder}/entry.js`]) {
  runInNewContext("var self = window; var jsyaml = window.jsyaml;" + readFileSync(file, "utf8"), context);
}
const made = JSON.parse(readFileSync(0, "utf8")).map(({ type, text, edits, order }) => {
  const format = formats[`yuandi-${type}`];
  return format.toFile({ ...(text === null ? {} : format.fromFile(text)), ...edits }, order);
});
console.log(JSON.stringify(made));
"""


def packages() -> Path:
    """Where the packages of npm are. Without them the tests are skipped; in CI that is a failure."""
    if shutil.which("node") is None or not all((PACKAGES / one.file).is_file() for one in SCRIPTS):
        if os.environ.get("CI"):
            pytest.fail("The packages of Decap CMS are missing; `make web` gets them.")
        pytest.skip("The packages of Decap CMS are missing; `make web` gets them.")
    return PACKAGES


@cache
def _folder() -> Path:
    folder = Path(mkdtemp())
    for name, data in scripts("", packages()):
        (folder / name).write_bytes(data)
    return folder


def written(pages: Mapping[str, str], asked: Sequence[tuple[str, str | None, Mapping[str, Any]]]) -> list[str]:
    """What is written of entries: of each its type, its text or None for a new one, and what is edited."""
    folder = _folder()
    for name in ("entry.js", "names.js"):
        (folder / name).write_text(pages[name], encoding="utf-8")
    told = [{"type": type_, "text": text, "edits": edits, "order": list(edits)} for type_, text, edits in asked]
    ran = subprocess.run(
        ["node", "-e", _RUN, str(folder), str(folder / "names.js")],
        input=json.dumps(told), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    made: list[str] = json.loads(ran.stdout)
    return made
