"""Names of variables in the environment by which a build is told what to do."""

NO_CACHE = "YUANDI_NO_CACHE"
"""Set for builds and checks that do all their work."""

PROFILE = "YUANDI_PROFILE"
"""Set for a table of how long each part took."""

REPORT = "YUANDI_REPORT"
"""The file in which a preview wants the report of a build that it started."""
