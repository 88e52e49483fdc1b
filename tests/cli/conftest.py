"""What every test of a command shares."""

import pytest


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own settings reaches the commands."""
    for name in ("YUANDI_LANG", "YUANDI_AS_OF", "SOURCE_DATE_EPOCH", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
