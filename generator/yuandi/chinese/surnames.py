"""Surnames of two characters, and surnames whose reading differs from that of the character elsewhere."""

_COMPOUND = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙"
    " 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷"
    " 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 即墨 达奚 淳于 单于 完颜 纳兰 耶律 贺兰 哥舒"
    " 歐陽 端木 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 公羊 赫連 澹臺 濮陽 申屠 公孫 慕容 鍾離 長孫 鮮于 閭丘 樂正 軒轅"
)
COMPOUND = frozenset(_COMPOUND.split())
READINGS = {
    "单": "shan4", "仇": "qiu2", "解": "xie4", "查": "zha1", "区": "ou1", "曾": "zeng1", "任": "ren2", "华": "hua4",
    "朴": "piao2", "盖": "ge3", "乐": "yue4", "员": "yun4", "缪": "miao4", "召": "shao4", "覃": "qin2", "折": "she2",
    "种": "chong2", "秘": "bi4", "燕": "yan1", "洗": "xian3", "翟": "zhai2", "黑": "he4", "纪": "ji3", "宁": "ning4",
    "过": "guo1", "那": "na1", "能": "nai4", "祭": "zhai4", "隗": "wei3", "乜": "nie4", "句": "gou1", "藏": "zang1",
    "哈": "ha3", "角": "jue2", "阚": "kan4", "撒": "sa4", "繁": "po2", "葛": "ge3", "卜": "bu3", "郇": "xun2",
    "於": "yu1", "牟": "mu4", "相": "xiang4", "干": "gan1", "要": "yao1", "占": "zhan1", "重": "chong2", "都": "du1",
    "少": "shao4", "炅": "gui4", "佴": "nai4", "單": "shan4", "區": "ou1", "華": "hua4", "蓋": "ge3", "樂": "yue4",
    "員": "yun4", "繆": "miao4", "種": "chong2", "紀": "ji3", "過": "guo1", "闞": "kan4",
    "万俟": "mo4 qi2", "尉迟": "yu4 chi2", "尉遲": "yu4 chi2", "长孙": "zhang3 sun1", "長孫": "zhang3 sun1",
    "澹台": "tan2 tai2", "澹臺": "tan2 tai2", "单于": "chan2 yu2", "乐正": "yue4 zheng4", "樂正": "yue4 zheng4",
    "宰父": "zai3 fu3", "令狐": "ling2 hu2", "亓官": "qi2 guan1",
}  # fmt: skip

_LONGEST = 4


def bare(name: str) -> str:
    """A name without the blanks that pad it in lists, and without middle dots."""
    return "".join(name.split()).replace("·", "")


def surname_of(name: str) -> str:
    """The surname at the beginning of a person's bare name."""
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND else name[:1]


def may_be_a_person(name: str) -> bool:
    """Whether a name that no directory lists may be a person's: at most four characters, or with a middle dot."""
    return len(bare(name)) <= _LONGEST or "·" in name
