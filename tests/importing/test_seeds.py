"""The five texts that the portal was thought out for, where they are at hand: beside what a careful editor would write."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from portals import portal
from yuandi.importing import ImportJob, Proposal, Source, Wishes, proposals
from yuandi.page_plan.planned_portal import PlannedPortal

SEEDS = Path(os.environ.get("YUANDI_SEEDS") or Path(__file__).parents[3] / "shared/seeds")
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts are not at hand")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> PlannedPortal:
    """The little portal into which everything is imported."""
    return portal(tmp_path_factory.mktemp("portal"), {})


def imported(home: PlannedPortal, number: str, wishes: Wishes | None = None) -> list[Proposal]:
    """What the seed with this number becomes."""
    (file,) = SEEDS.glob(f"{number}_*")
    return list(proposals(ImportJob(home, wishes or Wishes()), Source(file.name, file.read_bytes())))


def head(made: Proposal) -> dict[str, Any]:
    """The front matter of a proposal."""
    return dict(frontmatter.loads(made.text).metadata)


def headings(made: Proposal) -> list[str]:
    """The headings of a proposal."""
    return re.findall("^#.*$", made.text, re.M)


def test_003_is_clean(home: PlannedPortal) -> None:
    """Not one of 836 readings is left; the headings, the bands and the deadline are found; the list is short."""
    (made,) = imported(home, "003")
    assert re.findall(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)", made.text) == []
    assert "公務員之家" not in made.text
    assert "本站" not in made.text
    assert headings(made) == [
        "## 一、指導思想",
        "## 二、總體目標",
        "## 三、學習內容、措施和要求",
        "### （一）學習的主要內容",
        "### （二）學習的措施和要求",
        "## 四、考評標準和方法",
        "### （一）學習型科室基本標準",
        "### （二）學習型先進科室考評方法",
    ]
    assert head(made) == {
        "type": "plan",
        "title": "動力廠機關創建學習型科室促進機關作風建設活動實施辦法",
        "kind": "implementation",
        "lang": "zh-Hant",
        "extra": {
            "期限": [{"日期": "05-10", "事项": "各科室的學習創建計劃報機關工會"}],
            "等次": [
                {"名称": "優秀", "不少于": 90},
                {"名称": "良好", "不少于": 80},
                {"名称": "合格", "不少于": 60},
                {"名称": "不合格", "不少于": 0},
            ],
        },
        "status": "draft",
    }
    assert [note.zh for note in made.notes] == [
        "标题取自别的网站的前言，请核对。",
        "没有找到，请补：日期（date）、起止（span）。",
        "落款“機關工會”不在 units.yml 里，没有写单位。",
        "期限 5月10日 没有年份，记在“其他”（extra）的“期限”里；用 --date 给出文件日期即可补全。",
        "等次记在“其他”（extra）里；要据以检查，请写进 _data/policy.yml。",
        "原文缺字，记作 □，请对照原件补上：“要達到大學□科畢業學歷。”、“不合格單位□考核結果予以”。",
        "第 38 行：这句话与前一句几乎一样：組織廣大干部職工學習市場經濟理論，掌握市場經濟…（TXT009）",
        "删去了别的网页的文字：“前言：本站為你精心整理了動力廠機關…”、“公務員之家版權所有”。",
    ]


def test_003_with_its_day(home: PlannedPortal) -> None:
    """Once the day of the document is given, the deadline is a task with its day."""
    (made,) = imported(home, "003", Wishes(day=date(2005, 3, 1)))
    assert head(made)["tasks"] == [{"title": "各科室的學習創建計劃報機關工會", "due": date(2005, 5, 10)}]
    assert "期限" not in head(made)["extra"]


def test_000_has_its_facts(home: PlannedPortal) -> None:
    """Title, three phases, four ceilings, 15 January, the leading group; what has no year is left out and said."""
    (made,) = imported(home, "000")
    found = head(made)
    assert found["title"] == "“Creating a Learning Organization and Striving to Be a Knowledge Worker” Activity Plan"
    assert found["phases"] == [
        {"name": "start-up phase", "label": "May-August XX"},
        {"name": "comprehensive promotion stage", "label": "The second half of XX to the first half of XX"},
        {"name": "summary and improvement stage", "label": "The second half of XX"},
    ]
    assert [one["不超过"] for one in found["extra"]["评选比例"]] == ["30%", "20%", "15%", "10%"]
    assert [one.get("强弱") for one in found["extra"]["评选比例"]] == [None, None, "一般", "一般"]
    assert [one["日期"] for one in found["extra"]["期限"]] == ["01-15"]
    assert found["extra"]["领导小组"] == {
        "名称": "Leading Group for the “Creation” campaign",
        "组长": "secretary of the party committee",
        "副组长": "a member of the party committee",
        "成员": "heads of the departments of the central branch",
    }
    assert found.keys() & {"date", "span", "unit"} == set()
    assert len(made.notes) == 8
    assert len(headings(made)) == 13


def test_001_is_one_plan(home: PlannedPortal) -> None:
    """A text without numbers has its title and its whole text."""
    (made,) = imported(home, "001")
    assert head(made) == {
        "type": "plan",
        "title": "Create a learning organization implementation plan",
        "kind": "implementation",
        "lang": "en",
        "status": "draft",
    }
    assert "recommended article" not in made.text


def test_002_is_nine_documents(home: PlannedPortal) -> None:
    """A collection becomes an entry for each text, with its own phases and signature."""
    made = imported(home, "002")
    assert [head(one)["type"] for one in made] == [
        "page",
        "page",
        "page",
        "plan",
        "summary",
        "summary",
        "plan",
        "plan",
        "plan",
    ]
    assert head(made[3])["title"] == "街道学习型党组织创建工作实施方案"
    assert "### （二）基本原则\n" in made[3].text
    assert head(made[4])["date"] == date(2011, 7, 14)
    village = head(made[6])
    assert village["span"] == {"from": date(2011, 5, 1), "to": date(2012, 1, 31)}
    assert [(one["name"], one["label"]) for one in village["phases"]] == [
        ("实施启动阶段", "2011年5月初"),
        ("全面推进阶段", "2011年5月中旬至9月底"),
        ("巩固深化阶段", "2011年10月至2012年初"),
    ]
    assert [len(head(one).get("phases", ())) for one in made[7:]] == [3, 4]
    assert "我要投稿" not in "".join(one.text for one in made)


def test_004_says_nothing_twice(home: PlannedPortal) -> None:
    """Parts that stand twice in a file become one entry each, and that is said."""
    made = imported(home, "004")
    assert len({one.path for one in made}) == len(made) == 6
    assert sum("重复了 1 次" in note.zh for one in made for note in one.notes) == 3
    assert all("Motivate employees" not in one.text for one in made)
