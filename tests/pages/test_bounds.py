"""No list grows without bound: with many units, people, tags, readers and years every generated page stays small."""

from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

import yuandi_theme
from seen import shown
from yuandi.pages import EntryView, all_views, frame
from yuandi.pages.printable.sheet import FormView
from yuandi.render.templates import Pages

MOST = 80_000
"""So many bytes may be between masthead and foot. The page of a unit with a hundred below it is the largest."""

UNITS = 120
_MEASURE = (
    "- {{code: M-{0:02}, title: 各部门每月集中学习不少于{0}次, subject: {{units: {{kind: department}}}}, measure: {{count: session}},"
    " period: month, min: {0}, modality: target, since: 2026-01-01}}"
)


def _portal() -> dict[str, str]:
    children = ", ".join(f"{{id: u{i}, name: 第{i}号基层单位综合业务部, kind: department}}" for i in range(UNITS))
    people = "".join(f"- {{id: p{i}, name: 张三, unit: u{i % UNITS}, tags: [cadre]}}\n" for i in range(3 * UNITS))
    measures = [
        *(_MEASURE.format(number) for number in range(1, 9)),
        "- {code: N-01, title: 每年报送信息, subject: {units: {kind: centre-branch}}, measure: {count: news}, period: year,"
        " min: 1, modality: target}",
        "- {code: N-02, title: 每月报送信息, subject: {units: {kind: department}}, measure: {count: news}, period: month,"
        ' min: 1, due: "25", modality: target, since: 2026-01-01}',
        "- {code: W-01, title: 笔记, subject: {people: {tag: cadre}}, measure: {sum: words, of: study-record},"
        " period: quarter, min: 100, modality: target}",
    ]
    files = {
        "content/_data/units.yml": f"- {{id: top, name: 总部, kind: centre-branch, children: [{children}]}}\n",
        "content/_data/people.yml": people,
        "content/_data/groups.yml": "[]\n",
        "content/_data/columns.yml": "- {id: news, title: 信息, takes: [news]}\n",
        "content/_data/policy.yml": "measures:\n" + "".join(f"  {one}\n" for one in measures),
        "content/books/b.md": _entry("period: 2026\nbooks: [{title: 共读, author: 甲}]", "top"),
        "content/plans/p.md": _entry(
            "span: {from: 2025-01-01, to: 2026-12-31}\ntasks:\n"
            + "\n".join(f"  - {{title: 任务{i}, unit: u{i % UNITS}, due: 2025-06-01}}" for i in range(3 * UNITS)),
            "top",
        ),
    }
    for i in range(6 * UNITS):
        day = f"{2016 + i % 10}-0{1 + i % 9}-1{i % 9}"
        files[f"content/news/n{i}.md"] = _entry(f"submitted: {day}\ntags: [标签{i}, 常用]", f"u{i % UNITS}", day)
    for i in range(UNITS):
        files[f"content/sessions/s{i}.md"] = _entry(
            f"kind: collective-study\nstart: 2026-01-1{i % 9}\nhours: 2\ntopic: 甲\nhost: u{i}", f"u{i}"
        )
        files[f"content/records/r{i}.md"] = _entry(
            f"kind: reading\nperson: p{i}\nperiod: 2025-Q4\nwords: 200\nbooks: [共读]", f"u{i}"
        )
        files[f"content/column/a{i}.md"] = _entry(f"kind: reflection\nauthors: [p{i}]\nwork: 共读", f"u{i}")
    for year in range(2014, 2026):
        named = "".join(f"\n  - {{name: 某某{i}, category: employee, reason: 学得好}}" for i in range(60))
        files[f"content/honours/h{year}.md"] = _entry(f"award: 标兵\nyear: {year}\nentries:{named}", "top")
    return files


def _entry(fields: str, unit: str, day: str = "2026-02-05") -> str:
    return f"---\ntitle: 一件不长不短的事\ndate: {day}\nunit: {unit}\n{fields}\n---\n\n正文。\n"


@pytest.mark.slow
def test_every_generated_page_stays_small(tmp_path: Path) -> None:
    """What an entry itself says may be long; lists of entries, units, people, verdicts are cut into pages."""
    seen = shown(tmp_path, _portal())
    pages = Pages(FileSystemLoader(Path(yuandi_theme.__file__).parent), frame(seen))
    sizes = {
        view.address: len(pages.content(view).encode("utf-8"))
        for view in all_views(seen)
        if not isinstance(view, EntryView | FormView)
    }
    assert {address: size for address, size in sizes.items() if size > MOST} == {}
    kinds = ("board/", "board/people/", "board/submissions/", "board/deadlines/", "board/measures/m-01/", "tags/")
    assert [kind for kind in kinds if f"{kind}page/2/" not in sizes] == []
