"""Names by strokes and by sound: well-known examples, and what every order must be."""

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from yuandi.chinese.readings import by_pinyin
from yuandi.chinese.strokes import _table, by_strokes
from yuandi.chinese.surnames import may_be_a_person

SURNAMES = (
    "丁万马王韦毛文方尹孔邓石龙卢叶田史付白冯吕朱任向刘江汤许孙严苏杜李杨肖吴邱何余邹汪沈宋张陆陈邵武范林罗金周郑"
    "孟赵郝钟段侯姜姚贺秦袁莫贾夏顾钱高郭唐陶黄曹龚崔梁彭董蒋韩覃程曾谢雷蔡廖谭熊黎潘薛戴魏"
)


def strokes(*names: str, school: str = "count-first") -> list[str]:
    """The names by strokes."""
    return sorted(names, key=lambda name: by_strokes(name, school=school))


def test_surnames_stand_as_in_official_lists() -> None:
    """The number of strokes decides, then 横竖撇点折, stroke by stroke."""
    assert "".join(strokes(*sorted(SURNAMES))) == SURNAMES


def test_wang_is_before_wen() -> None:
    """Both have four strokes; 王 begins with 横, 文 with 点. Unicode's order has them the other way round."""
    assert strokes("文一", "王一") == ["王一", "文一"]


@pytest.mark.parametrize(
    ("school", "expected"),
    [
        ("count-first", ["王文", "王伟", "王一民", "王丁山", "王文川", "李明"]),
        ("char-first", ["王一民", "王丁山", "王文", "王文川", "王伟", "李明"]),
    ],
)
def test_two_schools(school: str, expected: list[str]) -> None:
    """A missing character is zero in one school; in the other the second character is compared as it stands."""
    assert strokes(*sorted(expected), school=school) == expected


def test_compound_surname_goes_by_its_first_character() -> None:
    """欧 has eight strokes; then 阳 has six and 明 eight; 修 is a given name of one character and comes before 予倩."""
    assert strokes("欧明亮", "欧阳予倩", "欧阳修文", "张明", "欧阳修", "罗明") == [
        "张明",
        "欧阳修",
        "欧阳予倩",
        "欧阳修文",
        "欧明亮",
        "罗明",
    ]


def test_blanks_that_pad_a_name_do_not_count() -> None:
    """丁　一 in a list is 丁一."""
    assert strokes("丁　乙", "丁一", "丁 一民") == ["丁一", "丁　乙", "丁 一民"]


def test_what_is_not_in_the_table() -> None:
    """Letters come first, characters that no table has last."""
    assert strokes("\U0003134a某", "李四", "Anna") == ["Anna", "李四", "\U0003134a某"]


def test_units_have_no_surnames() -> None:
    """Two characters of a unit's name are no surname with a given name."""
    assert sorted(["工会", "工业科"], key=lambda name: by_strokes(name, is_person=False)) == ["工业科", "工会"]
    assert not may_be_a_person("云泽县支行")
    assert may_be_a_person("欧阳予倩")
    assert may_be_a_person("阿依古丽·买买提")


def test_table_has_all_common_characters_once() -> None:
    """Every character stands in the table at most once, and those of GB 2312 all do."""
    table = _table()
    common = [bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    assert [one for one in common if one and one not in table] == []
    assert len(set(table.values())) == len(table) == 28165


def test_surnames_are_read_as_surnames() -> None:
    """单 曾 仇 解 查 区 万俟 尉迟 have their own readings in front of a name, and elsewhere the usual ones."""
    names = ["万俟明", "区宁", "仇海", "单立", "解静", "尉迟恭", "查明", "曾实", "安单"]
    assert sorted(names, key=by_pinyin) == [
        "安单",
        "万俟明",
        "区宁",
        "仇海",
        "单立",
        "解静",
        "尉迟恭",
        "曾实",
        "查明",
    ]


@pytest.mark.parametrize("reading", ["shan lifang", "Shàn Lìfāng", "shan li fang", "SHANLIFANG"])
def test_a_reading_that_is_told(reading: str) -> None:
    """The reading of people.yml is understood however it is divided, and stands for the characters."""
    assert by_pinyin("单立芳", reading=reading) == by_pinyin("单立芳")


def test_a_told_reading_wins() -> None:
    """Who reads the own surname otherwise stands there; a reading that fits no character is taken as it is."""
    assert by_pinyin("单立", reading="dan li") < by_pinyin("丁一") < by_pinyin("单立")
    assert by_pinyin("丁一", reading="zz") > by_pinyin("周一")


def test_sound_is_compared_character_by_character() -> None:
    """丽珍 is before 莲, though lian comes before lizhen; tones come after letters, strokes after tones."""
    assert sorted(["王莲", "王丽珍"], key=by_pinyin) == ["王丽珍", "王莲"]
    assert sorted(["王义", "王衣", "王一"], key=by_pinyin) == ["王一", "王衣", "王义"]


names = st.text(st.sampled_from("王文丁一乙人入八欧阳单于李甲由申田A1　·\U0003134a"), max_size=5)


@seed(20260331)
@given(st.lists(names, max_size=8), st.sampled_from(["count-first", "char-first"]))
def test_order_is_total(given_names: list[str], school: str) -> None:
    """Whatever the order of the list, the sorted one is the same, and only equal names are equal."""
    once = strokes(*given_names, school=school)
    assert once == strokes(*reversed(given_names), school=school)
    backwards = given_names[::-1]
    assert sorted(given_names, key=by_pinyin) == sorted(backwards, key=by_pinyin)
    places = {name: by_strokes(name, school=school) for name in given_names}
    assert len(set(places.values())) == len(places)
