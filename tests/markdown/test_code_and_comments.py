"""Masking of code and comments."""

from hypothesis import given
from hypothesis import strategies as st

from yuandi.markdown.code_and_comments import masked


@given(st.text(alphabet="`~<!->甲\n []()", max_size=80))
def test_masking_keeps_every_character_in_its_place(body: str) -> None:
    """Masked text has the length and lines of the body, and nothing that the body has not."""
    hidden = masked(body)
    assert [len(line) for line in hidden.split("\n")] == [len(line) for line in body.split("\n")]
    assert all(new in (old, " ") for old, new in zip(body, hidden, strict=True))
