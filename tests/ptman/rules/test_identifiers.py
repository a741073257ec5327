"""Resident IDs, credit codes and other identifiers against the vectors of domain.md §8."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ptman.rules import identifiers
from ptman.rules.reading import Read

TODAY = dt.date(2026, 9, 10)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DAYS = st.dates(dt.date(1900, 1, 1), TODAY)


def code_of(read: Read[object]) -> str:
    assert read.fault is not None
    return read.fault.code


@pytest.mark.parametrize(
    "number", ["34052419800101001X", "11010519491231002X", "990101199901010014", "990101199901010022"]
)
def test_good_resident_ids(number: str) -> None:
    assert identifiers.resident_id(number, TODAY) == Read(number)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("340524198001010011", "id-check"),
        ("330102199502290016", "id-date"),
        ("990101990101001", "id-old"),
        ("99010119990101001", "id-length"),
        ("9901011999010100144", "id-length"),
        ("", "id-length"),
        ("090101199901010014", "id-shape"),
        ("99010119990101A014", "id-shape"),
        ("9.90101199901E+17", "number-rounded"),
        ("٩٩٠١٠١١٩٩٩٠١٠١٠٠١٤", "id-shape"),
    ],
)
def test_bad_resident_ids(raw: str, code: str) -> None:
    assert code_of(identifiers.resident_id(raw, TODAY)) == code


def test_resident_id_is_made_uniform_with_notes() -> None:
    read = identifiers.resident_id(" ３４０５２４ 19800101 001ｘ", TODAY)
    assert read.must() == "34052419800101001X"
    assert {note.code for note in read.notes} == {"half-width", "blanks-removed", "upper-cased"}


def test_nobody_is_born_after_today() -> None:
    number = "990101" + "20260911" + "001"
    number += identifiers.resident_id_check_digit(number)
    assert code_of(identifiers.resident_id(number, TODAY)) == "id-date"
    assert identifiers.resident_id(number, TODAY + dt.timedelta(days=1)).ok


def test_birth_date_and_gender() -> None:
    assert identifiers.resident_id_birth_date("990101199901010014") == dt.date(1999, 1, 1)
    assert identifiers.resident_id_birth_date("330102199502290016") is None
    assert identifiers.resident_id_gender("990101199901010014") == "male"
    assert identifiers.resident_id_gender("990101199901010022") == "female"


@settings(deadline=None)
@given(st.integers(100000, 999999), DAYS, st.integers(0, 999), st.integers(0, 17), st.integers(1, 9))
def test_any_made_resident_id_passes_and_one_wrong_digit_fails(
    region: int, born: dt.date, order: int, place: int, shift: int
) -> None:
    first = f"{region}{born:%Y%m%d}{order:03}"
    number = first + identifiers.resident_id_check_digit(first)
    assert identifiers.resident_id(number, TODAY).must() == number
    assert identifiers.resident_id_birth_date(number) == born
    digit = 10 if number[place] == "X" else int(number[place])
    wrong = number[:place] + str((digit + shift) % (11 if digit == 10 else 10)) + number[place + 1 :]
    assert not identifiers.resident_id(wrong, TODAY).ok


@pytest.mark.parametrize(
    "code", ["91350100M000100Y43", "91330100MA20000120", "12100000470095016Q", "914403001922038216"]
)
def test_good_credit_codes(code: str) -> None:
    assert identifiers.uscc(code) == Read(code)
    assert identifiers.uscc(code.lower()).must() == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("91350100M000100Y4Z", "uscc-alphabet"),
        ("9135O100M000100Y43", "uscc-alphabet"),
        ("91350100M000100Y44", "uscc-check"),
        ("91350100M000100Y4", "uscc-length"),
        ("9.14403E+17", "number-rounded"),
    ],
)
def test_bad_credit_codes(raw: str, code: str) -> None:
    assert code_of(identifiers.uscc(raw)) == code


@settings(deadline=None)
@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_made_credit_code_passes_and_one_wrong_character_fails(first: str, place: int, other: str) -> None:
    code = first + identifiers.uscc_check_digit(first)
    assert identifiers.uscc(code).must() == code
    assume(code[place] != other)
    assert code_of(identifiers.uscc(code[:place] + other + code[place + 1 :])) == "uscc-check"


def test_student_staff_region_and_postal_numbers() -> None:
    assert identifiers.student_no("０2216 0001").must() == "022160001"
    assert code_of(identifiers.student_no("12345")) == "student-no-bad"
    assert identifiers.student_no("S-1", pattern="S-[0-9]").ok
    assert code_of(identifiers.student_no("2.216E+10")) == "number-rounded"
    assert identifiers.staff_no("0016089").ok
    assert code_of(identifiers.staff_no("9" * 21)) == code_of(identifiers.staff_no("")) == "staff-no-bad"
    assert identifiers.region_code("990101").ok
    assert code_of(identifiers.region_code("99010")) == "region-bad"
    assert identifiers.postal_code("010000").ok
    assert code_of(identifiers.postal_code("10000")) == "postal-bad"


def test_email_has_a_basic_shape() -> None:
    assert identifiers.email(" zhang.wei＠example.edu.cn ").must() == "zhang.wei@example.edu.cn"
    for raw in ["", "a", "a@b", "a@b.c;d@e.f", "a@@b.c", "张@b.c", "a@b.c。", "a" * 250 + "@b.cn"]:
        assert code_of(identifiers.email(raw)) == "email-bad"


def test_mask_hides_the_middle_and_never_shows_all() -> None:
    assert identifiers.mask("990101199901010014", 4, 4) == "9901**********0014"
    assert identifiers.mask("13800000000", 3, 0) == "138********"
    assert identifiers.mask("1234", 2, 2) == "****"
