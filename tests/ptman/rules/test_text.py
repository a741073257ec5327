"""Cleaning of raw text, placeholders and comparing keys."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import placeholders, text

ANY = st.text(st.characters(codec=None, categories=None), max_size=40) | st.text(
    "aé\u0301 \u00a0\u3000\u200b\u202e\ud800\ufeff\t\r\n\u2028甲﨑凉ＡＢ１２（）*＊：·必填", max_size=20
)


@pytest.mark.parametrize(
    ("raw", "value", "codes"),
    [
        ("甲", "甲", []),
        (" 甲 ", "甲", ["blanks-removed"]),
        ("甲\u3000乙", "甲 乙", ["blanks-removed"]),
        ("甲\u00a0\u00a0乙", "甲 乙", ["blanks-removed"]),
        ("Da\u202ena", "Dana", ["text-cleaned"]),
        ("\ufeff甲\u200b", "甲", ["text-cleaned"]),
        ("甲\ud800", "甲", ["text-cleaned"]),
        ("甲\x00\x07", "甲", ["text-cleaned"]),
        ("甲\ufe0f", "甲", ["text-cleaned"]),
        ("Jose\u0301", "José", ["composed"]),
        ("甲\r\n乙", "甲 乙", ["lines-joined"]),
        ("甲\n", "甲", ["blanks-removed"]),
        ("（甲），１", "（甲），１", []),
        ("", "", []),
    ],
)
def test_clean(raw: str, value: str, codes: list[str]) -> None:
    read = text.clean(raw)
    assert (read.must(), [note.code for note in read.notes]) == (value, codes)


def test_clean_keeps_lines_where_asked() -> None:
    assert text.clean("\n甲 \r\n乙\u2028丙\n", lines=True).must() == "甲\n乙\n丙"


@settings(deadline=None)
@given(ANY, st.booleans())
def test_clean_is_idempotent_and_leaves_nothing_unseen(raw: str, lines: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    once = text.clean(raw, lines=lines).must()
    assert text.clean(once, lines=lines).must() == once
    assert text.clean(once, lines=lines).notes == ()
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
    assert all(char.isprintable() or char == "\n" or unicodedata.category(char) in {"Co", "Cn"} for char in once)


@settings(deadline=None)
@given(ANY)
def test_a_text_that_was_changed_carries_a_note(raw: str) -> None:
    read = text.clean(raw)
    assert bool(read.notes) == (read.must() != raw)


@pytest.mark.parametrize(
    "raw",
    ["", " ", "\u3000", "无", "/", "／", "—", "－", "-", "——", "N/A", "n/a", "Ｎ／Ａ", "空", "暂无", " 无\n", "（无）"],
)
def test_is_empty(raw: str) -> None:
    assert placeholders.is_empty(raw)


@pytest.mark.parametrize("raw", ["无锡", "0", "空军", "a-b", "一", "Null", "NA"])
def test_is_not_empty(raw: str) -> None:
    assert not placeholders.is_empty(raw)


def test_is_ditto() -> None:
    assert all(map(placeholders.is_ditto, ["同上", " 同 上 ", "〃", "″", '"']))
    assert not any(map(placeholders.is_ditto, ["", "同上海", "上"]))


def test_is_total() -> None:
    assert all(
        map(
            placeholders.is_total,
            ["合计", "合 计：", "总计", "小计", "共计", "总计 25 人", "Total", "Grand total:", "Subtotal"],
        )
    )
    assert not any(map(placeholders.is_total, ["", "合计算", "Totalitarian", "总", "会计"]))


@pytest.mark.parametrize(
    "raw",
    ["学号", "学号*", "*学号", "学 号＊", "学\n号", "学号（必填）", "学号 *（必填）", "学号(required)：", "\u200b学号"],
)
def test_headers_have_one_key(raw: str) -> None:
    assert text.key(raw) == "学号"


def test_key_folds_case_and_width_and_keeps_what_tells_names_apart() -> None:
    assert text.key("Ｓtudent　No.*") == text.key("student no.")
    assert text.key("甲公司（杭州）") == text.key("甲公司(杭州)")
    assert text.key("甲公司（杭州）") != text.key("甲公司（宁波）")


def test_header_key_drops_brackets_and_punctuation() -> None:
    assert text.header_key("补助(元/月)") == "补助"
    assert text.header_key("Student No.") == text.header_key("student-no") == "studentno"
    assert text.header_key("（学号）") == "学号"


@settings(deadline=None)
@given(ANY)
def test_keys_are_idempotent(raw: str) -> None:
    assert text.key(text.key(raw)) == text.key(raw)
    assert text.header_key(text.header_key(raw)) == text.header_key(raw)


def test_free_text_keeps_markup_as_text_and_says_so() -> None:
    assert text.free_text('=HYPERLINK("x")').noted("text-formula-like")
    assert text.free_text("<img src=x>").must() == "<img src=x>"
    too_long = text.free_text("甲" * 11, longest=10)
    assert too_long.fault is not None
    assert too_long.fault.code == "text-length"


@given(
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["张雨桐", "A-1.b@c", "", "\n", "甲\n乙", "（必填）学号"])))
)
def test_the_keys_of_many_are_the_keys_of_each(texts: list[str]) -> None:
    assert text.keys(texts) == [text.key(one) for one in texts]
