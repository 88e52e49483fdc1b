"""The plugin's options in mkdocs.yml."""

from mkdocs.config import base
from mkdocs.config import config_options as c


class YuandiConfig(base.Config):
    """Options under `plugins: - yuandi:`."""

    as_of = c.Optional(c.Type(object))
    """The day that the build speaks of, as 2026-03-05. Default: SOURCE_DATE_EPOCH, else today."""

    audiences = c.ListOfItems(c.Type(str), default=["unit", "office"])
    """Audiences narrower than `public`, the wider one first; each sees all wider ones."""

    audience = c.Type(str, default="public")
    """The audience of this build."""

    entry_keys = c.Choice(("en", "zh"), default="en")
    """Whether `yuandi new` writes English or Chinese field names."""

    fast_markdown = c.Type(bool, default=True)
    """Whether plain bodies may take the native parser; the pages are the same."""

    script = c.Choice(("hans", "hant"), default="hans")
    """Whether the site is in Simplified characters, as the content is, or in Traditional ones."""

    search = c.Type(bool, default=True)
    """Whether the site can be searched."""

    offline = c.Type(bool, default=False)
    """Whether the site can be opened from a disc by double-click: every address is relative and names a file."""

    history = c.Choice(("dates", "authors", "none"), default="dates")
    """What pages say of their history in git: when they were last changed, also by whom, or nothing."""

    cms = c.Optional(c.Type(dict))
    """Where Decap CMS saves: `backend` (local, gitea, gitlab), `url`, `repo`, `branch`, `app_id`, `folder`."""
