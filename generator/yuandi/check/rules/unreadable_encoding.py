"""FM010: a file that is not UTF-8."""

from collections.abc import Iterator
from shlex import quote

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal


@rule("FM010", "unreadable-encoding", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def unreadable_encoding(portal: Portal) -> Iterator[Finding]:
    """The file is not UTF-8. A byte order mark and CRLF are accepted."""
    for fault in portal.faults_of("FM010"):
        yield Finding(fault.at, *_words(fault.value, fault.at.file))


def _words(encoding: str, file: str) -> tuple[Text, Text]:
    if encoding == "name":
        return (
            Text("文件名不是 UTF-8 编码，没有读取。", "The file name is not UTF-8, so the file was not read."),
            Text("给文件改名。", "Rename the file."),
        )
    if encoding == "NUL":
        return (
            Text("文件里有空字符（NUL），没有读取。", "The file contains a NUL character and was not read."),
            Text(
                "多半是文件损坏：从备份恢复，或删去这个看不见的字符。",
                "The file is probably damaged. Restore it from a backup, or delete the invisible character.",
            ),
        )
    if not encoding:
        return (
            Text(
                "文件不是 UTF-8 编码，也认不出是什么编码。",
                "The file is not UTF-8, and its encoding was not recognised.",
            ),
            Text("用原来的软件打开，另存为 UTF-8。", "Open it in the program that wrote it and save it as UTF-8."),
        )
    old, new = quote(file), quote(f"{file}.utf8")
    command = f"iconv -f {encoding} -t UTF-8 {old} > {new} && mv {new} {old}"
    return (
        Text(f"文件不是 UTF-8 编码，像是 {encoding}。", f"The file is not UTF-8; it looks like {encoding}."),
        Text(f"另存为 UTF-8，或运行 `{command}`。", f"Save it as UTF-8, or run `{command}`."),
    )
