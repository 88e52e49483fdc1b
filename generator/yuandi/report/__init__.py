"""A report → what is printed: text for people, JSON for programs. Rendering knows nothing of rules."""

from yuandi.report.as_json import as_json
from yuandi.report.as_text import as_text

__all__ = ["as_json", "as_text"]
