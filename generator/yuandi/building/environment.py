"""Names of environment variables that control a build."""

NO_CACHE = "YUANDI_NO_CACHE"
"""Set for builds and checks without the cache."""

PROFILE = "YUANDI_PROFILE"
"""Set for a table of the time of each part."""

REPORT = "YUANDI_REPORT"
"""The file in which a preview wants the report of a build that it started."""
