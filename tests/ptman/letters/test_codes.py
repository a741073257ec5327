"""The code on a letter: read back from its text and from the rendered page, and no slip of the hand goes unseen."""

import base64
import hashlib
from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.letters import codes, pages, typeset
from ptman.letters.codes import Read, Stamp
from ptman.letters.facts import LetterFacts

STAMP = Stamp("东大工院函", 2026, 7, "0123456789abcdef")


def sign(body: bytes) -> bytes:
    return hashlib.sha512(body).digest()


def test_what_was_written_is_read() -> None:
    said = codes.text(STAMP, sign)
    read = codes.read(f"工院函, {said}\n")
    assert read is not None
    assert (read.stamp, read.signature, read.sound) == (STAMP, sign(read.signed), True)
    assert read.signed == b"PTM2" + STAMP.packed()
    assert codes.read("\n".join(said[at : at + 40] for at in range(0, len(said), 40))) == read


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_no_code_or_read_without_a_fault(said: str) -> None:
    assert codes.read(said) is None


@settings(deadline=None)
@given(st.integers(4, 145), st.sampled_from("ABCXYZ234567"))
def test_no_slip_is_unseen(at: int, digit: str) -> None:
    said = codes.text(STAMP, sign)
    slipped = said[:at] + digit + said[at + 1 :]
    read = codes.read(slipped)
    assert slipped == said or read is None or not read.sound


@settings(deadline=None, max_examples=40)
@given(
    st.text("工院函大学ABC𠮷·-", min_size=1, max_size=20),
    st.integers(1990, 2199),
    st.integers(1, 9_999_999),
    st.binary(),
)
def test_any_series_and_number_is_read_again(code: str, year: int, seq: int, more: bytes) -> None:
    stamp = Stamp(code, year, seq, hashlib.sha256(more).hexdigest()[: codes.DIGEST])
    read = codes.read(codes.text(stamp, sign))
    assert read is not None
    assert (read.stamp, read.sound) == (stamp, True)


def test_letters_with_the_longer_code_stay_valid() -> None:
    body = "PTM1.东大工院函.2026.7.0123456789abcdef"
    signature = base64.urlsafe_b64encode(sign(body.encode())).decode().rstrip("=")
    read = codes.read(f"x {body}.{codes.check(body)}.{signature}")
    assert read == Read(STAMP, body.encode(), sign(body.encode()), sound=True)


def test_the_code_is_small_enough_for_a_coarse_scan() -> None:
    side = codes.drawing(codes.text(STAMP, sign)).split('viewBox="0 0 ')[1].split()[0]
    assert side == "37"


def test_the_first_page_shows_exactly_this_code(letter: Callable[[Sequence[str]], LetterFacts]) -> None:
    import segno

    said = codes.text(STAMP, sign)
    facts = letter(["周雨桐"])
    pdf = typeset.pdf(facts, code=said)
    assert pdf == typeset.pdf(facts, code=said) != typeset.pdf(facts)
    matrix = [bytes(row) for row in segno.make_qr(said, error="l", mask=2, boost_error=False, encoding="utf-8").matrix]
    page = pages.picture(pdf, 0, 600)
    # 24 mm wide, at the left edge of the type area; its top is found by the first dark dot.
    left, cell = 28 / 25.4 * 600, 24 / 25.4 * 600 / len(matrix)

    def dark(x: float, y: float) -> bool:
        return page.pixels[round(y) * page.stride + 4 * round(x)] < 128

    below_the_rules = round(51 / 25.4 * 600)
    top = next(y for y in range(below_the_rules, page.height) if dark(left + cell / 2, y))
    read = [
        bytes(dark(left + (x + 0.5) * cell, top + (y + 0.5) * cell) for x in range(len(matrix)))
        for y in range(len(matrix))
    ]
    assert read == matrix
