"""A seeded portal of any size in our content model: the same arguments give the same bytes.

Ten years of entries of all types; bodies of 600 to 2,500 characters with headings and lists, tables in a
quarter of them, links to other entries in a third. `python benchmarks/corpus.py 10000 /tmp/corpus`.
Its characters and words are all equally frequent, which is kind to an index; natural.py has those that are not.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 20261116
FIRST, YEARS = 2016, 10
TAGS = 200
"""The number of different tags, whatever the number of entries."""
HAN = (
    "的一是了不在有人这上大来和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提"
    "立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强"
    "即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔财写课读谈讲习研究训练考核评选档案简讯板报窗台账册笔谱章纲"
)
NUMERALS = [f"{tens}{ones}" for tens in ("", "十", "二十", "三十") for ones in ("", *"一二三四五六七八九")][1:]
_PUNCTUATION = "，，，、；"
_NAMES = ("reading", "study", "plan", "lecture", "report", "method", "review", "archive", "notes", "summary")


@dataclass(frozen=True)
class Kind:
    """A type of the corpus: its folder, its share in a thousand, and the lines of its own fields.

    The number of an entry, by date, keeps apart what must not be twice: issues, rooms, lecturers, books.
    """

    name: str
    folder: str
    share: int
    fields: Callable[[random.Random, date, int], str]


def _unit(rng: random.Random) -> str:
    return f"unit-{rng.randrange(40):02}"


def _person(rng: random.Random) -> str:
    return f"person-{rng.randrange(300):03}"


def _session(rng: random.Random, day: date, number: int) -> str:
    present = rng.randint(30, 40)
    return (
        f"kind: {rng.choice(('centre-study', 'collective-study', 'lecture', 'seminar'))}\nhost: {_unit(rng)}\n"
        f"start: {day}T09:00\nhours: {rng.randint(1, 8)}\ntopic: 专题{rng.randrange(90)}\nplace: 第{number % 90}会议室\n"
        f"lecturers: [person-{number % 300:03}]\nattendance: {{expected: {present}, present: {present}}}\n"
    )


def _books(rng: random.Random, day: date, number: int) -> str:
    books = "".join(f"  - {{title: 书目{6 * number + place}, author: 作者{rng.randrange(90)}}}\n" for place in range(6))
    return f"period: {day.year}-Q{(day.month + 2) // 3}\nbooks:\n{books}"


def _plan(rng: random.Random, day: date, _: int) -> str:
    middle, end = day + timedelta(days=90), day + timedelta(days=180)
    return (
        f"span: {{from: {day}, to: {end}}}\nphases:\n  - {{name: 启动, from: {day}, to: {middle}}}\n"
        f"  - {{name: 推进, from: {middle + timedelta(days=1)}, to: {end}}}\n"
        f"tasks:\n  - {{title: 任务{rng.randrange(90)}, unit: {_unit(rng)}, due: {end}}}\n"
    )


def _roll(rng: random.Random, day: date, _: int) -> str:
    people = rng.sample(range(300), 5)
    names = "".join(f"  - {{ref: person-{person:03}, category: employee}}\n" for person in people)
    return f"award: 先进第{rng.randrange(10**6)}号\nyear: {day.year}\nentries:\n{names}"


def _assessment(rng: random.Random, day: date, _: int) -> str:
    score = rng.randint(60, 100)
    return (
        f"period: {day.year}\nsubject: {_unit(rng)}\nitems:\n  - {{name: 效果, max: 100, score: {score}}}\n"
        f"total: {score}\ngrade: 良好\n"
    )


KINDS = (
    Kind("notice", "notices", 340, lambda rng, *_: f"kind: {rng.choice(('notice', 'announcement', 'circular'))}\n"),
    Kind("session", "sessions", 150, _session),
    Kind("article", "column", 150, lambda *_: "kind: reflection\nauthors: [COLLEAGUE]\n"),
    Kind("news", "news", 100, lambda _, day, __: f"kind: dynamic\nsubmitted: {day}\n"),
    Kind("brief", "briefs", 50, lambda _, __, number: f"series: 学习简报\nissue: {number}\n"),
    Kind("study-record", "records", 50, lambda rng, day, _: f"kind: notes\nperson: {_person(rng)}\nperiod: {day:%Y-%m}\nwords: 1500\n"),
    Kind("plan", "plans", 30, _plan),
    Kind("book-list", "books", 20, _books),
    Kind("regulation", "regulations", 15, lambda _, day, __: f"kind: 学习制度\neffective: {day}\n"),
    Kind("personal-plan", "plans/personal", 15, lambda rng, day, _: f"person: {_person(rng)}\nyear: {day.year}\n"),
    Kind("lecture-series", "lectures", 5, lambda rng, day, _: f"host: {_unit(rng)}\nperiod: {day.year}\n"),
    Kind("project", "projects", 10, lambda rng, day, _: (
        f"convener: {_person(rng)}\nspan: {{from: {day}, to: {day + timedelta(days=120)}}}\n"
        f"team:\n  - {{person: {_person(rng)}, role: 组长}}\n  - {{person: {_person(rng)}}}\n"
    )),
    Kind("inspection", "inspections", 10, lambda rng, *_: f"inspector: {_person(rng)}\nscope: 全辖\n"),
    Kind("assessment", "assessments", 10, _assessment),
    Kind("application", "applications", 10, lambda rng, day, _: (
        f"award: 先进\ncategory: employee\nsubject: {_person(rng)}\nyear: {day.year}\nsubmitted: {day}\n"
    )),
    Kind("honour-roll", "honours", 5, _roll),
    Kind("competition", "competitions", 5, lambda rng, *_: f"kind: 知识竞赛\nresults:\n  - {{rank: 一等奖, ref: {_person(rng)}}}\n"),
    Kind("fund", "funds", 5, lambda rng, day, _: f"year: {day.year}\namount: {rng.randint(10, 90) * 1000}\n"),
    Kind("summary", "summaries", 10, lambda _, day, __: f"period: {day.year}\n"),
    Kind("material", "materials", 10, lambda *_: "kind: 学习资料\n"),
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """A vocabulary in which every word is as frequent as any other."""

    known: tuple[str, ...]

    def draw(self, rng: random.Random) -> str:
        """A word."""
        return rng.choice(self.known)


@dataclass(frozen=True)
class Manner:
    """How a corpus is written: its words, its bodies, and whether its site has search."""

    words: Callable[[random.Random], Words]
    body: Callable[[random.Random, Words, str, list[str]], str]
    search: bool


def _even_words(rng: random.Random) -> Words:
    """A vocabulary of 4,000 words of two to four characters."""
    return Words(tuple("".join(rng.choice(HAN) for _ in range(rng.choice((2, 2, 2, 3, 4)))) for _ in range(4000)))


def make(folder: Path, count: int, seed: int = SEED, manner: Manner | None = None) -> list[Path]:
    """Write a portal of `count` entries, evenly unless a manner is given; returns their files in order of date."""
    rng = random.Random(seed)  # noqa: S311  # a corpus, not a secret
    manner = manner or EVEN
    words = manner.words(rng)
    _write_data(folder, rng, words, search=manner.search)
    bag = [kind for kind in KINDS for _ in range(kind.share)]
    planned: list[tuple[str, Kind, date]] = []
    for index in range(count):
        kind = rng.choice(bag)
        day = date(FIRST, 1, 1) + timedelta(days=rng.randrange(365 * YEARS))
        planned.append((f"{kind.folder}/{day.year}/{rng.choice(_NAMES)}-{index:06}", kind, day))
    planned.sort(key=lambda entry: (entry[2], entry[0]))
    paths = [path for path, _, _ in planned]
    files = []
    for index, (path, kind, day) in enumerate(planned):
        file = folder / "content" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = _head(rng, words, kind, day, paths[:index])
        file.write_text(f"{head}\n{manner.body(rng, words, path, paths[:index])}\n", encoding="utf-8")
        files.append(file)
    return files


def _head(rng: random.Random, words: Words, kind: Kind, day: date, before: list[str]) -> str:
    unit, number = rng.randrange(40), len(before) + 1
    fields = kind.fields(rng, day, number).replace("COLLEAGUE", f"person-{unit + 40 * rng.randrange(7):03}")
    relates = f"relates: [{rng.choice(before)}]\n" if before and rng.random() < 0.2 else ""
    return (
        f"---\ntype: {kind.name}\ntitle: {phrase(rng, words, 4)}\ndate: {day}\nunit: unit-{unit:02}\n"
        f"{fields}{relates}tags: [{rng.choice(words.known[:TAGS])}, {rng.choice(words.known[:TAGS])}]\n"
        f"summary: {phrase(rng, words, 8)}\n---\n"
    )


def phrase(rng: random.Random, words: Words, count: int) -> str:
    """Words without anything between them."""
    return "".join(words.draw(rng) for _ in range(count))


def _paragraph(rng: random.Random, words: Words) -> str:
    sentences = []
    for _ in range(rng.randint(2, 5)):
        parts = [phrase(rng, words, rng.randint(2, 6)) for _ in range(rng.randint(2, 4))]
        sentences.append(rng.choice(_PUNCTUATION).join(parts) + "。")
    if rng.random() < 0.3:
        sentences.insert(1, f"**{phrase(rng, words, 2)}**，")
    return "".join(sentences)


def _body(rng: random.Random, words: Words, path: str, before: list[str]) -> str:
    goal, parts, length = rng.randint(600, 2500), [], 0
    while length < goal:
        part = f"## {NUMERALS[len(parts)]}、{phrase(rng, words, 3)}\n\n{_paragraph(rng, words)}"
        if rng.random() < 0.5:
            part += "\n\n" + "\n".join(f"- {phrase(rng, words, 4)}" for _ in range(rng.randint(3, 6)))
        parts.append(part)
        length += len(part)
    if rng.random() < 0.25:
        rows = "".join(f"| {words.draw(rng)} | {rng.randint(1, 99)} | {words.draw(rng)} |\n" for _ in range(5))
        parts.append(f"| 项目 | 数量 | 备注 |\n|---|---|---|\n{rows}".rstrip())
    if before and rng.random() < 1 / 3:
        up = "../" * path.count("/")
        parts.append(f"参见[{phrase(rng, words, 2)}]({up}{rng.choice(before)}.md)。")
    return "\n\n".join(parts)


EVEN = Manner(_even_words, _body, search=False)


def _write_data(folder: Path, rng: random.Random, words: Words, *, search: bool) -> None:
    data = folder / "content" / "_data"
    data.mkdir(parents=True, exist_ok=True)
    units = "".join(
        f"- {{id: unit-{index:02}, name: {phrase(rng, words, 2)}{index}科, kind: department}}\n" for index in range(40)
    )
    people = "".join(
        f"- {{id: person-{index:03}, name: {rng.choice(HAN)}{rng.choice(HAN)}{index}, unit: unit-{index % 40:02}}}\n"
        for index in range(300)
    )
    columns = "".join(
        f"- {{id: {kind.name}, title: 栏目{index + 1}, takes: [{kind.name}], order: {index + 1}}}\n"
        for index, kind in enumerate(KINDS)
    )
    policy = "rules: {FRS002: off, DAT007: off}  # few entries leave columns empty; the days are drawn at random\n"
    for name, text in (("units", units), ("people", people), ("columns", columns), ("policy", policy)):
        (data / f"{name}.yml").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 语料\ndocs_dir: content\ntheme: {name: yuandi}\nplugins:\n  - yuandi: "
        f"{{as_of: 2025-12-31, search: {str(search).lower()}}}\n"
        "markdown_extensions: [attr_list, footnotes, tables]\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    made = make(Path(sys.argv[2]), int(sys.argv[1]))
    print(f"{len(made)} entries, {sum(file.stat().st_size for file in made) / 1e6:.1f} MB, seed {SEED}")
