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
    """Put those that take seconds after the fast ones, and those that open a browser last; otherwise the order stays.

    A browser leaves its event loop in the process, in which no other loop can then be run.
    """
    items.sort(key=lambda item: (bool(item.get_closest_marker("browser")), bool(item.get_closest_marker("slow"))))
