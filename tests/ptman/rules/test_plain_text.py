"""What is told at a glance to be clean is exactly what the whole way through finds clean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import placeholders, text

WORDS = (
    "张雨桐",
    "买买提·阿不都",
    "0854 电子信息",
    "a@b.cn",
    "无",
    "n/a",
    "N/A",
    "（无）",
    "同上",
    "Ditto",
    "合计：25人",
    "Total",
    "-",
    "—",
)
PIECES = st.one_of(
    st.sampled_from(
        [*WORDS, " ", "  ", "\u00a0", "\u200b", "\n", "\t", "é", "e\u0301", "\uf900", "Ａ", "／", "〇", "𬱖"]
    ),
    st.characters(),
)
TEXTS = st.lists(PIECES, max_size=5).map("".join)


def slow(given_text: str) -> str:
    return placeholders._fold(given_text)


@given(TEXTS, st.booleans())
@settings(deadline=None, max_examples=400)
def test_a_plain_text_is_clean(given_text: str, lines: bool) -> None:  # noqa: FBT001 drawn
    if text.is_plain(given_text):
        assert text._cleaned(given_text, lines=lines) == text.clean(given_text, lines=lines)


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_what_says_nothing_is_told_the_same_way(given_text: str) -> None:
    folded = slow(given_text)
    assert placeholders.is_ditto(given_text) == (folded in placeholders._DITTO)
    assert placeholders.is_total(given_text) == (placeholders._TOTAL.fullmatch(folded) is not None)
    bare = folded in placeholders._EMPTY or not folded.translate(text.PLAIN_DASHES).strip("-_")
    assert placeholders.is_empty(given_text) == bare


@pytest.mark.parametrize("known", ["张雨桐", "0854 电子信息", "买买提·阿不都热依木", "s1@example.edu.cn", "2026-09-01"])
def test_what_rosters_are_made_of_is_plain(known: str) -> None:
    assert text.is_plain(known)


@pytest.mark.parametrize("odd", ["", " 张", "张 ", "张  雨", "张\n雨", "e\u0301", "\uf900", "Ａ", "\u200b张"])
def test_what_may_need_cleaning_is_not(odd: str) -> None:
    assert not text.is_plain(odd)
