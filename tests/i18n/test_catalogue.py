"""The catalogue has every message of code, templates and data types, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from sites import CONFIG, build
from yuandi.docs.messages import amiss, labels, main, merged, messages, written
from yuandi.entry_types.record import Status
from yuandi.i18n.catalogue import TRANSLATED, file_of


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """All messages."""
    return messages()


@pytest.mark.parametrize("lang", sorted(TRANSLATED))
def test_the_catalogue_has_every_message_and_no_other(wanted: Catalog, lang: str) -> None:
    """In the form in which the tool writes it."""
    assert amiss(lang, wanted) == []
    assert written(merged(lang, wanted)) == file_of(lang).read_bytes()


def test_a_message_without_a_translation_is_reported(wanted: Catalog) -> None:
    """By its Chinese text; one with a count too."""
    more = Catalog()
    for one in wanted:
        more.add(one.id, context=one.context)
    more.add("没有译过的话")
    more.add(("%(count)s 句没有译过的话",) * 2)
    assert amiss("en", more) == ["no translation of “%(count)s 句没有译过的话”", "no translation of “没有译过的话”"]


def test_a_message_that_nothing_says_is_reported(wanted: Catalog) -> None:
    """So that catalogues do not fill with what was."""
    fewer = Catalog()
    for one in wanted:
        if one.id and one.id != "跳到正文":
            fewer.add(one.id, context=one.context)
    assert amiss("en", fewer) == ["not used: “跳到正文”"]


def test_code_and_templates_are_looked_through(wanted: Catalog) -> None:
    """Messages of views, of templates, of choices, of types, and of the columns of tables."""
    found = {(one.context, one.id if isinstance(one.id, str) else one.id[0]) for one in wanted if one.id}
    assert {(None, "最后修改"), ("many", "任务"), (None, "跳到正文"), ("after a month", "，%(count)s 件")} <= found
    assert {choice.message for choice in Status} <= set(labels())
    assert {(label.context or None, label.id) for label in labels()} <= found


@pytest.mark.parametrize("lang", sorted(TRANSLATED))
def test_messages_hold_no_markup(lang: str) -> None:
    """Neither whole tags nor half of one: links stand in the places of a sentence."""
    text = file_of(lang).read_text("utf-8")
    assert re.findall(r"[<>{}]", text) == []


def test_english_holds_no_chinese() -> None:
    """No translation is left half done."""
    catalogue = read_po(file_of("en").open("rb"), locale="en")
    told = [word for one in catalogue for word in ([one.string] if isinstance(one.string, str) else one.string)]
    assert [word for word in told if re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", word)] == []


def test_the_tool_finds_nothing_to_do() -> None:
    """As it is run before each change goes in."""
    assert main(["--check"]) == 0


def test_chinese_reads_no_catalogue(tmp_path: Path) -> None:
    """Neither the core nor its templates import what reads catalogues, where the site is in Chinese."""
    script = (
        "import sys; import yuandi.pages.all_pages, yuandi.render.templates, yuandi.outputs.all_outputs;"
        "from yuandi.i18n import message, say; say(message('归档'), 'zh');"
        "print([name for name in sys.modules if name.partition('.')[0] == 'babel'])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize(("lang", "reads"), [("zh", False), ("en", True)])
def test_a_build_reads_a_catalogue_only_for_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, reads: bool
) -> None:
    """MkDocs itself imports parts of Babel; what reads catalogues is not among them."""
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    site = build(tmp_path, {}, config=CONFIG.replace("{name: yuandi}", f"{{name: yuandi, language: {lang}}}"))
    assert site.status == 0
    assert ("babel.messages.pofile" in site.said, "yuandi.i18n.message" in site.said) == (reads, True)
