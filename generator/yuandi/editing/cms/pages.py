"""Editing in the browser with Decap CMS: its configuration and its page, made from the models and the portal.

What Decap cannot do is done by `entry.js`: it reads and writes entries so that only what was edited changes. The
scripts of others come from npm by `yuandi cms`, and stand in the portal.
"""

import json
from importlib.resources import files

from yuandi.editing.cms.configuration import configuration
from yuandi.editing.cms.names import names
from yuandi.pages import Shown

__all__ = ["pages"]


def pages(shown: Shown) -> dict[str, str]:
    """The files beside the scripts of others, by name."""
    resources = files("yuandi.editing") / "cms"
    described = json.dumps(names(shown), ensure_ascii=False, separators=(",", ":"))
    return {
        "index.html": (resources / "index.html").read_text("utf-8"),
        "entry.js": (resources / "entry.js").read_text("utf-8"),
        "names.js": f"window.CMS_MANUAL_INIT = true;\nwindow.YUANDI = {described};\n",
        "config.yml": configuration(shown),
    }
