"""OUT001: what a browser would fetch from elsewhere, however it is written."""

from pathlib import Path

import pytest

from portals import said

NEWS = "content/news/a.md"
HEAD = "---\ntype: news\ntitle: 侧记\ndate: 2026-03-05\n---\n\n"
SITE = "site_name: 园地\nsite_url: {}\ndocs_dir: content\nplugins: [yuandi]\n"


@pytest.mark.parametrize("site", ["", "https://garden.example/"])
@pytest.mark.parametrize("target", ["https:/away.example/a.png", "//away.example/a.png", "HTTP://away.example/a.png"])
def test_careless_addresses(tmp_path: Path, site: str, target: str) -> None:
    """Browsers mend `https:/host`: with an address of the site's own or without, it is asked for."""
    found = said(tmp_path, {"mkdocs.yml": SITE.format(site), NEWS: f"{HEAD}![甲]({target})\n"})
    assert found == [f"{NEWS}:7:6 error OUT001 The page would load `{target}` from another host."]
