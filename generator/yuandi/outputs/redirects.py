"""Former addresses: a page at each that redirects without a server, and a map for nginx that redirects at once."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote, urlsplit

from yuandi.content.addresses import relative
from yuandi.i18n import message, say
from yuandi.outputs.output import Export
from yuandi.pages import Shown

MAP = "redirects.map"
"""For `map $uri $moved { include …/redirects.map; }`: the old path, then the new one."""

_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="robots" content="noindex">
    <title>{title}</title>
    <meta http-equiv="refresh" content="0; url={target}">
  </head>
  <body>
    <main>
      <h1>{moved}</h1>
      <p><a href="{target}">{title}</a></p>
    </main>
  </body>
</html>
"""


def redirects(shown: Shown) -> Iterator[Export]:
    """One page for each alias of an entry that has a page; of entries with the same alias, the first by path has it."""
    moved: dict[str, str] = {}
    language = shown.portal.settings.language
    lang = "en" if language == "en" else "zh-Hans"
    taken = {entry.address for entry in shown.everything}
    for entry in sorted(shown.everything, key=lambda entry: entry.path):
        for alias in entry.record.aliases:
            former = shown.portal.addresses.former(alias)
            if former in moved or former in taken or shown.portal.generates(former):
                continue
            moved[former] = entry.address
            target = escape(relative(former, entry.address))
            page = _PAGE.format(
                lang=lang, moved=say(message("本页已迁移"), language), title=escape(entry.record.title), target=target
            )
            yield Export(shown.portal.addresses.output(former), page)
    if moved:
        base = urlsplit(shown.portal.settings.site_url).path or "/"
        lines = (f"{_quoted(base + old)} {_quoted(quote(base + new))};\n" for old, new in sorted(moved.items()))
        yield Export(MAP, "".join(lines))


def _quoted(word: str) -> str:
    """A word of an nginx configuration."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$") + '"'
