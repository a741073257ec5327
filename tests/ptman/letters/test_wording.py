"""The letter's own words: dates, numerals, paragraphs, annotation."""

from datetime import date

import pytest

from ptman.letters import wording


def test_dates_are_written_without_leading_zeros() -> None:
    assert wording.period(date(2026, 9, 1), date(2027, 6, 30)) == "2026年9月1日至2027年6月30日"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (42, "四十二"), (99, "九十九")]
)
def test_numerals(number: int, text: str) -> None:
    assert wording.numeral(number) == text


def test_note_is_bracketed_whatever_is_known() -> None:
    assert "".join(wording.note("陈一鸣", "0571-00000000", "a@example.org")) == (
        "（联系人：陈一鸣，电话：0571-00000000，邮箱：a@example.org）"
    )
    assert wording.note("", "0571-00000000", "") == ("（电话：0571-00000000）",)
    assert wording.note("", "", "") == ()
