"""Editing in the browser with Decap CMS: its configuration and its page, made from the models and the portal.

`entry.js` does what Decap cannot: it reads and writes entries so that only edited parts change. `yuandi cms` puts the
scripts of Decap from npm into the portal.
"""

import json
from importlib.resources import files

from yuandi.editing.cms.configuration import configuration
from yuandi.editing.cms.names import names
from yuandi.pages import Shown

__all__ = ["pages"]


def pages(shown: Shown) -> dict[str, str]:
    """Return the files of the CMS page by name, without the scripts of Decap."""
    resources = files("yuandi.editing") / "cms"
    described = json.dumps(names(shown), ensure_ascii=False, separators=(",", ":"))
    return {
        "index.html": (resources / "index.html").read_text("utf-8"),
        "entry.js": (resources / "entry.js").read_text("utf-8"),
        "names.js": f"window.CMS_MANUAL_INIT = true;\nwindow.YUANDI = {described};\n",
        "config.yml": configuration(shown),
    }
