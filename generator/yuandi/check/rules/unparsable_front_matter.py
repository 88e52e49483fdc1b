"""FM001: the front matter or a data file cannot be read."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal

_UNREADABLE = Text("文件头读不出来。", "The front matter cannot be read.")


@rule("FM001", "unparsable-front-matter", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def unparsable_front_matter(portal: Portal) -> Iterator[Finding]:
    """YAML does not parse, the closing `---` is missing, or the file is not of its kind."""
    for fault in portal.faults_of("FM001"):
        yield Finding(fault.at, fault.message or _UNREADABLE, fault.hint)
