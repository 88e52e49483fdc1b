"""The one exception for what a user can put right; everything else that is raised is a bug."""

from yuandi.base.text import Text


class YuandiError(Exception):
    """Something outside the content is wrong: no portal, an unreadable setting, a bad option."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
