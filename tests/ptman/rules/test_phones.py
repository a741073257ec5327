"""Mobile numbers and landlines as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import identifiers


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("13800000000", []),
        ("+8613800000000", ["prefix-removed"]),
        ("+86 138 0000 0000", ["blanks-removed", "prefix-removed"]),
        ("0086-138-0000-0000", ["prefix-removed", "signs-normalised"]),
        ("(+86)13800000000", ["prefix-removed"]),
        ("8613800000000", ["prefix-removed"]),
        ("138—0000—0000", ["dashes-normalised", "signs-normalised"]),
        ("１３８００００００００", ["half-width"]),
        ("\u202d13800000000\u202c", ["text-cleaned"]),
    ],
)
def test_one_mobile_number_in_many_forms(raw: str, codes: list[str]) -> None:
    read = identifiers.mobile(raw)
    assert (read.must(), [note.code for note in read.notes]) == ("13800000000", codes)


@pytest.mark.parametrize(
    "raw", ["", "12800000000", "1380000000", "138000000000", "13800000000/13900000000", "+85291234567", "1380000000O"]
)
def test_bad_mobile_numbers(raw: str) -> None:
    fault = identifiers.mobile(raw).fault
    assert fault is not None
    assert fault.code == "mobile-bad"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0571-88888888", "0571-88888888"),
        ("057188888888", "0571-88888888"),
        ("(0571) 88888888", "0571-88888888"),
        ("（0571）8888 8888", "0571-88888888"),
        ("+86 571 88888888", "0571-88888888"),
        ("+86-0571-88888888", "0571-88888888"),
        ("010-88888888-801", "010-88888888-801"),
        ("01088888888转801", "010-88888888-801"),
        ("021-88888888 ext. 12", "021-88888888-12"),
    ],
)
def test_landlines_are_made_uniform(raw: str, value: str) -> None:
    assert identifiers.landline(raw).must() == value
    assert identifiers.landline(value).notes == ()


@pytest.mark.parametrize("raw", ["", "88888888", "57188888888", "12345678901", "0571-888888", "0571-88888888-1234567"])
def test_bad_landlines(raw: str) -> None:
    fault = identifiers.landline(raw).fault
    assert fault is not None
    assert fault.code == "landline-bad"


@pytest.mark.parametrize(("raw", "code"), [("123", "phone-bad"), ("5.01E+10", "number-rounded")])
def test_a_phone_is_either(raw: str, code: str) -> None:
    assert identifiers.phone("138 0000 0000").must() == "13800000000"
    assert identifiers.phone("0571-88888888").must() == "0571-88888888"
    fault = identifiers.phone(raw).fault
    assert fault is not None
    assert fault.code == code


@settings(deadline=None)
@given(st.from_regex(r"\A1[3-9][0-9]{9}\Z"), st.sampled_from(["", "+86", "0086", "86", "+86-", "(+86)"]))
def test_every_mobile_number_survives_its_prefix(number: str, prefix: str) -> None:
    assert identifiers.mobile(prefix + number).must() == number
