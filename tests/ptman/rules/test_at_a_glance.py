"""What is told at a glance to be good reads the same the long way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptman.rules import checks, identifiers
from ptman.rules import text as texts


@pytest.mark.parametrize("rule", checks.AT_A_GLANCE)
@given(data=st.data())
def test_good_at_a_glance_is_good(rule: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(checks.AT_A_GLANCE[rule], fullmatch=True))
    reading = checks.TEXT_RULES[rule](text)
    assert (reading.value, reading.notes) == (text, ())


@given(st.from_regex(identifiers._PLAIN_ID, fullmatch=True))
def test_plain_id_numbers_are_judged_as_others(number: str) -> None:
    today = date(2026, 9, 10)
    padded = identifiers.resident_id(f" {number}", today)
    reading = identifiers.resident_id(number, today)
    assert (reading.value, reading.fault, reading.notes) == (padded.value, padded.fault, ())


@given(st.text("aZ09@._-张雨\u4e00\u9fff", max_size=9))
def test_plain_words_have_the_key_of_the_long_way(word: str) -> None:
    before, after = word, texts._key_once(word)
    while after != before:
        before, after = after, texts._key_once(after)
    assert texts.key(word) == after
