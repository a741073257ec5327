"""What is shown of personal data in lists."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import masking


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (masking.mobile("13800001234"), "138****1234"),
        (masking.resident_id("990101199901010014"), "990***********0014"),
        (masking.passport("E12345689"), "E12****89"),
        (masking.email("zhang@example.edu.cn"), "z***@example.edu.cn"),
        (masking.email("zhang"), "*****"),
        (masking.name("张雨桐"), "张**"),
        (masking.name("张伟"), "张*"),
        (masking.name("张"), "*"),
        (masking.student_no("22660123"), "226***23"),
    ],
)
def test_the_usual_forms(shown: str, expected: str) -> None:
    assert shown == expected


@settings(deadline=None, max_examples=60)
@given(st.text("0123456789", max_size=18))
def test_a_number_is_never_shown_whole(number: str) -> None:
    for mask in (masking.mobile, masking.resident_id, masking.passport, masking.student_no):
        assert len(mask(number)) == len(number)
        assert "*" in mask(number) or not number
