"""The `<meta>` labels of a page, by the names that are customary on Chinese government portals."""

from collections.abc import Iterator
from html import escape

from yuandi.i18n import listed, say, series
from yuandi.pages import EntryView, View


def meta_tags(view: View, lang: str) -> str:
    """The `<meta>` elements about a page; those about the site are in the theme."""
    return "".join(
        f'<meta name="{name}" content="{escape(say(value, lang))}">\n' for name, value in _labels(view) if value
    )


def _labels(view: View) -> Iterator[tuple[str, str]]:
    if not isinstance(view, EntryView):
        if view.crumbs or view.active:
            yield "ColumnName", view.title
        return
    yield "ArticleTitle", view.title
    yield "PubDate", view.date.isoformat() if view.date else ""
    yield "ContentSource", view.source_name or (view.unit.text if view.unit else "")
    yield "Author", listed(author.text for author in view.authors)
    yield "ColumnName", view.column.text if view.column else ""
    yield "ColumnType", view.label
    yield "Keywords", series(tag.text for tag in view.tags)
    yield "Description", view.summary
