"""Sound entries that tests of loading break."""

FIELDS = """\
type: notice
kind: notice
title: 关于开展读书月活动的通知
date: 2026-03-05
"""
SESSION = """\
type: session
kind: lecture
title: 公文写作讲座
date: 2026-03-12
host: office
start: 2026-03-12T14:30
topic: 公文写作常见问题
"""
A = "content/notices/a.md"
B = "content/notices/b.md"


def notice(more: str = "", body: str = "正文。\n") -> str:
    """A sound notice, with more fields on line 6 and after, and its body on line 8 where there are none."""
    return f"---\n{FIELDS}{more}---\n\n{body}"


def session(more: str) -> str:
    """A sound session but for its length, with more fields on line 9 and after."""
    return f"---\n{SESSION}{more}---\n"
