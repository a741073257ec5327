"""Counts in words, against how they are said."""

import pytest

from ptman.letters import numerals


@pytest.mark.parametrize(
    ("number", "plain", "capital", "english"),
    [
        (0, "零", "零", "zero"),
        (10, "十", "壹拾", "ten"),
        (15, "十五", "壹拾伍", "fifteen"),
        (30, "三十", "叁拾", "thirty"),
        (42, "四十二", "肆拾贰", "forty-two"),
        (105, "一百零五", "壹佰零伍", "one hundred and five"),
        (110, "一百一十", "壹佰壹拾", "one hundred and ten"),
        (1001, "一千零一", "壹仟零壹", "one thousand and one"),
        (2350, "二千三百五十", "贰仟叁佰伍拾", "two thousand three hundred and fifty"),
        (10030, "一万零三十", "壹万零叁拾", "ten thousand and thirty"),
        (120000, "十二万", "壹拾贰万", "one hundred and twenty thousand"),
    ],
)
def test_numbers(number: int, plain: str, capital: str, english: str) -> None:
    assert (numerals.chinese(number), numerals.capitals(number)) == (plain, capital)
    assert numerals.english(number) == english


def test_figures_one_by_one() -> None:
    assert numerals.digits(2026) == "二〇二六"
