"""What every test shares: hypothesis always tries the same examples, and says nothing of its own."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "yuandi",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("yuandi")
