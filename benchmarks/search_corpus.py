"""The corpus, the queries and the expected results of the search benchmark."""

import random
import re
from pathlib import Path

import opencc
from corpus import SEED, make

from yuandi.search import SearchDocument
from yuandi.search.query.folding import fold

TYPED = (
    "学习", "题", "读书月", "学习强国", "習強國", "習近平", "图书馆", "圖書館", "可持续发展", "2025年", "2025年3月", "中心组", "集中学习", "主题教育",
    "学习型组织", "光荣榜", "年度考核", "党员干部", "领导小组", "网络安全", "讲座通知", "第三季度", "ＰＤＦ",
)  # fmt: skip
SENTENCES = (
    "请登录学习强国平台完成本月学习任务。", "图书馆周末照常开放，借阅证可以续期。", "坚持绿色低碳，推动可持续发展。", "2025年3月底前报送材料。",
    "2025年12月召开总结会。", "中心组举行集中学习，党员干部参加。", "开展主题教育，建设学习型组织。", "年度考核结果在光荣榜上公布。",
    "领导小组办公室负责协调。", "网络安全讲座通知已经印发。", "第三季度读书月活动安排见附件，格式为PDF。", "学习贯彻习近平总书记讲话精神。",
    "各单位要认真组织学习，按时报送学习情况。", "培训课题由各科室提出，题目自定。", "2015年3月起执行，2025年修订。",
)  # fmt: skip


def enriched(folder: Path, entries: int) -> None:
    """The corpus, with sentences that people write, and some entries in Traditional characters."""
    rng = random.Random(SEED)  # noqa: S311  # a corpus, no secret
    traditional = opencc.OpenCC("s2t").convert
    for number, file in enumerate(make(folder, entries)):
        head, body = file.read_text("utf-8").split("---\n", 2)[1:]
        parts = body.rstrip("\n").split("\n\n")
        for _ in range(rng.randint(0, 4)):
            parts.insert(rng.randrange(len(parts)) + 1, rng.choice(SENTENCES))
        body = "\n\n".join(parts)
        file.write_text(f"---\n{head}---\n{traditional(body) if number % 16 == 0 else body}\n", "utf-8")


def truth(documents: list[SearchDocument]) -> list[str]:
    """The texts that a scan reads."""
    return ["\n".join((fold(document.title), fold(document.facts), fold(document.text))) for document in documents]


def held_out(texts: list[str], count: int) -> list[str]:
    """Stretches of two to six Chinese characters, half of them in Traditional."""
    rng = random.Random(SEED + 1)  # noqa: S311  # a seeded sample
    traditional = opencc.OpenCC("s2t").convert
    found: list[str] = []
    while len(found) < count:
        text = rng.choice(texts)
        size = rng.randint(2, 6)
        at = rng.randrange(max(1, len(text) - size))
        word = text[at : at + size]
        if re.fullmatch(r"[\u4e00-\u9fff]{2,6}", word):
            found.append(traditional(word) if len(found) % 2 else word)
    return found


def scanned(texts: list[str], query: str) -> set[int]:
    """The numbers of the documents that hold a query."""
    wanted = fold(query)
    return {number for number, text in enumerate(texts) if wanted in text}
