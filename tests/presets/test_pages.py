"""The pages of presets show what the presets demand."""

import re

import pytest

from presets.tables import PRESETS, raw, table
from yuandi.entry_types.data_types.policy import Settings
from yuandi.load.policy import preset_page, preset_part


@pytest.mark.parametrize("name", PRESETS)
def test_page_shows_every_demand(name: str) -> None:
    """The table of the page is the preset's: article, words, code, number, modality, and how it is verified."""
    assert table(name) in (preset_part(name, "zh") or "")


@pytest.mark.parametrize("name", PRESETS)
def test_page_has_all_its_parts(name: str) -> None:
    """A page has its name, the parts on how to use it, and a summary in English."""
    page = preset_page(name) or ""
    assert page.startswith(f"# {name} · ")
    places = [page.index(f"\n\n**{heading}**\n") for heading in ("怎样登记", "设置", "条文与指标")]
    assert places == sorted(places)
    summary = (preset_part(name, "en") or "").partition("\n")[2].strip()
    assert summary
    assert not re.search(r"[一-鿿]{5}", summary), "the summary is in English"


@pytest.mark.parametrize("name", PRESETS)
def test_page_names_the_settings(name: str) -> None:
    """Each setting that a preset makes is named on its page."""
    part = (preset_page(name) or "").partition("**设置**")[2].partition("**条文与指标**")[0]
    named = set(re.findall(r"`([a-z_]+)[:`]", part)) & Settings.model_fields.keys()
    assert named - {"grades"} == raw(name).get("settings", {}).keys() - {"grades"}
