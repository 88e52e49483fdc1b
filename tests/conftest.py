"""What every test shares: the fast ones come first, and hypothesis always tries the same examples, silently."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "yuandi",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("yuandi")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put those that take seconds or a browser last; otherwise the order stays."""
    items.sort(key=lambda item: any(item.get_closest_marker(name) for name in ("slow", "browser")))
