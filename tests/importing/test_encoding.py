"""Which encoding a text is in, told by its bytes; what stays in doubt is said."""

import pytest

from yuandi.importing.readers.encoding import decoded
from yuandi.importing.readers.refused import Refused

SIMPLIFIED = "关于开展读书月活动的通知\n各单位要认真组织，按时报送学习情况。\n"
TRADITIONAL = "關於開展讀書月活動的通知\n各單位要認真組織，按時報送學習情況。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-16-be"),
        ("plain\r\nwords\rhere\n", "ascii"),
    ],
)
def test_each_is_told(text: str, encoding: str) -> None:
    """The text comes back without a doubt, lines ended one way."""
    assert decoded(text.encode(encoding)) == (text.replace("\r\n", "\n").replace("\r", "\n"), ())


def test_a_word_that_is_both() -> None:
    """通知 in GBK is valid UTF-8 as well: it is read as such, and the doubt is said; the option decides."""
    data = "通知".encode("gbk")
    text, (doubt,) = decoded(data)
    assert text == data.decode("utf-8")
    assert doubt.zh == f"文件很短，按 UTF-8 读作“{text}”；若应为“通知”，请加 --encoding gb18030。"
    assert decoded(data, "gb18030") == ("通知", ())
    assert decoded(data, "GBK") == ("通知", ())


def test_a_text_cut_in_a_character() -> None:
    """A byte missing at the end is one broken character, and said."""
    text, (doubt,) = decoded((SIMPLIFIED * 3).encode("utf-8")[:-5])
    assert text.endswith("情\ufffd")
    assert doubt.zh == "按 utf-8 读，有 1 处坏字。"


@pytest.mark.parametrize(
    ("data", "encoding", "sentence"),
    [
        (SIMPLIFIED.encode(), "latin9000", "不认识编码 `latin9000`，可用 utf-8、gb18030、big5、utf-16。"),
        (
            SIMPLIFIED.encode("gbk"),
            "utf-8",
            "文件不是 utf-8 编码。请用 --encoding 另选，或在编辑器里另存为 UTF-8。",
        ),
        (b"\0\1\2\3" * 9, None, "文件不是文本，读不出来。"),
    ],
)
def test_what_cannot_be_read(data: bytes, encoding: str | None, sentence: str) -> None:
    """The sentence says what to do."""
    with pytest.raises(Refused) as refused:
        decoded(data, encoding)
    assert refused.value.text.zh == sentence
