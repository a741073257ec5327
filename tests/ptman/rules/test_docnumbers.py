"""Document numbers: read from any brackets, written in one form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import docnumbers
from ptman.rules.docnumbers import DocumentNumber

CODES = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("AZaz"), min_size=2, max_size=20
)
BRACKETS = st.sampled_from(["〔〕", "【】", "[]", "()", "（）", "［］"])


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("院发〔2018〕28号", []),
        ("院发【2018】28号", ["brackets-normalised"]),
        ("院发[2018]28号", ["brackets-normalised"]),
        ("院发(2018)28号", ["brackets-normalised"]),
        ("院发（2018）28号", ["brackets-normalised"]),
        (" 院发〔２０１８〕 28 号", ["blanks-removed", "half-width"]),
    ],
)
def test_brackets_are_made_uniform(raw: str, codes: list[str]) -> None:
    read = docnumbers.parse(raw)
    assert read.must() == DocumentNumber("院发", 2018, 28)
    assert [note.code for note in read.notes] == codes


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "贵大研201924",
        "院发〔2018〕028号",
        "院发〔2018〕0号",
        "院发〔2018〕第28号",
        "院发〔2018〕28",
        "院〔2018〕28号",
        "院发〔18〕28号",
        "院发〔1018〕28号",
        "〔2018〕28号",
    ],
)
def test_refused(raw: str) -> None:
    fault = docnumbers.parse(raw).fault
    assert fault is not None
    assert fault.code == "docnumber-bad"


@settings(deadline=None)
@given(CODES, st.integers(1900, 2200), st.integers(1, 10**6), BRACKETS)
def test_round_trip(code: str, year: int, n: int, brackets: str) -> None:
    written = docnumbers.format(code, year, n)
    assert docnumbers.parse(written).must() == DocumentNumber(code, year, n)
    assert docnumbers.parse(written).notes == ()
    other = written.replace("〔", brackets[0]).replace("〕", brackets[1])
    assert str(docnumbers.parse(other).must()) == written


@pytest.mark.parametrize(("code", "year", "n"), [("院", 2026, 1), ("院发", 26, 1), ("院发", 2026, 0), ("院1", 2026, 1)])
def test_an_impossible_number_cannot_be_written(code: str, year: int, n: int) -> None:
    with pytest.raises(ValueError, match="document number"):
        docnumbers.format(code, year, n)
