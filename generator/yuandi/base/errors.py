"""The one exception for problems that a user can correct; any other exception is a bug."""

from yuandi.base.text import Text


class YuandiError(Exception):
    """A problem outside the content: no portal, an unreadable setting, a wrong option."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
